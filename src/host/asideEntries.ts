import type { DigestEntry } from '../core/digest.js';
import { WorkerDied } from './workerDied.js';

interface Placed {
  readonly entry: DigestEntry;
}

/**
 * Entries that a worker was not done with in time, which are not sent again. One that is read anew,
 * because its digest has changed, is another entry.
 */
export class AsideEntries {
  readonly #entries = new WeakSet<DigestEntry>();

  without<P extends Placed>(places: readonly P[]): readonly P[] {
    return places.filter(({ entry }) => !this.#entries.has(entry));
  }

  /** @param error why there was no answer about these places */
  note(error: unknown, places: Iterable<Placed>): void {
    if (!(error instanceof WorkerDied) || error.blame !== 'overdue') return;
    for (const { entry } of places) this.#entries.add(entry);
  }
}
