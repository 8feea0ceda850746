import { oldArchives } from './categories.js';
import type { MentionSyntax } from './digest.js';
import { continuedContext, idContext, idReach, type IdContext } from './idContexts.js';
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

const newStyle = /^\d{4}\.(?!0+(?:v|$))\d{4,5}(?:v[1-9]\d{0,3})?$/i;
const oldStyle = /^([a-z-]+|[A-Z-]+)(?:\.[A-Z]{2})?\/(\d{2})(\d{2})(\d{3})(?:[vV]([1-9]\d{0,3}))?$/;

/**
 * Reads a text that is nothing but an identifier, in capitals or not: arXiv itself takes both.
 * @param latest ids of later months are refused; digests carry no id from the future
 */
export function parseArxivId(text: string, latest: Month = noLatestMonth): ArxivId | undefined {
  // Every entry of every digest comes by here: numbers are told without cutting the text up.
  if (newStyle.test(text)) {
    const mm = twoDigits(text, 2);
    const month = 20_00_00 + twoDigits(text, 0) * 100 + mm;
    const mark = versionMark(text);
    // Four digits until December 2014, five since; the scheme began in April 2007.
    const end = month <= 2014_12 ? 9 : 10;
    if (end !== (mark === -1 ? text.length : mark)) return undefined;
    if (mm < 1 || mm > 12 || month < 2007_04 || month > monthNumber(latest)) return undefined;
    return mark === -1 ? { id: text } : withVersion(text.slice(0, mark), text.slice(mark + 1));
  }
  const old = oldStyle.exec(text);
  if (!old) return undefined;
  const [, written = '', yy = '', mm = '', number = '', version] = old;
  const archive = written.toLowerCase();
  const month = `${Number(yy) >= 91 ? '19' : '20'}${yy}-${mm}`;
  if (!oldArchives.has(archive) || !isMonth(mm) || number === '000') return undefined;
  if (month < '1991-07' || month > '2007-03') return undefined;
  return withVersion(`${archive}/${yy}${mm}${number}`, version);
}

/** Where the version begins; -1 without one. */
function versionMark(text: string): number {
  const small = text.indexOf('v');
  return small === -1 ? text.indexOf('V') : small;
}

/** The month in which an id was given, from a canonical id: `2025-10` for `2510.06174`. */
export function monthOfId(id: string): Month {
  const slash = id.indexOf('/');
  const yy = id.slice(slash + 1, slash + 3);
  const century = slash !== -1 && Number(yy) >= 91 ? '19' : '20';
  return `${century}${yy}-${id.slice(slash + 3, slash + 5)}`;
}

/** 202611 for `2026-11`. */
function monthNumber(month: Month): number {
  return twoDigits(month, 0) * 10_000 + twoDigits(month, 2) * 100 + twoDigits(month, 5);
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * zero;
}

const zero = '0'.charCodeAt(0);

function isMonth(mm: string): boolean {
  return mm >= '01' && mm <= '12';
}

function withVersion(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}

/**
 * Anything that could be an id; what is around it decides. An old id follows a dot only in arXiv's
 * own DOIs (`10.48550/arXiv.hep-th/9711200`).
 */
const candidate =
  /(?<!\d)(?:\d{4}\.\d{4,5}|(?<![\w-])(?<!(?<![aA][rR][xX][iI][vV])\.)(?:[a-z]+(?:-[a-z]+)?|(?!ARXIV\.)[A-Z]+(?:-[A-Z]+)?)(?:\.[A-Z]{2})?\/\d{7})(?:[vV][1-9]\d{0,3})?(?![\dA-Za-z])(?!\.\d)/g;

/**
 * The bibcodes of ADS, which have an id without its dot when it has five digits: `2024arXiv240100001S`,
 * `2013arXiv1301.1234S` (https://ui.adsabs.harvard.edu/help/actions/bibcode).
 */
const bibcode = /(?<![\w.])[12]\d{3}arXiv(\d{4})(?:\.(\d{4})|(\d{5}))(?=[A-Z.](?!\w))/g;

/**
 * A quick look at a whole text: the lines of its hits are the only ones worth `findIds`, but for rare
 * forms. Longer numbers behind a slash are parts of addresses, and many a line has one.
 */
export const candidateHint = /\d{4}\.\d{4}|\/\d{7}(?!\d)/g;

/** The same for what people write, who use rarer forms too; it takes twice the time. */
export const writtenHint = new RegExp(
  `${candidateHint.source}|\\darXiv\\d{9}|[０-９]{4}[.．][０-９]`,
  'g',
);

/** DOIs of others hold number groups that look like ids (`10.1111/j.1365-2966.2011.20107.x`). */
const foreignDoi = /10\.\d{4,9}\/(?!arxiv\.)[^\s"<>{}|;,]+/gi;

/**
 * Finds every identifier in one line.
 *
 * With a prefix, a URL, a DOI or `eprint =` before it, any valid id counts. Bare ids count only with
 * five digits and in a position made for ids: between brackets, quotes, back-ticks, tags or table
 * bars, behind `@`, as a citation key, at the start of a line, or as the name of a file or of its
 * folder; numbers in prose do not.
 * Old-style ids (`hep-th/9901001`) name their archive and count anywhere outside a path.
 * @param latest ids of later months are refused
 */
export function findIds(line: string, latest: Month = noLatestMonth): FoundId[] {
  const text = halfWidth(line);
  const found = inText(text, latest);
  const codes = inBibcodes(text, latest);
  return codes.length === 0 ? found : [...found, ...codes].sort((a, b) => a.start - b.start);
}

/** Full-width digits are what an input method for Chinese or Japanese leaves behind. */
function halfWidth(line: string): string {
  if (!/[０-９]/.test(line)) return line;
  return line.replace(/[０-９．／ｖＶ]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - fullWidthShift),
  );
}

