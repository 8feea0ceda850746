import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Packages the built extension.
 * @param {string} file the .vsix to write
 */
export function packageExtension(file) {
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // The extension is bundled, so its node_modules are left out.
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  try {
    execFileSync(process.execPath, [vsce, 'package', ...options, '--out', file], {
      cwd: root,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout?: Buffer, stderr?: Buffer }} */ (error);
    throw new Error(`Packaging failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
