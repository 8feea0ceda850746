import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { MarksDisk } from './marksDisk.js';

/** How long another window may take to write, and how often it is looked whether it has: no event tells. */
const patienceMs = 2000;
const againMs = 15;
/** What is older was to be renamed by a window that was killed. */
const leftoverAfterMs = 3_600_000;

const lockEnd = '.lock';
const temporaryEnd = '.tmp';

/** A file of marks on a disk of this machine, or one that is mounted like it. */
export class LocalDisk implements MarksDisk {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  fingerprint(): Promise<string | undefined> {
    return identityOf(this.#file);
  }

  read(): Promise<Uint8Array | undefined> {
    return unlessMissing(readFile(this.#file));
  }

  async replace(content: Uint8Array): Promise<string | undefined> {
    const target = await this.#target();
    const beside = `${target}.${randomBytes(6).toString('hex')}${temporaryEnd}`;
    const mode = (await unlessMissing(stat(target)))?.mode;
    // A file that nobody may write to is not to be replaced either.
    if (mode !== undefined) await (await open(target, 'r+')).close();
    let written: string;
    try {
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(content);
        // What others of the lab may do with the file does not depend on who wrote it last.
        if (mode !== undefined) await file.chmod(mode & 0o777);
        await file.sync();
        // Renaming changes none of it.
        written = fingerprintOf(await file.stat({ bigint: true }));
      } finally {
        await file.close();
      }
      await rename(beside, target);
      return written;
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  async alone<T>(act: () => Promise<T>): Promise<T> {
    await mkdir(path.dirname(this.#file), { recursive: true });
    const target = await this.#target();
    const lock = `${target}${lockEnd}`;
    const own = await take(lock);
    try {
      await removeLeftovers(target);
      return await act();
    } finally {
      // Who took too long has been passed over, and the lock is another's.
      if ((await identityOf(lock)) === own) await rm(lock, { force: true });
    }
  }

  async addBeside(name: string, text: string): Promise<void> {
    const file = path.join(path.dirname(this.#file), name);
    await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }

  /** A lab may have linked the file to where all of it can reach it: the link stays. */
  async #target(): Promise<string> {
    return (await unlessMissing(realpath(this.#file))) ?? this.#file;
  }
}

/** @returns the identity of the lock, which is this window's now */
async function take(lock: string): Promise<string | undefined> {
  let holder: string | undefined;
  let deadline = 0;
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      return await identityOf(lock);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const found = await identityOf(lock);
    if (found !== holder) {
      holder = found;
      deadline = Date.now() + patienceMs;
    }
    // A window that was killed never gives it back.
    if (Date.now() > deadline) await rm(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

async function identityOf(file: string): Promise<string | undefined> {
  const found = await unlessMissing(stat(file, { bigint: true }));
  return found && fingerprintOf(found);
}

async function removeLeftovers(target: string): Promise<void> {
  const [folder, start] = [path.dirname(target), `${path.basename(target)}.`];
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(start) || !name.endsWith(temporaryEnd)) continue;
    const file = path.join(folder, name);
    const found = await unlessMissing(stat(file));
    if (found && Date.now() - found.mtimeMs > leftoverAfterMs) await rm(file, { force: true });
  }
}

function fingerprintOf({ ino, size, mtimeNs }: BigIntStats): string {
  return `${ino}/${size}/${mtimeNs}`;
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
