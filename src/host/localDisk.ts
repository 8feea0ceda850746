import type { BigIntStats } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { realPath } from '../editor/files/realPath.js';
import { claimsOf, type Claim } from './claim.js';
import { codeOf, unlessMissing } from './fileErrors.js';
import { takeLock } from './fileLock.js';
import type { MarksDisk } from './marksDisk.js';
import { MarksRefusal } from './marksRefusal.js';
import { plainStat, readPlainFile } from './plainFile.js';

/** As often a file is locked anew when others have taken this window for dead. */
const mostLocks = 3;

/** Others have taken this window for dead, or the file is another's by now: nothing was written. */
class LockLostError extends Error {}

/** A file of marks on a disk of this machine, or one that is mounted like it. */
export class LocalDisk implements MarksDisk {
  readonly #file: string;
  readonly #realPath: (file: string) => Promise<string>;
  #held: { readonly target: string; readonly claim: Claim } | undefined;

  /**
   * @param realPathOf where the file really is, with all links resolved, or a MarksRefusal for where
   *   it must not be: asked right before anything is read or written
   */
  constructor(file: string, realPathOf = realPath) {
    this.#file = file;
    this.#realPath = realPathOf;
  }

  async fingerprint(): Promise<string | undefined> {
    return fingerprintOf(await plainStat(await this.#target()));
  }

  async read(): Promise<Uint8Array | undefined> {
    return readPlainFile(await this.#target());
  }

  async replace(
    pieces: readonly Uint8Array[],
    expected: string | undefined,
  ): Promise<string | undefined> {
    const target = await this.#target();
    const mode = await writableMode(target);
    const beside = `${target}.${randomBytes(6).toString('hex')}${temporaryEnd}`;
    try {
      const written = await writeNew(beside, pieces, mode);
      if (fingerprintOf(await plainStat(target)) === expected) {
        await this.#assertHeld(target);
        await rename(beside, target);
        return written;
      }
    } catch (error) {
      await rm(beside, { force: true });
      // Who takes a window for dead takes away what it was about to rename.
      if (codeOf(error) === 'ENOENT') await this.#assertHeld(target);
      throw error;
    }
    await rm(beside, { force: true });
    return undefined;
  }

  async alone<T>(act: () => Promise<T>): Promise<T> {
    for (let turn = 1; ; turn++) {
      const target = await this.#target();
      await mkdir(path.dirname(target), { recursive: true });
      const claim = await takeLock(target);
      this.#held = { target, claim };
      try {
        await removeTemporaries(target);
        return await act();
      } catch (error) {
        if (!(error instanceof LockLostError)) throw error;
        if (turn === mostLocks) throw new MarksRefusal({ kind: 'changing' });
      } finally {
        this.#held = undefined;
        await claim.giveBack();
      }
    }
  }

  async addBeside(name: string, text: string): Promise<void> {
    const target = await this.#target();
    // The text speaks of the file by the name that a link may have and its target has not.
    if (path.basename(target) !== path.basename(this.#file)) return;
    const file = path.join(path.dirname(target), name);
    // Neither changes what is there nor follows a link.
    await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }

  async sweep(): Promise<void> {
    const target = await this.#target();
    const left = [...(await temporariesOf(target)), ...(await claimsOf(target))];
    if (left.length === 0) return;
    const claim = await takeLock(target);
    try {
      await removeTemporaries(target);
    } finally {
      await claim.giveBack();
    }
  }

  #target(): Promise<string> {
    return this.#realPath(this.#file);
  }

  /** Throws unless this window is still alone, and with the file that the path leads to now. */
  async #assertHeld(target: string): Promise<void> {
    const isThere = this.#held?.target === target && (await this.#held.claim.isThere());
    if (!isThere || (await this.#target()) !== target) throw new LockLostError();
  }
}

const temporaryEnd = '.tmp';

/**
 * What windows that were killed were about to rename: only who holds the lock writes such files. It is
 * taken away before the file is read, so that a window that was taken for dead and is not cannot
 * rename what it has made of an older file.
 */
async function removeTemporaries(target: string): Promise<void> {
  for (const file of await temporariesOf(target)) await rm(file, { force: true });
}

async function temporariesOf(target: string): Promise<string[]> {
  const [folder, start] = [path.dirname(target), `${path.basename(target)}.`];
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names
    .filter((name) => name.startsWith(start) && isTemporary(name.slice(start.length)))
    .map((name) => path.join(folder, name));
}

function isTemporary(nameEnd: string): boolean {
  return /^[0-9a-f]{12}\.tmp$/.test(nameEnd);
}

/** The permissions of a file that may be written to; undefined when there is none. */
async function writableMode(target: string): Promise<number | undefined> {
  const found = await plainStat(target);
  // A file that nobody may write to is not to be replaced either.
  if (found) await access(target, constants.W_OK);
  return found && Number(found.mode) & 0o777;
}

/** @returns the fingerprint of what was written; renaming changes none of it */
async function writeNew(
  place: string,
  pieces: readonly Uint8Array[],
  mode: number | undefined,
): Promise<string | undefined> {
  const file = await open(place, 'wx');
  try {
    await writeFile(file, pieces);
    // What others of the lab may do with the file does not depend on who wrote it last.
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
    return fingerprintOf(await file.stat({ bigint: true }));
  } finally {
    await file.close();
  }
}

function fingerprintOf(found: BigIntStats | undefined): string | undefined {
  return found && `${found.ino}/${found.size}/${found.mtimeNs}`;
}
