// Packages the built extension as preprint-<version>.vsix and says what is in it: `npm run package`.
import { listFiles, PackageManager } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { packageExtension } from './vsix.mjs';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const name = `preprint-${version}.vsix`;
packageExtension(path.join(root, name));

const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
for (const file of files.toSorted()) {
  console.log(`${kilobytes(path.join(root, file)).padStart(10)}  ${file}`);
}
console.log(`${kilobytes(path.join(root, name)).padStart(10)}  ${name}, ${files.length} files`);

/** @param {string} file */
function kilobytes(file) {
  return `${(statSync(file).size / 1024).toFixed(1)} KB`;
}
