import type { Month } from '../arxivId.js';
import type { DigestEntry } from '../digest.js';
import { Lines } from '../lines.js';
import { namesIn } from './authorNames.js';
import { jsonFormat, readRecord, type JsonPage } from './jsonFormat.js';
import { listOf, memberOf, objectOf, oneLine } from './jsonObject.js';

/**
 * arXiv's metadata as Kaggle hands them out (digest-formats.md 3, row 14;
 * https://www.kaggle.com/datasets/Cornell-University/arxiv): one paper per line, over two million of
 * them. Texts are wrapped as in arXiv's listings; categories stand in one text, the primary one first.
 */
const page: JsonPage = {
  name: 'kaggle',
  records: 'lines',
  marks: ['id', 'title', 'authors', 'categories', 'abstract'],
  id: 'id',
  facts: (paper) => {
    const versions = listOf(paper.value('versions'));
    return {
      authors: parsedNames(paper.value('authors_parsed')) ?? writtenNames(paper.line('authors')),
      categories: categoriesIn(paper.line('categories')),
      version: numberOf(versions.at(-1)),
      doi: paper.line('doi'),
      day: dayOf(versions[0]),
    };
  },
  body(paper) {
    const abstract = paper.lines('abstract');
    const comment = paper.line('comments');
    return {
      fields: [],
      ...(abstract !== '' && { abstract }),
      ...(comment !== '' && { comment }),
    };
  },
};

export const kaggle = jsonFormat(page);

/**
 * Reads one line by itself, for files that are too large to be read at once.
 * @param latest ids of later months are refused
 * @returns an entry as of line 0; undefined for what is no record, is damaged, or has no title
 */
export function kaggleRecord(line: string, latest?: Month): DigestEntry | undefined {
  const record = objectOf(line);
  return record?.whole ? readRecord(page, record, new Lines(line), latest) : undefined;
}

/**
 * The categories of a line, the primary one first, at a fraction of the cost of reading it: to pass
 * over the papers that nobody asked for. None for what is no record.
 */
export function kaggleCategories(line: string): string[] {
  return categoriesIn(oneLine(categoriesMember.exec(line)?.[1]));
}

/** Quotes inside a text are escaped, so that no abstract can look like this. */
const categoriesMember = /(?<!\\)"categories": ?"([^"]*)"/;

function categoriesIn(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** `[["Evans","Neal J.","II"],["Biryukov","V. M.","","Serpukhov, IHEP"]]`: TeX resolved, without addresses. */
function parsedNames(parsed: unknown): string[] | undefined {
  const parts: string[] = [];
  for (const author of listOf(parsed)) {
    const [last, first, generation] = listOf(author);
    const lastName = oneLine(last);
    // Initials are parted there, those with a hyphen too: `C. -P.`
    const firstName = oneLine(first).replace('. -', '.-');
    parts.push(firstName === '' ? lastName : `${firstName} ${lastName}`);
    if (typeof generation === 'string' && generation !== '') parts.push(generation);
  }
  const authors = namesIn(parts);
  return authors.length === 0 ? undefined : authors;
}

/** `A. Author (1 and 2), B. Author and C. Author ((1) Here, (2) There)`. */
function writtenNames(written: string): string[] {
  let outside = '';
  let depth = 0;
  for (const character of written) {
    if (character === '(') depth++;
    if (depth === 0) outside += character;
    if (character === ')' && depth > 0) depth--;
  }
  return namesIn(
    outside
      .split(',')
      .flatMap((part) => part.replace(/^\s*and /, '').split(' and '))
      .filter((name) => !/^\s*et\.? ?al\.?\s*$/.test(name)),
  );
}

function numberOf(version: unknown): number | undefined {
  const number = /^v([1-9]\d{0,3})$/.exec(oneLine(memberOf(version, 'version')));
  return number ? Number(number[1]) : undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon, 2 Apr 2007 19:18:42 GMT`: the day on which the paper came to arXiv. */
function dayOf(version: unknown): string | undefined {
  const created = oneLine(memberOf(version, 'created'));
  const [, day = '', name = '', year = ''] =
    /^[A-Z][a-z]{2}, (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) /.exec(created) ?? [];
  const month = months.indexOf(name) + 1;
  return month > 0 ? `${year}-${twoDigits(month)}-${twoDigits(Number(day))}` : undefined;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
