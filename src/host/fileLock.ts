import { lstat, rm } from 'node:fs/promises';
import { Claim, claimantOf, claimsOf, type Claimant } from './claim.js';
import { unlessMissing } from './fileErrors.js';
import { MarksRefusal } from './marksRefusal.js';
import { hasEnded, thisMachine } from './thisMachine.js';

/** How often it is looked whether the others are done: no event tells. */
const againMs = 15;

/** As often a window asks that others have taken for dead. */
const mostTurns = 3;

/** How long others are waited for, in milliseconds. */
export interface LockLimits {
  /** A window that has not beaten for so long is taken for dead … */
  readonly silence: number;
  /** … and one that lives and has not given the file back for so long is waited for no more. */
  readonly patience: number;
}

const usualLimits: LockLimits = { silence: 10_000, patience: 15_000 };

/** No queue is so long: a larger file was laid by somebody else, and a window takes no later place. */
const lastPlace = 1_000_000;

/**
 * Takes the lock of a file in the order of asking: Lamport's bakery
 * (https://lamport.azurewebsites.net/pubs/bakery.pdf), whose numbers are the sizes of files. It needs
 * nothing of a disk but that files can be made, measured and deleted, hard links not either, and
 * compares no clocks: silence is how long this window has seen a file unchanged.
 * @throws MarksRefusal when another holds it too long, or what the disk tells
 */
export async function takeLock(file: string, limits = usualLimits): Promise<Claim> {
  for (let turn = 1; turn <= mostTurns; turn++) {
    const claim = await Claim.make(file);
    try {
      if (await isFirst(file, claim, limits)) return claim;
    } catch (error) {
      await claim.giveBack();
      throw error;
    }
    await claim.giveBack();
  }
  throw new MarksRefusal({ kind: 'changing' });
}

/** Waits for the others; false when they have taken this window for dead meanwhile. */
async function isFirst(
  file: string,
  claim: Claim,
  { silence, patience }: LockLimits,
): Promise<boolean> {
  const last = await lastOf(await claimsOf(file));
  const place = last.place + 1;
  if (place > lastPlace) throw new MarksRefusal({ kind: 'locked', path: last.claim });
  await claim.setPlace(place);
  // Who comes later sees this claim, and takes a later place.
  const there = (await claimsOf(file)).filter((other) => other !== claim.path);
  const others = new Set(there.map((other) => new OtherClaim(file, other, silence)));
  let holder: OtherClaim | undefined;
  let since = 0;
  while (await claim.isThere()) {
    for (const other of others) {
      if (!(await other.isBefore(place, claim.path))) others.delete(other);
    }
    const first = firstOf(others);
    if (!first) return true;
    if (first !== holder) {
      holder = first;
      since = performance.now();
    }
    // Others that wait and give up change nothing: each window has the same patience with a holder.
    if (performance.now() - since > patience) {
      throw new MarksRefusal({ kind: 'locked', path: holder.path });
    }
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
  return false;
}

/** The last place that is taken, 0 for none. */
async function lastOf(
  claims: readonly string[],
): Promise<{ readonly claim: string; readonly place: number }> {
  let last = { claim: '', place: 0 };
  for (const claim of claims) {
    const place = (await unlessMissing(lstat(claim)))?.size ?? 0;
    if (place > last.place && place <= lastPlace) last = { claim, place };
  }
  return last;
}

function firstOf(claims: Iterable<OtherClaim>): OtherClaim | undefined {
  return [...claims].sort((a, b) => a.place - b.place)[0];
}

/** Another window's claim, as it is watched. */
class OtherClaim {
  readonly path: string;
  /** Where it stood in the queue when it was last looked at. */
  place = 0;
  readonly #claimant: Claimant | undefined;
  readonly #silence: number;
  #beat: bigint | undefined;
  #beatSeen = performance.now();

  constructor(file: string, place: string, silence: number) {
    this.path = place;
    this.#claimant = claimantOf(file, place);
    this.#silence = silence;
  }

  /** Whether it is still to be waited for; that of a dead window is taken away. */
  async isBefore(ownPlace: number, ownPath: string): Promise<boolean> {
    const found = await unlessMissing(lstat(this.path, { bigint: true }));
    if (!found?.isFile()) return false;
    this.place = Number(found.size);
    if (this.place > lastPlace) return false;
    const isLater = this.place > ownPlace || (this.place === ownPlace && this.path > ownPath);
    if (isLater) return false;
    if (found.mtimeNs !== this.#beat) {
      this.#beat = found.mtimeNs;
      this.#beatSeen = performance.now();
    }
    if (!(await this.#isDead())) return true;
    await rm(this.path, { force: true });
    return false;
  }

  async #isDead(): Promise<boolean> {
    if (performance.now() - this.#beatSeen > this.#silence) return true;
    const { machine, pid } = this.#claimant ?? {};
    return pid !== undefined && machine === (await thisMachine()) && hasEnded(pid);
  }
}
