import { arxivKey, findIds, parseArxivId, type FoundId, type Month } from '../arxivId.js';
import { isArxivCategory } from '../categories.js';
import type { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { titleKey } from '../title.js';
import { splitAuthors } from './authorNames.js';
import type { ReadContext } from './format.js';

const entryHeaderStart = /^### (?:\[\d+\] )?\[/;
/** Neither a line in bold nor an item of a list; `**` is an empty list of authors. */
const authorLine = /^\*(?:[^*\s].*)?\*\s*$/;
/** What follows a title when the author line is missing. */
const afterAuthors = /^(?:<details>|(?:\*\*)?(?:Main category|TL;?DR|Task)(?:\*\*)?[:：])/;
const doiUrl = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i;
/** The title in the digest's language, between title and authors: `> *…*`. */
const translatedTitle = '> *';
/** `*Names* | **Category: cs.CR, cs.AI**`, as one fork has it. */
const categoriesBehindAuthors = /^\* \| \*\*Category: (.*?)\*\*\s*$/;
const authorsEnd = '* | **';
/** A title that holds a lone CR, which TeX leaves where a program reads `\rho` as `\r`, has more lines. */
const mostTitleLines = 4;

/** What the first lines of an entry say: title, link and authors. */
export interface Header {
  readonly line: number;
  readonly key: PaperKey;
  readonly id?: string;
  readonly version?: number;
  readonly doi?: string;
  readonly title: string;
  /** Where the header names its paper; characters in UTF-16 code units of that line. */
  readonly nameLine: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly authors: readonly string[];
  readonly hasAuthors: boolean;
  /** Primary first; empty unless they stand beside the authors. */
  readonly categories: readonly string[];
  /** First line behind title and authors. */
  readonly bodyLine: number;
}

/**
 * Reads the header of an entry, or nothing from a line that is none.
 * @param context without it, ids of every month are taken
 */
export function readHeader(lines: Lines, line: number, context?: ReadContext): Header | undefined {
  const titleAndUrl = splitHeader(lines, line);
  if (!titleAndUrl) return undefined;
  const { text, titleStart, title, urlLine, urlStart, url } = titleAndUrl;
  let authorsAt = lines.skipBlank(urlLine + 1);
  if (lines.startsWith(authorsAt, translatedTitle)) authorsAt = lines.skipBlank(authorsAt + 1);
  const atEnd = authorsAt >= lines.count;
  const next = atEnd ? '' : lines.line(authorsAt);
  const hasAuthors = authorLine.test(next);
  // A heading quoted in an abstract is followed by neither authors nor a label.
  if (!hasAuthors && !atEnd && !afterAuthors.test(next)) return undefined;
  const found = idInUrl(text, urlStart, url, context?.latest);
  // A name of several lines could not be selected.
  if (!found && urlLine !== line) return undefined;
  const doi = found ? undefined : doiUrl.exec(url)?.[1]?.toLowerCase();
  const split = next.lastIndexOf(authorsEnd);
  return {
    line,
    key: found ? arxivKey(found.id) : doi !== undefined ? `doi:${doi}` : titleKey(title),
    ...(found && { id: found.id }),
    ...(found?.version !== undefined && { version: found.version }),
    ...(doi !== undefined && { doi }),
    title,
    nameLine: found ? urlLine : line,
    nameStart: found?.idStart ?? titleStart,
    nameEnd: found?.idEnd ?? titleStart + title.length,
    authors: hasAuthors ? starredAuthors(split === -1 ? next : next.slice(0, split + 1)) : [],
    hasAuthors,
    categories: split === -1 ? [] : categoriesIn(next.slice(split)),
    bodyLine: hasAuthors ? authorsAt + 1 : authorsAt,
  };
}

function categoriesIn(text: string): readonly string[] {
  return splitCategories(categoriesBehindAuthors.exec(text)?.[1] ?? '');
}

/** The first as it is; behind it only arXiv's own, among which MSC and ACM classes may stand. */
export function splitCategories(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return names.filter((name, index) => (index === 0 ? name !== '' : isArxivCategory(name)));
}

const abstractPage = 'https://arxiv.org/abs/';

type IdInUrl = Pick<FoundId, 'id' | 'version' | 'idStart' | 'idEnd'>;

/** The address of an abstract page, which all but few entries have, is read without a search. */
function idInUrl(
  text: string,
  urlStart: number,
  url: string,
  latest: Month | undefined,
): IdInUrl | undefined {
  const idStart = urlStart + abstractPage.length;
  const id = url.startsWith(abstractPage)
    ? parseArxivId(url.slice(abstractPage.length), latest)
    : undefined;
  if (id) return { ...id, idStart, idEnd: urlStart + url.length };
  return findIds(text, latest).find((found) => found.idStart >= urlStart);
}

interface TitleAndUrl {
  /** The line that the URL stands in. */
  readonly text: string;
  readonly titleStart: number;
  readonly title: string;
  readonly urlLine: number;
  readonly urlStart: number;
  readonly url: string;
}

/** The URL is what follows the last `](`: titles hold brackets and even `](` of their own. */
function splitHeader(lines: Lines, line: number): TitleAndUrl | undefined {
  const first = lines.line(line);
  const titleStart = entryHeaderStart.exec(first)?.[0].length;
  if (titleStart === undefined) return undefined;
  let text = first;
  let urlLine = line;
  let before = '';
  while (!text.trimEnd().endsWith(')')) {
    const next = urlLine + 1;
    if (next - line >= mostTitleLines || lines.isBlank(next)) return undefined;
    if (lines.startsWith(next, '*') || lines.startsWith(next, '### ')) return undefined;
    before += `${text.slice(before === '' ? titleStart : 0)} `;
    text = lines.line(next);
    urlLine = next;
  }
  const end = text.trimEnd().length - 1;
  const titleEnd = text.lastIndexOf('](', end);
  const from = urlLine === line ? titleStart : 0;
  if (titleEnd < from) return undefined;
  const urlStart = titleEnd + 2;
  const url = text.slice(urlStart, end);
  if (url === '' || /\s/.test(url)) return undefined;
  return { text, titleStart, title: before + text.slice(from, titleEnd), urlLine, urlStart, url };
}

/** The title of a header in which the text ends, as far as it goes; undefined for other lines. */
export function cutTitle(lines: Lines, line: number): string | undefined {
  const text = lines.line(line);
  if (!entryHeaderStart.test(text) || lines.skipBlank(line + 1) < lines.count) return undefined;
  const title = text.replace(entryHeaderStart, '');
  const end = title.lastIndexOf('](');
  return end === -1 ? title : title.slice(0, end);
}

/** `*A B,C D, Jr*` */
function starredAuthors(line: string): string[] {
  return splitAuthors(line.slice(1, line.lastIndexOf('*')));
}
