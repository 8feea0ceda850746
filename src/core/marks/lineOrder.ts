import type { PaperKey } from '../paper.js';

/** Letters at the end of a key by which keys are first parted, so that no sort takes long. */
const tailLength = 3;
/** Keys are given away in pieces of about this many. */
const pieceLength = 200;

/**
 * Keys in the order of a file's lines, some at a time: by the key read backwards. Papers of one day
 * have ids that differ in their last figures, and so stand far apart: two people who mark different
 * papers of one day write into different places of the file.
 */
export function* linesInOrder(keys: Iterable<PaperKey>): Generator<readonly PaperKey[]> {
  const byTail = new Map<string, PaperKey[]>();
  let count = 0;
  for (const key of keys) {
    const tail = key.slice(-tailLength);
    const known = byTail.get(tail);
    if (known) known.push(key);
    else byTail.set(tail, [key]);
    if (++count % pieceLength === 0) yield [];
  }
  const tails = Array.from(byTail, ([tail, those]) => ({ tail: backwards(tail), those }));
  let piece: PaperKey[] = [];
  for (const { those } of tails.sort((a, b) => compare(a.tail, b.tail))) {
    const sorted = those.map((key) => ({ key, name: backwards(key) }));
    piece.push(...sorted.sort((a, b) => compare(a.name, b.name)).map(({ key }) => key));
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}

/** By UTF-16 code units: it is a key to sort by, not a text. */
function backwards(text: string): string {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at--) turned += text.charAt(at);
  return turned;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
