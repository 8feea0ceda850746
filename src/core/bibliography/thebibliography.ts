import { bracketPairs, type Pair } from '../citation/scan/brackets.js';
import { latexScanner } from '../citation/scan/latex.js';
import type { Lines } from '../lines.js';
import { ownText } from '../ownText.js';
import { typesetExtensions } from './bibliographyPath.js';
import { rangeBetween, type BibliographyEntry } from './entry.js';
import type { BibliographyFormat } from './format.js';
import { typesetFacts } from './typesetFacts.js';

/** A reference of a `thebibliography`; offsets are UTF-16 code units. */
export interface Bibitem {
  readonly key: string;
  readonly keyStart: number;
  /** What natbib and others say for the number: `Ada(2020)Ada, Ben`; empty for none. */
  readonly label: string;
  /** Of the command. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** LaTeX's own, and harvard's, whose key comes behind author and year. */
const itemCommand = /\\(?:(bibitem)|harvarditem)(?![A-Za-z@])/g;
const listEnd = /\\end[ \t]*\{(?:thebibliography|references)\}/g;
const blank = /[\s\u0001]*/y;

/** Whether a text may hold references of its own: costs a search for a word. */
function mayHoldBibitems(text: string): boolean {
  return /\\(?:bib|harvard)item/.test(text);
}

/**
 * The references that a LaTeX text describes by `\bibitem`, in their order; none of comments and
 * verbatim text, and no definition of the command. Linear.
 */
export function bibitemsOf(text: string): readonly Bibitem[] {
  if (!mayHoldBibitems(text)) return [];
  const silent = latexScanner.silence(text);
  const documentEnd = silent.indexOf('\\end{document}');
  const shown = documentEnd < 0 ? silent : silent.slice(0, documentEnd);
  const pairs = bracketPairs(shown, '[{');
  const ends = Array.from(shown.matchAll(listEnd), ({ index }) => index);
  const heads = Array.from(shown.matchAll(itemCommand)).flatMap((match) => {
    const head = headOf(
      shown,
      match.index + match[0].length,
      match[1] === undefined ? 2 : 0,
      pairs,
    );
    return head ? [{ ...head, start: match.index }] : [];
  });
  let nextEnd = 0;
  return heads.map((head, at) => {
    while ((ends[nextEnd] ?? Infinity) < head.bodyStart) nextEnd++;
    const limit = Math.min(heads[at + 1]?.start ?? shown.length, ends[nextEnd] ?? shown.length);
    return { ...head, end: beforeBlanks(shown, head.bodyStart, limit) };
  });
}

/** An expression for blanks at the end would try each of them anew. */
function beforeBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s\u0001]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** @param skipped arguments in braces before the key */
function headOf(
  text: string,
  from: number,
  skipped: number,
  pairs: ReadonlyMap<number, Pair>,
): Pick<Bibitem, 'key' | 'keyStart' | 'label' | 'bodyStart'> | undefined {
  let at = afterBlanks(text, from);
  let label = '';
  const optional = text[at] === '[' ? pairs.get(at) : undefined;
  if (optional) {
    label = text.slice(at + 1, optional.close);
    at = afterBlanks(text, optional.close + 1);
  }
  for (let count = 0; count < skipped; count++) {
    const pair = pairs.get(at);
    if (!pair || text[at] !== '{') return undefined;
    label += `${text.slice(at + 1, pair.close)} `;
    at = afterBlanks(text, pair.close + 1);
  }
  const braces = text[at] === '{' ? pairs.get(at) : undefined;
  if (!braces?.flat) return undefined;
  const written = text.slice(at + 1, braces.close);
  const key = written.trim();
  if (!/^[^,\\#%~{}\u0001\n\r]{1,300}$/.test(key)) return undefined;
  const keyStart = at + 1 + written.indexOf(key);
  return { key, keyStart, label, bodyStart: braces.close + 1 };
}

function afterBlanks(text: string, from: number): number {
  blank.lastIndex = from;
  blank.test(text);
  return blank.lastIndex;
}

/** References of a LaTeX document or a `.bbl` that BibTeX has written. */
export const thebibliography: BibliographyFormat = {
  name: 'thebibliography',
  extensions: typesetExtensions,

  read(lines, isWanted) {
    const { text } = lines;
    const entries = bibitemsOf(text)
      .filter(({ start, end }) => isWanted?.(text.slice(start, end)) !== false)
      .map((item) => readItem(lines, item));
    return { entries, problems: [] };
  },
};

function readItem(lines: Lines, item: Bibitem): BibliographyEntry {
  const { label, start, keyStart, bodyStart, end } = item;
  const key = ownText(item.key);
  return {
    key,
    type: 'bibitem',
    ...typesetFacts(label, lines.text.slice(bodyStart, end)),
    keyRange: rangeBetween(lines, keyStart, keyStart + key.length),
    range: rangeBetween(lines, start, end),
  };
}
