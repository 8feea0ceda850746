/** Paths are parted by `/` and begin with it. */

export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

/** `..` and `.` are resolved; a path that begins with `/` or a drive stands for itself. */
export function joinPath(folder: string, written: string): string {
  const path = written.replaceAll('\\', '/');
  const whole = path.startsWith('/')
    ? path
    : /^[a-z]:\//i.test(path)
      ? `/${path}`
      : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The last part. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The last part without its extension. */
export function stemOf(path: string): string {
  return nameOf(path).replace(/(?<=.)\.[^.]+$/, '');
}

/** A folder and those above it, up to the highest one; that alone for a folder elsewhere. */
export function foldersUp(folder: string, top: string): readonly string[] {
  const folders: string[] = [];
  for (let next = folder; next.startsWith(top) && next.length > top.length; next = folderOf(next)) {
    folders.push(next);
  }
  return [...folders, top];
}

export function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
