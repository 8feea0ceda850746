import { oldArchives } from './categories.js';
import type { MentionSyntax } from './digest.js';
import type { PaperKey } from './paper.js';

/**
 * arXiv identifiers. Grammar: digest-formats.md section 4, after
 * https://info.arxiv.org/help/arxiv_identifier.html and arXiv/arxiv-base `arxiv/identifier`.
 */
export interface ArxivId {
  /** Canonical and without version: `2510.06174`, `math/0309136` (for `math.GT/0309136`). */
  readonly id: string;
  /** From 1. */
  readonly version?: number;
}

/** An identifier found in a line; offsets are UTF-16 code units, ends exclusive. */
export interface FoundId extends ArxivId {
  readonly syntax: MentionSyntax;
  /** The whole form, `https://arxiv.org/abs/2510.06174v2` or `arXiv:2510.06174v2`. */
  readonly start: number;
  readonly end: number;
  /** The id with its version. */
  readonly idStart: number;
  readonly idEnd: number;
}

/** `2026-11`. Months compare as strings. */
export type Month = string;

/** Accepts every month: for text whose time is unknown. */
export const noLatestMonth: Month = '9999-12';

export function arxivKey(id: string): PaperKey {
  return `arxiv:${id}`;
}

const newStyle = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/;
const oldStyle = /^([a-z-]+)(?:\.[A-Z]{2})?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,3}))?$/;

/**
 * Reads a text that is nothing but an identifier.
 * @param latest ids of later months are refused; digests carry no id from the future
 */
export function parseArxivId(text: string, latest: Month = noLatestMonth): ArxivId | undefined {
  const found = newStyle.exec(text);
  if (found) {
    const [, yy = '', mm = '', number = '', version] = found;
    const month = `20${yy}-${mm}`;
    // Four digits until December 2014, five since; the scheme began in April 2007.
    const digits = month <= '2014-12' ? 4 : 5;
    if (number.length !== digits || Number(number) === 0) return undefined;
    if (!isMonth(mm) || month < '2007-04' || month > latest) return undefined;
    return withVersion(`${yy}${mm}.${number}`, version);
  }
  const old = oldStyle.exec(text);
  if (!old) return undefined;
  const [, archive = '', yy = '', mm = '', number = '', version] = old;
  const month = `${Number(yy) >= 91 ? '19' : '20'}${yy}-${mm}`;
  if (!oldArchives.has(archive) || !isMonth(mm) || number === '000') return undefined;
  if (month < '1991-07' || month > '2007-03') return undefined;
  return withVersion(`${archive}/${yy}${mm}${number}`, version);
}

/** The month in which an id was given, from a canonical id: `2025-10` for `2510.06174`. */
export function monthOfId(id: string): Month {
  const digits = id.slice(id.indexOf('/') + 1);
  const yy = digits.slice(0, 2);
  const century = id.includes('/') && Number(yy) >= 91 ? '19' : '20';
  return `${century}${yy}-${digits.slice(2, 4)}`;
}

function isMonth(mm: string): boolean {
  return mm >= '01' && mm <= '12';
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}

/** Anything that could be an id; what is around it decides. */
const candidate =
  /(?<!\d)(?:\d{4}\.\d{4,5}|(?<![\w.-])[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7})(?:v[1-9]\d{0,3})?(?![\dA-Za-z])(?!\.\d)/g;

/** A quick look at a whole text: the lines of its hits are the only ones worth `findIds`. */
export const candidateHint = /\d{4}\.\d{4}|\/\d{7}/g;

const decoration = '[\\s*_`"\'\\]})]';
/**
 * What may stand directly before an id, tried in this order. Each is anchored at the id, and only
 * the last `reach` characters are looked at, so that long lines cost no more than short ones.
 */
