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

/** The last part without its extension. */
export function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(?<=.)\.[^.]+$/, '');
}

export function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
