import { arxivKey, findIds, parseArxivId, type FoundId, type Month } from '../arxivId.js';
import { rangeBetween } from '../bibliography/entry.js';
import { bareDoi } from '../bibliography/entryFacts.js';
import { categoryNames, isArxivCategory } from '../categories.js';
import type { DigestEntry } from '../digest.js';
import { dayIn } from '../digestDate.js';
import type { Lines } from '../lines.js';
import { authorList } from './authorList.js';
import { htmlText } from './htmlContent.js';
import type { XmlRecord, XmlValue, XmlValues } from './xmlRecords.js';

/** What one kind of feed has for itself; elements that all share are read alike. */
export interface FeedFormat {
  readonly name: string;
  /** Of the elements that stand for papers. */
  readonly records: readonly string[];
  /** @param head the first few thousand characters of an XML file */
  recognises(head: string): boolean;
  /** Paths outside of the papers (`XmlValue.path`) that tell the day of the feed: the first counts. */
  readonly date: readonly string[];
  /** The same inside of them, where each has the day on which it was announced. */
  readonly day?: readonly string[];
  /** Records that stand for no paper, by their id. */
  isNoPaper?(id: string): boolean;
  /** A title without what the feed adds to it, and the category that it tells. */
  title?(text: string): { readonly title: string; readonly category?: string };
  /** An abstract without what the feed writes before it. */
  abstract?(text: string): string;
}

/** Where ids stand, in the order in which they are looked for; a link may be to a related paper. */
export const idPaths = ['id', '@about', 'guid', 'link', 'link@href'];
const categoryPaths = ['primary_category@term', 'category@term', 'category', 'subject'];
const authorPaths = ['author/name', 'creator', 'author'];
const doiPaths = ['doi', 'DOI'];
export const factPaths = ['title', ...idPaths, ...categoryPaths, ...authorPaths, ...doiPaths];

/** undefined for a record without an id or a title */
export function entryOf(
  feed: FeedFormat,
  lines: Lines,
  record: XmlRecord,
  latest: Month,
): DigestEntry | undefined {
  const { values } = record;
  const found = idOf(lines.text, record, latest);
  const written = oneLine(htmlText(valueOf(values, ['title'])?.text ?? ''));
  const { title, category: told } = feed.title?.(written) ?? { title: written };
  if (!found || title === '') return undefined;
  const [category = told, ...crossLists] = categoriesOf(values);
  const doi = bareDoi(valueOf(values, doiPaths)?.text ?? '')?.toLowerCase();
  const day = dayOf(values, feed.day ?? []);
  return {
    key: arxivKey(found.id),
    id: found.id,
    ...(found.version !== undefined && { version: found.version }),
    ...(doi !== undefined && { doi }),
    title,
    authors: authorsOf(values),
    ...(category !== undefined && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    ...(day !== undefined && { day }),
    range: rangeBetween(lines, record.start, record.end),
    nameRange: rangeBetween(lines, found.idStart, found.idEnd),
  };
}

export type PlacedId = Pick<FoundId, 'id' | 'version' | 'idStart' | 'idEnd'>;
const usualStarts = ['http://arxiv.org/abs/', 'oai:arXiv.org:', 'https://arxiv.org/abs/'];

/** The length of what stands before an id. */
function usualStart(written: string): number {
  for (const start of usualStarts) if (written.startsWith(start)) return start.length;
  return 0;
}

/** Offsets are those of the text. Nothing but the places that are made for it is searched. */
export function idOf(text: string, { values }: XmlRecord, latest: Month): PlacedId | undefined {
  for (const path of idPaths) {
    for (const value of values.get(path) ?? []) {
      const written = text.slice(value.start, value.end);
      // Nearly all are one of these, and are read without a search.
      const before = usualStart(written);
      const id = before === 0 ? undefined : parseArxivId(written.slice(before), latest);
      if (id) return { ...id, idStart: value.start + before, idEnd: value.end };
      const found = findIds(written, latest)[0];
      if (!found) continue;
      const { idStart, idEnd } = found;
      return { ...found, idStart: value.start + idStart, idEnd: value.start + idEnd };
    }
  }
  return undefined;
}

/** The primary one first. The interface also gives classes of the AMS and the ACM, which are none. */
function categoriesOf(values: XmlValues): string[] {
  const categories: string[] = [];
  for (const path of categoryPaths) {
    for (const { text } of values.get(path) ?? []) {
      const category = text.trim();
      if (!categories.includes(category) && isCategory(category)) categories.push(category);
    }
  }
  return categories;
}

function isCategory(text: string): boolean {
  return categoryNames.has(text) || isArxivCategory(text);
}

/** Each by itself, as Atom has them, or all in one text, as arXiv's feeds do. */
function authorsOf(values: XmlValues): readonly string[] {
  const names = textsOf(values, 'author/name');
  if (names.length > 0) return names;
  const lists = ['creator', 'author'].map((path) => textsOf(values, path));
  const list = lists.find((each) => each.length > 0) ?? [];
  return list.flatMap((each) => authorList(htmlText(each)));
}

/** The first that is not blank, by the order of the paths. */
export function valueOf(values: XmlValues, paths: readonly string[]): XmlValue | undefined {
  for (const path of paths) {
    const value = values.get(path)?.find(({ text }) => /\S/.test(text));
    if (value) return value;
  }
  return undefined;
}

function textsOf(values: XmlValues, path: string): string[] {
  const texts = values.get(path) ?? [];
  return texts.map(({ text }) => oneLine(text)).filter((text) => text !== '');
}

export function dayOf(values: XmlValues, paths: readonly string[]): string | undefined {
  const text = valueOf(values, paths)?.text;
  return text === undefined ? undefined : dayIn(text.slice(0, 60));
}

export function oneLine(text: string): string {
  const line = text.trim();
  return /\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line;
}
