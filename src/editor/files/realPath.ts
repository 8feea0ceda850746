import { lstat, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';

/** As many links in a row as Linux follows (path_resolution(7)). */
const mostLinks = 40;

/**
 * The absolute path that a path leads to once every link on the way is resolved, those of its folders
 * and a last one that leads nowhere included: where a file would be made when there is none yet.
 * Asks the disk, never reads a file.
 * @param file absolute
 * @throws what the disk tells but that something is missing; ELOOP for links that lead in a circle
 */
export async function realPath(file: string): Promise<string> {
  return resolve(path.resolve(file), 0);
}

async function resolve(file: string, links: number): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const target = await linkTarget(file);
  if (target !== undefined) {
    if (links >= mostLinks) throw loop(file);
    // A `..` behind a link leads up from where that leads: only the disk can tell, so nothing is joined here.
    const next = path.isAbsolute(target) ? target : `${path.dirname(file)}${path.sep}${target}`;
    return resolve(next, links + 1);
  }
  const folder = path.dirname(file);
  // The root of a disk that is not there has nothing above it.
  if (folder === file) return file;
  return path.join(await resolve(folder, links), path.basename(file));
}

/** Where a link leads, which may be nowhere; undefined for what is no link or is not there. */
async function linkTarget(file: string): Promise<string | undefined> {
  try {
    return (await lstat(file)).isSymbolicLink() ? await readlink(file) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function loop(file: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`ELOOP: too many links: ${file}`), { code: 'ELOOP' });
}
