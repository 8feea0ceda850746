import type { BibliographyEntry } from './entry.js';
import { namedPaper, yearIn } from './entryFacts.js';

/** What an entry says, without where it stands. */
export type EntryFacts = Omit<BibliographyEntry, 'key' | 'keyRange' | 'range'>;

/** A value of JSON or YAML of which nothing is known yet. */
export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or a number that was meant as one; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** The key of a CSL item; numbers count, as Zotero's numbered export has them. */
export function cslKey(item: Tree): string | undefined {
  return textOf(item['id']) ?? textOf(item['citation-key']);
}

/** An item of CSL, in JSON or YAML (https://docs.citationstyles.org). */
export function cslFacts(item: Tree): EntryFacts {
  const title = textOf(item['title']);
  const journal = textOf(item['container-title']);
  const year = cslYear(item['issued']);
  return {
    type: textOf(item['type'])?.toLowerCase() ?? '',
    ...(title !== undefined && { title: withoutTags(title) }),
    authors: listOf(item['author'] ?? item['editor'])
      .map(cslName)
      .filter((name) => name !== ''),
    ...(year !== undefined && { year }),
    ...namedPaper({
      eprint: textOf(item['arxiv']),
      doi: textOf(item['DOI']),
      url: textOf(item['URL']),
      journal,
      volume: textOf(item['volume']),
      number: textOf(item['number']),
      // Zotero's "extra": `arXiv:2206.07690 [cs]`.
      note: textOf(item['note']),
      texts: [textOf(item['archive_location']), textOf(item['page'])],
    }),
    ...(journal !== undefined && { journal: withoutTags(journal) }),
  };
}

/** CSL has a little HTML in its texts: `<i>`, `<span class="nocase">`. */
function withoutTags(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]{0,100})?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cslName(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (!isTree(value)) return '';
  const whole = textOf(value['literal']);
  if (whole !== undefined) return whole;
  return ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    .map((part) => textOf(value[part]) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

/** `{"date-parts": [[2024, 5]]}`, `{"raw": "2024-05"}`, `2024-05`, or a list of such. */
function cslYear(issued: unknown): number | undefined {
  if (Array.isArray(issued)) return cslYear(issued[0]);
  if (!isTree(issued)) return yearIn(textOf(issued) ?? '');
  const [first] = listOf(issued['date-parts']);
  const year = textOf(listOf(first)[0]) ?? textOf(issued['year']);
  return yearIn(year ?? textOf(issued['raw']) ?? textOf(issued['literal']) ?? '');
}
