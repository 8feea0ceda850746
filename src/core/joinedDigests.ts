import type { DigestDate } from './digest.js';
import { daysOf } from './entryDays.js';
import type { JoinedDigest } from './twins.js';

/** A day that digests tell of, or a month as far as it is known. */
export interface DigestDay {
  readonly day: string;
  readonly precision: DigestDate['precision'];
}

/** Digests by what stands for each, and by their days: asked at every look at the tree. */
export class JoinedDigests {
  readonly #digests = new Map<string, JoinedDigest>();
  readonly #days = new Map<string, Map<string, JoinedDigest>>();
  /** Undefined while it is to be looked for: the digests of the last one have gone. */
  #newest: DigestDay | undefined;

  /** Takes the place of what was put in for the same URI. */
  set(joined: JoinedDigest): void {
    const { uri, digest } = joined;
    this.delete(uri);
    this.#digests.set(uri, joined);
    for (const [day, precision] of daysOf(digest)) {
      const those = this.#days.get(day) ?? new Map<string, JoinedDigest>();
      this.#days.set(day, those.set(uri, joined));
      if (this.#newest && day > this.#newest.day) this.#newest = { day, precision };
    }
  }

  delete(uri: string): void {
    const joined = this.#digests.get(uri);
    if (!joined) return;
    this.#digests.delete(uri);
    for (const day of daysOf(joined.digest).keys()) {
      const those = this.#days.get(day);
      those?.delete(uri);
      if (those?.size !== 0) continue;
      this.#days.delete(day);
      if (day === this.#newest?.day) this.#newest = undefined;
    }
  }

  get(uri: string): JoinedDigest | undefined {
    return this.#digests.get(uri);
  }

  /** In no order. */
  all(): Iterable<JoinedDigest> {
    return this.#digests.values();
  }

  /** Those that tell of a day, in no order; `''` is the day of what nothing dates. */
  on(day: string): Iterable<JoinedDigest> {
    return this.#days.get(day)?.values() ?? [];
  }

  /** Undefined while none has a date. Costs nothing as a rule, else a look at each day. */
  get newest(): DigestDay | undefined {
    this.#newest ??= this.#lookForNewest();
    return this.#newest;
  }

  #lookForNewest(): DigestDay | undefined {
    let newest = '';
    for (const day of this.#days.keys()) if (day > newest) newest = day;
    const [joined] = this.on(newest);
    const precision = newest === '' ? undefined : joined && daysOf(joined.digest).get(newest);
    return precision && { day: newest, precision };
  }
}
