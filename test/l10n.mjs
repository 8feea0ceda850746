// Finds strings that one of the languages lacks or that no code uses any more: in package.nls*.json
// and in l10n/bundle.l10n.*.json. `--write` brings the English bundle up to date.
import { getL10nJson } from '@vscode/l10n-dev';
import { globSync } from 'glob';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const languages = ['zh-cn'];
/** @type {string[]} */
const complaints = [];

/** @param {string} file */
function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
function readStrings(file) {
  if (!existsSync(path.join(root, file))) {
    complaints.push(`${file} is missing`);
    return {};
  }
  return JSON.parse(read(file));
}

/**
 * @param {string} file
 * @param {Record<string, string>} strings
 * @param {Iterable<string>} keys
 */
function expectKeys(file, strings, keys) {
  const wanted = new Set(keys);
  for (const key of wanted) {
    if (!strings[key]?.trim()) complaints.push(`${file} lacks: ${key}`);
  }
  for (const key of Object.keys(strings)) {
    if (!wanted.has(key)) complaints.push(`${file} has what nothing uses: ${key}`);
  }
}

/**
 * A translation names the same {0}, {1} … and the same commands as its original.
 * @param {string} file
 * @param {Record<string, string>} originals
 * @param {Record<string, string>} translations
 */
function expectSameHoles(file, originals, translations) {
  /** @param {string} text */
  const holes = (text) =>
    (text.match(/\{\d\}|\(command:[^)]*\)|`#[\w.]+#`/g) ?? []).sort().join(' ');
  for (const [key, original] of Object.entries(originals)) {
    const translation = translations[key];
    if (translation !== undefined && holes(translation) !== holes(original)) {
      complaints.push(`${file}: placeholders or links differ in: ${key}`);
    }
  }
}

// The manifest: %keys% on one side, package.nls.json on the other.
const used = Array.from(read('package.json').matchAll(/"%([\w.]+)%"/g), ([, key]) => key ?? '');
const manifest = readStrings('package.nls.json');
expectKeys('package.nls.json', manifest, used);

// The code: what l10n-dev finds in it is the English bundle.
const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => ({
  extension: '.ts',
  contents: read(file),
}));
/** @type {Record<string, string>} */
const english = {};
for (const [key, value] of Object.entries(await getL10nJson(sources))) {
  english[key] = typeof value === 'string' ? value : value.message;
}
const sorted = Object.fromEntries(Object.entries(english).sort(([a], [b]) => (a < b ? -1 : 1)));
if (process.argv.includes('--write')) {
  writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}
expectKeys('l10n/bundle.l10n.json', readStrings('l10n/bundle.l10n.json'), Object.keys(english));

for (const language of languages) {
  const nls = `package.nls.${language}.json`;
  const bundle = `l10n/bundle.l10n.${language}.json`;
  const [translatedManifest, translated] = [readStrings(nls), readStrings(bundle)];
  expectKeys(nls, translatedManifest, Object.keys(manifest));
  expectSameHoles(nls, manifest, translatedManifest);
  expectKeys(bundle, translated, Object.keys(english));
  expectSameHoles(bundle, english, translated);
}

if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  console.error(
    `\n${complaints.length} strings to mend (npm run l10n updates the English bundle).`,
  );
  process.exitCode = 1;
} else {
  console.log(
    `${Object.keys(english).length + Object.keys(manifest).length} strings, each in every language.`,
  );
}
