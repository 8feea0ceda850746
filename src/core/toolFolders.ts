/**
 * Whether a path leads through a folder that belongs to a program, where a file may be run or change
 * what the program does: `.git` and `.vscode` as all names with a dot in front, and `node_modules`.
 * Preprint's own `.preprint` is none.
 * @param path below a workspace folder, parted by `/`
 */
export function leadsIntoTools(path: string): boolean {
  return path
    .toLowerCase()
    .split('/')
    .some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '.preprint'));
}