const contexts: readonly (readonly [MentionSyntax, RegExp])[] = [
  [
    'url',
    new RegExp(
      '(?:https?://)?(?:[\\w-]{1,30}\\.){0,3}(?:' +
        [
          'arxiv\\.org/(?:abs|pdf|html|format|ps|src|e-print|list)/(?:arxiv:)?',
          'arxiv\\.org/api/query\\?id_list=(?:[\\w./-]{1,20},){0,5}',
          'ar5iv\\.org/(?:abs|html)/',
          'ar5iv\\.labs\\.arxiv\\.org/(?:abs|html)/',
          'alphaxiv\\.org/(?:abs|pdf|overview)/',
          'huggingface\\.co/papers/',
          'huggingface\\.co/social-thumbnails/papers/',
          'semanticscholar\\.org/arxiv[:/]',
          'scirate\\.com/(?:arxiv/)?',
          'paperswithcode\\.com/paper/arxiv/',
          'emergentmind\\.com/papers/',
        ].join('|') +
        ')$',
      'i',
    ),
  ],
  ['doi', /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s?)?\b10\.48550\/arxiv\.$/i],
  ['eprint', /\beprint\s{0,8}=\s{0,8}["{]?\s?$/i],
  ['prefix', /(?:\bcorr,?\s{0,2}|\bvolume\s{0,8}=\s{0,8}["{]\s?)abs\/$/i],
  [
    'prefix',
    new RegExp(
      '(?:\\boai:)?\\barxiv(?:\\.org)?(?:[\\s_-]?(?:id(?:entifier)?|e-?print|preprint|no\\.?))?' +
        `${decoration}{0,4}[:=#]?${decoration}{0,4}[\\s([{"'\`*_]{0,3}$`,
      'i',
    ),
  ],
];
const reach = 96;

/** DOIs of others hold number groups that look like ids (`10.1111/j.1365-2966.2011.20107.x`). */
const foreignDoi = /10\.\d{4,9}\/(?!arxiv\.)[^\s"<>{}|;,]+/gi;

/**
 * Finds every identifier in one line.
 *
 * With a prefix, a URL, a DOI or `eprint =` before it, any valid id counts. Bare ids count only with
 * five digits and in a position made for ids: between brackets, quotes, back-ticks or table bars,
 * behind `@`, at the start of a line, or as a file name; numbers in prose do not.
 * Old-style ids (`hep-th/9901001`) name their archive and count anywhere outside a path.
 * @param latest ids of later months are refused
 */
export function findIds(line: string, latest: Month = noLatestMonth): FoundId[] {
  const found: FoundId[] = [];
  let dois: readonly (readonly [number, number])[] | undefined;
  for (const match of line.matchAll(candidate)) {
    const start = match.index;
    const text = match[0];
    const id = parseArxivId(text, latest);
    if (!id) continue;
    const end = start + text.length;
    const before = line.slice(Math.max(0, start - reach), start);
    const context = contextOf(before);
    if (!context) {
      if (!standsAlone(line, start, end, text.includes('/'))) continue;
      dois ??= spansOf(line, foreignDoi);
      if (dois.some(([from, to]) => start >= from && start < to)) continue;
    }
    found.push({
      ...id,
      syntax: context?.syntax ?? 'bare',
      start: start - (context?.length ?? 0),
      end,
      idStart: start,
      idEnd: end,
    });
  }
  return found;
}

function contextOf(before: string): { syntax: MentionSyntax; length: number } | undefined {
  for (const [syntax, pattern] of contexts) {
    const match = pattern.exec(before);
    if (match) return { syntax, length: match[0].length };
  }
  return undefined;
}

function spansOf(line: string, pattern: RegExp): (readonly [number, number])[] {
  return Array.from(line.matchAll(pattern), (m) => [m.index, m.index + m[0].length] as const);
}

const openers = '([{<|"\'`';
const closers = ')]}>|"\'`';

function standsAlone(line: string, start: number, end: number, old: boolean): boolean {
  const before = line.slice(Math.max(0, start - reach), start);
  const after = line.slice(end, end + 8);
  if (old) return !/[\w./\\-]$/.test(before);
  // The four-digit numbers of 2007 to 2014 look too much like anything else.
  if (end - start < 10 || !/\.\d{5}/.test(line.slice(start, end))) return false;
  if (before.endsWith('@')) return true;
  if (/^\.(?:pdf|md|markdown|tex|txt|html)\b/i.test(after))
    return /(?:^|[\s/\\("'`[])$/.test(before);
  const opener = before.trimEnd().at(-1);
  const closer = after.trimStart().at(0);
  if (opener !== undefined && openers.includes(opener)) {
    return closer !== undefined && closers.includes(closer);
  }
  // Alone at the start of a line or list item, unless more numbers follow, as in a table of measurements.
  return /^\s*(?:[-*+]\s+)?$/.test(before) && /^(?:\s*$|[:)\]]|\s+[^\d\s.+-])/.test(after);
}