/** From a sign of ASCII to its full-width form in Unicode. */
const fullWidthShift = 0xfee0;

/** Characters of an id in a bibcode, with its dot or with a fifth digit instead. */
const bibcodeId = 9;

function inBibcodes(line: string, latest: Month): FoundId[] {
  if (!line.includes('arXiv')) return [];
  return Array.from(line.matchAll(bibcode), (match) => {
    const [whole, month = '', four, five] = match;
    const id = parseArxivId(`${month}.${four ?? five ?? ''}`, latest);
    const end = match.index + whole.length;
    return (
      id && {
        ...id,
        syntax: 'prefix' as const,
        start: match.index,
        end,
        idStart: end - bibcodeId,
        idEnd: end,
      }
    );
  }).filter((id) => id !== undefined);
}

function inText(line: string, latest: Month): FoundId[] {
  const found: FoundId[] = [];
  let dois: DoiSpans | undefined;
  // A search of its own for each line would cost more than most lines do.
  candidate.lastIndex = 0;
  for (let match = candidate.exec(line); match; match = candidate.exec(line)) {
    const start = match.index;
    const text = match[0];
    const id = parseArxivId(text, latest);
    if (!id) continue;
    const end = start + text.length;
    const before = line.slice(Math.max(0, start - idReach), start);
    const context = continued(line, found.at(-1), start) ?? idContext(before);
    if (!context) {
      if (!standsAlone(before, text, line.slice(end, end + idReach))) continue;
      dois ??= new DoiSpans(line);
      if (dois.hold(start)) continue;
    }
    // Not a copy of the id, which would cost as much as all the rest.
    found.push(
      Object.assign(id, {
        syntax: context?.syntax ?? 'bare',
        start: start - (context?.length ?? 0),
        end,
        idStart: start,
        idEnd: end,
      }),
    );
  }
  return found;
}

/** What parts two ids of a list has at most so many characters. */
const longestPart = 12;

function continued(line: string, last: FoundId | undefined, start: number): IdContext | undefined {
  if (!last || start - last.end > longestPart) return undefined;
  return continuedContext(last, line.slice(last.end, start), start - last.start);
}

/** Where the DOIs of a line are. To be asked from left to right, so that a line costs one pass. */
class DoiSpans {
  readonly #matches: Iterator<RegExpExecArray, undefined>;
  #from = 0;
  #to = 0;

  constructor(line: string) {
    this.#matches = line.matchAll(foreignDoi);
  }

  hold(at: number): boolean {
    while (this.#to <= at) {
      const next = this.#matches.next();
      const match = next.done ? undefined : next.value;
      this.#from = match?.index ?? Infinity;
      this.#to = match ? match.index + match[0].length : Infinity;
    }
    return this.#from <= at;
  }
}

/** Signs that open and close what holds nothing but an id. */
const openers = '([{<|"\'`';
const closers = ')]}>|"\'`';
/** `@misc{` and `\parencite[see][p. 3]{other,`: a key stands next. */
const keyPosition =
  /(?:@\w{1,20}|\\\w{0,20}cite\w{0,20}\*?(?:\[[^\]]{0,20}\]){0,2})\{\s?(?:[^{}\s,]{1,60},\s?){0,6}$/i;
/** Nothing but the marks of a list item, task, heading, quotation or emphasis. */
const lineStart = /^\s*(?:>\s?)*(?:(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?[*_]{0,3}$/;

function standsAlone(before: string, text: string, after: string): boolean {
  if (text.includes('/')) return !/[\w./\\=-]$/.test(before);
  // The four-digit numbers of 2007 to 2014 look too much like anything else.
  if (!/\.\d{5}/.test(text)) return false;
  if (before.endsWith('@')) return true;
  if (isFileName(before, after)) return true;
  if (/^\s*[,}]/.test(after) && keyPosition.test(before)) return true;
  if (/[\w"'/]>\s*$/.test(before) && /^\s*<\/?[a-z]/i.test(after)) return true;
  const opener = before.trimEnd().at(-1);
  const closer = after.trimStart().at(0);
  if (opener !== undefined && openers.includes(opener)) {
    return closer !== undefined && closers.includes(closer);
  }
  // Unless more numbers follow, as in a table of measurements.
  return lineStart.test(before) && /^[*_]{0,3}(?:\s*$|[:：)\]]|\s+[^\d\s.+-])/.test(after);
}

/** `2604.20899.md`, `abstracts_2604.20899.md`, `2604.20899_Title.pdf` and the folder of `2312.00752/paper.ko.html`. */
function isFileName(before: string, after: string): boolean {
  return (
    /(?:^|[\s/\\("'`[]|[a-z]_)$/i.test(before) &&
    /^(?:(?:[_-][^\s/\\"'`<>|]{1,80})?\.(?:pdf|md|markdown|tex|txt|html)\b|\/[\w-]+(?:\.[a-z]{2,8}){1,2}\b)/i.test(
      after,
    )
  );
}
