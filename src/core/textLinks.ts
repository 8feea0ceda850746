import type { FoundId, Month } from './arxivId.js';
import { idsIn } from './indexText.js';
import { Lines } from './lines.js';

/** An identifier in a text, by its line from 0. */
export interface LinkedId {
  readonly line: number;
  readonly found: FoundId;
}

const address = /https?:\/\/\S*/gi;

/** The identifiers that stand in no web address: editors link those, and an id inside is a part of it. */
export function idsOutsideAddresses(text: string, latest: Month): LinkedId[] {
  const lines = new Lines(text);
  const outside: LinkedId[] = [];
  let line = -1;
  let ends: readonly { readonly start: number; readonly end: number }[] = [];
  let next = 0;
  for (const each of idsIn(lines, latest)) {
    if (each.line !== line) {
      line = each.line;
      next = 0;
      ends = addressesIn(lines.line(line));
    }
    const { idStart } = each.found;
    // Both come in their order.
    while ((ends[next]?.end ?? Infinity) < idStart) next++;
    if ((ends[next]?.start ?? Infinity) > idStart) outside.push(each);
  }
  return outside;
}

function addressesIn(line: string): { readonly start: number; readonly end: number }[] {
  return Array.from(line.matchAll(address), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
