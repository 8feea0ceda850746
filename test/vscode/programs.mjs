import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * The full path of a program on the PATH.
 * @param {string} name
 */
export function findProgram(name) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
