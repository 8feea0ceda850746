import { findIds } from '../arxivId.js';
import { categoryName } from '../categories.js';
import { hasCjk } from './analyzer.js';
import { allFields, fieldMask, type SearchField } from './fields.js';
import { lunrClause } from './lunrClause.js';
import type { Query, QueryFilter, QueryPhrase, QueryTerm } from './query.js';
import { filterNames, queryFilter } from './queryFilter.js';
import { openTerms, patternTerm, phraseTerms, queryTerms, type TermManner } from './queryTerms.js';

/** What people write before a colon, and the field that they mean. */
const fieldNames: ReadonlyMap<string, SearchField> = new Map([
  ['title', 'title'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['summary', 'summary'],
  ['tldr', 'summary'],
  ['ai', 'fields'],
  ['abstract', 'abstract'],
  ['id', 'id'],
  ['arxiv', 'id'],
  ['doi', 'id'],
]);

const names = [...fieldNames.keys(), ...filterNames].join('|');

/** A piece of a query: a sign, a field or filter, then words in quotes or a run without blanks. */
const pieces = new RegExp(
  `(?<sign>[+-]?)(?:(?<name>${names}):(?!\\s*$))?` +
    `(?:"(?<straight>[^"]*)(?<end>"?)|“(?<curly>[^”]*)(?<curlyEnd>”?)|(?<run>\\S+))`,
  'giu',
);

/** A field's or filter's name that nothing has followed yet. */
const unfinished = new RegExp(`^(?:${names}):$`, 'i');

/** What comes after so many terms of a pasted text does not change what is found. */
const mostTerms = 100;

interface Parts {
  readonly required: QueryTerm[];
  readonly prohibited: QueryTerm[][];
  readonly phrases: QueryPhrase[];
  readonly filters: QueryFilter[];
}

/**
 * Reads what a person has typed. Words must all be found; `-word` must not; `+word` must, even when
 * nothing holds all the others; `"a phrase"`; `title:word`; `word*`; `word~1`; `word^2`; `cat:cs.LG`,
 * `cat:cs.*`; `date:2026-01..2026-03`, `date:>2026-01`; `in:folder`; `is:starred`; `cs.LG` or
 * `quant-ph` alone is a category. Never throws: what is odd is searched for as words, what is
 * unfinished is left out.
 * @param typing the last word may go on: it is searched for as the beginning of one
 */
export function parseQuery(text: string, typing = false): Query {
  const query: Parts = { required: [], prohibited: [], phrases: [], filters: [] };
  // "title: word" means the same as "title:word".
  const tidy = text.replace(
    new RegExp(`(^|[\\s+-])(${[...fieldNames.keys()].join('|')}):\\s+(?=\\S)`, 'giu'),
    '$1$2:',
  );
  for (const match of tidy.matchAll(pieces)) {
    const { sign, name, straight, curly, run, end, curlyEnd } = match.groups ?? {};
    const isLast = typing && match.index + match[0].length === tidy.length;
    const quoted = straight ?? curly;
    const closed = quoted === undefined || end === '"' || curlyEnd === '”';
    addPiece(query, {
      not: sign === '-',
      strict: sign === '+',
      name: (name ?? '').toLowerCase(),
      text: quoted ?? run ?? '',
      quoted: quoted !== undefined,
      open: isLast && (quoted === undefined || !closed),
    });
    if (query.required.length + query.prohibited.length >= mostTerms) break;
  }
  return { ...query, required: query.required.slice(0, mostTerms) };
}

interface Piece {
  readonly not: boolean;
  readonly strict: boolean;
  readonly name: string;
  readonly text: string;
  readonly quoted: boolean;
  readonly open: boolean;
}

function addPiece(query: Parts, piece: Piece): void {
  const { name, text, not, open } = piece;
  if (name === '' && !piece.quoted && isCategory(text)) {
    query.filters.push({ kind: 'category', category: text.toLowerCase(), open: false, not });
    return;
  }
  if (filterNames.includes(name)) {
    const filter = queryFilter(name, text, not, open);
    if (filter) query.filters.push(filter);
    return;
  }
  if (unfinished.test(text)) return;
  const field = fieldNames.get(name);
  const fields = field === undefined ? allFields : fieldMask(field);
  if (piece.quoted) {
    addPhrase(query, piece, fields);
    return;
  }
  const terms = runTerms(piece, fields);
  if (terms.length === 0) return;
  if (not) query.prohibited.push(terms);
  else query.required.push(...terms);
}

/** `cs.LG`, `quant-ph`; but `math` and `physics` alone are words. */
function isCategory(text: string): boolean {
  return /[.-]/.test(text) && categoryName(text) !== undefined;
}

/** The words of a phrase must be found as well: the index then leaves few texts to be looked at. */
function addPhrase(query: Parts, { text, not, open }: Piece, fields: number): void {
  const terms = phraseTerms(text, open && !not, { edits: 0, boost: 1, fields, strict: true });
  // A phrase of stop words would have every text of the library be looked at.
  if (terms.length === 0) return;
  query.phrases.push({ text, fields, not, open: open && !not });
  if (!not) query.required.push(...terms);
}

function runTerms({ text, not, strict, open }: Piece, fields: number): QueryTerm[] {
  const id = /\d{4}/.test(text) ? findIds(text)[0]?.id : undefined;
  const { term, edits, boost } = lunrClause(text);
  const manner: TermManner = { edits, boost, fields, strict };
  // `arXiv:2510.06174v2` and addresses of arXiv mean the paper.
  if (id !== undefined) return queryTerms(id, manner);
  if (term.includes('*')) return term.split(noPattern).flatMap((part) => starTerms(part, manner));
  const goesOn = open && !not && edits === 0 && term === text;
  return goesOn ? openTerms(term, manner) : queryTerms(term, manner);
}

/** What no word with `*` in it holds. */
const noPattern = /[^\p{L}\p{M}\p{N}*_.+#-]+/u;

function starTerms(text: string, manner: TermManner): QueryTerm[] {
  if (/^[^*]+\*+$/.test(text)) return openTerms(text.replace(/\*+$/, ''), manner);
  return text.includes('*') && !hasCjk(text) ? patternTerm(text, manner) : queryTerms(text, manner);
}
