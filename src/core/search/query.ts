import lunr from 'lunr';
import { queryTerms } from './analyzer.js';
import { allFields, fieldMask, type SearchField } from './fields.js';

/** One term that must be found, or must not. */
export interface QueryTerm {
  /** As the index has it; with `*` in patterns. */
  readonly text: string;
  readonly match: 'exact' | 'prefix' | 'pattern';
  /** Typos that are forgiven. */
  readonly edits: 0 | 1;
  /** Fields in which it counts (`fields.ts`). */
  readonly fields: number;
  /** Weight in the ranking; 1 is neutral. */
  readonly boost: number;
}

/** What the entry, its digest or its paper must be, besides what its texts say. */
export type QueryFilter = { readonly not: boolean } & (
  | { readonly kind: 'category'; readonly category: string; readonly below: boolean }
  /** Days or months, both inclusive; '' is no limit. `2026-03` ends with the last day of March. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'state'; readonly state: string }
);

/** Words in this order, in one field's text: verified against the text itself. */
export interface QueryPhrase {
  readonly text: string;
  readonly fields: number;
  readonly not: boolean;
}

export interface Query {
  readonly required: readonly QueryTerm[];
  readonly prohibited: readonly QueryTerm[];
  readonly phrases: readonly QueryPhrase[];
  readonly filters: readonly QueryFilter[];
}

/** What people write before a colon, and the field that they mean. */
const fieldNames: ReadonlyMap<string, SearchField> = new Map([
  ['title', 'title'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['summary', 'summary'],
  ['tldr', 'summary'],
  ['ai', 'fields'],
  ['abstract', 'abstract'],
]);

/** A piece of a query: a sign, a field or filter, then words in quotes or a run without blanks. */
const piece = /([+-]?)(?:([\p{L}]+):)?(?:"([^"]*)"?|“([^”]*)”?|(\S+))/gu;

/**
 * Reads what a person has typed. Words must all be found; `-word` must not; `"a phrase"`;
 * `title:word`; `word*`; `word~1`; `word^2`; `cat:cs.LG`, `cat:cs.*`; `date:2026-01..2026-03`,
 * `date:>2026-01`; `in:folder`; `is:starred`. Never throws: what is odd or unfinished is searched for
 * as words.
 * @param typing the last word may go on: it is searched for as the beginning of one
 */
export function parseQuery(text: string, typing = false): Query {
  const query = {
    required: [] as QueryTerm[],
    prohibited: [] as QueryTerm[],
    phrases: [] as QueryPhrase[],
    filters: [] as QueryFilter[],
  };
  const pieces = [...text.matchAll(piece)];
  for (const [index, match] of pieces.entries()) {
    const [whole, sign = '', name = '', straight, curly, run = ''] = match;
    const not = sign === '-';
    const quoted = straight ?? curly;
    const filter = filterOf(name.toLowerCase(), quoted ?? run, not);
    const field = fieldNames.get(name.toLowerCase());
    if (filter !== undefined) {
      if (filter !== 'unfinished') query.filters.push(filter);
      continue;
    }
    const fields = field === undefined ? allFields : fieldMask(field);
    const terms = not ? query.prohibited : query.required;
    if (quoted !== undefined) {
      addPhrase(query, terms, quoted, fields, not);
      continue;
    }
    // A name that is no field belongs to the word: `cs.CV:`, `https://…`.
    const word = field === undefined && name !== '' ? whole.slice(sign.length) : run;
    const open = typing && index === pieces.length - 1 && !/\s$/.test(text);
    terms.push(...wordTerms(word, fields, open && !not));
  }
  return query;
}

/** The words of a phrase must be found as well: the index then leaves few texts to be looked at. */
function addPhrase(
  query: { readonly phrases: QueryPhrase[] },
  terms: QueryTerm[],
  text: string,
  fields: number,
  not: boolean,
): void {
  const words = queryTerms(text);
  if (words.length === 0) return;
  query.phrases.push({ text, fields, not });
  if (!not) terms.push(...words.map((word) => exactly(word, fields)));
}

/** lunr's parser reads `*`, `~` and `^`; it throws on unfinished input, which is words then. */
function wordTerms(word: string, fields: number, open: boolean): QueryTerm[] {
  const { term, edits, boost } = lunrClause(word) ?? { term: word, edits: 0, boost: 1 };
  if (/[*]/.test(term) && /[^*\s]/.test(term)) return [wildcard(term.toLowerCase(), fields, boost)];
  const terms = queryTerms(term).map((text): QueryTerm => ({
    ...exactly(text, fields),
    edits: isCjk(text) ? 0 : edits,
    boost,
  }));
  const last = terms.at(-1);
  if (isCjk(last?.text ?? '') && last?.text.length === 1) {
    terms[terms.length - 1] = { ...last, match: 'prefix' };
  } else if (open && edits === 0 && /[\p{L}\p{N}]$/u.test(term)) {
    return [...terms.slice(0, -1), ...openTerm(term, last, fields)];
  }
  return terms;
}

/** The beginning of a word, as typed: its stem may be another word's. */
function openTerm(typed: string, last: QueryTerm | undefined, fields: number): QueryTerm[] {
  const text = /[\p{L}\p{N}]+$/u.exec(typed)?.[0].toLowerCase() ?? '';
  if (isCjk(text) || last?.text.includes('-')) return last ? [last] : [];
  // A single letter begins every tenth word.
  if (text.length < 2) return last ? [last] : [];
  return [{ ...exactly(text, fields), match: 'prefix' }];
}

function wildcard(term: string, fields: number, boost: number): QueryTerm {
  const prefix = /^[^*]+\*$/.test(term);
  const text = prefix ? term.slice(0, -1) : term;
  return { ...exactly(text, fields), match: prefix ? 'prefix' : 'pattern', boost };
}

function exactly(text: string, fields: number): QueryTerm {
  return { text, match: 'exact', edits: 0, fields, boost: 1 };
}

function isCjk(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/.test(text);
}

/** lunr takes `-` for a blank. */
const hyphen = '\ue000';

/** What lunr 2.3 has and its published types leave out: https://lunrjs.com/docs/lunr.QueryParser.html */
const { QueryParser } = lunr as unknown as {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query };
};

