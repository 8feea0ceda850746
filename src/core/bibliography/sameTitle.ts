import { texToText } from '../render/texToText.js';
import { normalisedTitle } from '../title.js';
import type { BibliographyEntry } from './entry.js';

/** A title as it is compared: without case, accents, punctuation, TeX and marks of its version. */
interface FoldedTitle {
  readonly whole: string;
  /** Without the subtitle; the whole where there is none. */
  readonly main: string;
}

/** `(extended version)`, `[v2]`, `(preprint)`: the same work all the same. */
const versionMark =
  /\s*(?:[([][^()[\]]{0,40}\b(?:version|preprint|extended|abstract|arxiv|v\d{1,2})\b[^()[\]]{0,40}[)\]]|,?\s+v\d{1,2})\s*$/i;
/** Not the one inside a ratio or a time. */
const subtitle = /(?:[:?!.]|\s[-–]|\s?—)\s/;

function folded(title: string): FoldedTitle | undefined {
  const text = (/[\\$]/.test(title) ? texToText(title) : title).replace(/[{}]/g, '');
  const plain = text
    .trim()
    .replace(versionMark, '')
    .replace(/\band\b/gi, '&');
  const whole = normalisedTitle(plain);
  if (whole === '') return undefined;
  const head = normalisedTitle(plain.slice(0, subtitle.exec(plain)?.index));
  return { whole, main: head === '' ? whole : head };
}

/**
 * Whether two titles may be of one work: alike once folded, or one of them is the other without its
 * subtitle. A title that is not told is like any other.
 */
export function mayShareTitle(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [folded(one ?? ''), folded(other ?? '')];
  return !a || !b || a.whole === b.whole || a.whole === b.main || a.main === b.whole;
}

const book = /^(?:mv|edited)?-?(?:book|collection|proceedings|reference)$/;
/** BibTeX's: its title is the book's, and its chapter is told by a number. */
const numberedChapter = 'inbook';

/**
 * Parts works that share a name which should be of one alone, such as a DOI: chapters often have that
 * of their book. Those of one part have one title; whose cannot be told is in none. Linear.
 * @returns parts of any size, each in the order given
 */
export function partedByTitle<T extends { readonly entry: BibliographyEntry }>(
  places: readonly T[],
): readonly (readonly T[])[] {
  const untitled: T[] = [];
  const byMain = new Map<string, Map<string, T[]>>();
  for (const place of places) {
    const { title = '', type } = place.entry;
    if (type === numberedChapter) continue;
    const names = folded(title);
    if (!names) {
      untitled.push(place);
      continue;
    }
    const { main, whole } = names;
    const wholes = byMain.get(main) ?? new Map<string, T[]>();
    byMain.set(main, wholes);
    const same = wholes.get(whole);
    if (same) same.push(place);
    else wholes.set(whole, [place]);
  }
  const parts = [...byMain].flatMap(([main, wholes]) => joined(main, wholes));
  const [only = []] = parts;
  const order = new Map(places.map((place, at) => [place, at]));
  return (parts.length > 1 ? parts : [[...only, ...untitled]]).map((part) =>
    part.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  );
}

/** A title without subtitle is that of the one which has it, unless several have. */
function joined<T extends { readonly entry: BibliographyEntry }>(
  main: string,
  wholes: ReadonlyMap<string, readonly T[]>,
): (readonly T[])[] {
  const bare = wholes.get(main);
  const others = [...wholes].flatMap(([whole, places]) => (whole === main ? [] : [places]));
  const [other] = others;
  if (!bare || !other || others.length > 1 || hasBook(bare) !== hasBook(other)) {
    return [...wholes.values()];
  }
  return [[...bare, ...other]];
}

/** A book is not the chapter that has the book's title before its own. */
function hasBook(places: readonly { readonly entry: BibliographyEntry }[]): boolean {
  return places.some(({ entry }) => book.test(entry.type));
}
