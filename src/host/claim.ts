import { randomBytes } from 'node:crypto';
import { lstat, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { unlessMissing } from './fileErrors.js';
import { thisMachine } from './thisMachine.js';

/** How often a window says that it is alive. */
const beatMs = 1000;

/** Whose a claim is, as its name has it. */
export interface Claimant {
  readonly pid: number;
  readonly machine: string;
}

/** The files that windows have laid to claim a file, those of killed windows included. */
export async function claimsOf(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.map((name) => path.join(folder, name)).filter((name) => claimantOf(file, name));
}

/** Undefined for a file that is no claim of this file. */
export function claimantOf(file: string, claim: string): Claimant | undefined {
  const start = `${file}.`;
  if (!claim.startsWith(start)) return undefined;
  const [, pid, machine] =
    /^(\d{1,10})-([0-9a-f]{8})-[0-9a-f]{12}\.lock$/.exec(claim.slice(start.length)) ?? [];
  return pid && machine ? { pid: Number(pid), machine } : undefined;
}

/**
 * A window's claim of a file: a file of its own beside it, so that taking away that of a killed window
 * can never take away another's. Its size is the place in the queue, 0 while the window looks for it;
 * its time moves while the window lives.
 */
export class Claim {
  readonly path: string;
  /** Kept open: whatever takes the place of the file is not touched. */
  readonly #file: FileHandle;
  readonly #beat: ReturnType<typeof setInterval>;

  private constructor(place: string, file: FileHandle) {
    this.path = place;
    this.#file = file;
    this.#beat = setInterval(() => void beat(file), beatMs);
    this.#beat.unref();
  }

  static async make(file: string): Promise<Claim> {
    const token = randomBytes(6).toString('hex');
    const place = `${file}.${process.pid}-${await thisMachine()}-${token}.lock`;
    return new Claim(place, await open(place, 'wx'));
  }

  async setPlace(place: number): Promise<void> {
    await this.#file.truncate(place);
  }

  /** Whether no other window has taken this one for dead. */
  async isThere(): Promise<boolean> {
    return (await unlessMissing(lstat(this.path))) !== undefined;
  }

  async giveBack(): Promise<void> {
    clearInterval(this.#beat);
    await this.#file.close();
    await rm(this.path, { force: true });
  }
}

async function beat(file: FileHandle): Promise<void> {
  const now = new Date();
  // Where it fails, the others take this window for dead, and it finds out before it writes.
  await file.utimes(now, now).catch(() => undefined);
}