function lunrClause(
  word: string,
): { readonly term: string; readonly edits: 0 | 1; readonly boost: number } | undefined {
  if (!/[*~^]/.test(word)) return undefined;
  const query = new lunr.Query(['any']);
  try {
    new QueryParser(word.replaceAll('-', hyphen).replaceAll(':', '\\:'), query).parse();
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return undefined;
    throw error;
  }
  const [clause] = query.clauses;
  if (!clause || query.clauses.length > 1) return undefined;
  return {
    term: clause.term.replaceAll(hyphen, '-'),
    edits: clause.editDistance > 0 ? 1 : 0,
    boost: clause.boost,
  };
}

function filterOf(
  name: string,
  value: string,
  not: boolean,
): QueryFilter | 'unfinished' | undefined {
  switch (name) {
    case 'cat':
    case 'category':
      return value === ''
        ? 'unfinished'
        : {
            kind: 'category',
            category: value.replace(/\.?\*$/, ''),
            below: value.endsWith('*'),
            not,
          };
    case 'date':
      return dateFilter(value, not) ?? 'unfinished';
    case 'in':
      return value === '' ? 'unfinished' : { kind: 'folder', folder: value.toLowerCase(), not };
    case 'is':
      return value === '' ? 'unfinished' : { kind: 'state', state: value.toLowerCase(), not };
    default:
      return undefined;
  }
}

function dateFilter(value: string, not: boolean): QueryFilter | undefined {
  const day = '(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)';
  const range = new RegExp(`^${day}?\\.\\.${day}?$`).exec(value);
  if (range) return { kind: 'date', from: range[1] ?? '', to: range[2] ?? '', not };
  const [, sign, date = ''] = new RegExp(`^([<>]=?)?${day}$`).exec(value) ?? [];
  if (date === '') return undefined;
  if (sign === undefined) return { kind: 'date', from: date, to: date, not };
  // After a month is from the next on: no day of `2026-01` comes behind `2026-01` and `~`.
  if (sign === '>') return { kind: 'date', from: `${date}~`, to: '', not };
  if (sign === '>=') return { kind: 'date', from: date, to: '', not };
  if (sign === '<=') return { kind: 'date', from: '', to: date, not };
  return { kind: 'date', from: date, to: '', not: !not };
}
