import type { Lines } from '../lines.js';

/** An `@type{…}` of a .bib text. Offsets are UTF-16 code units. */
export interface ScannedEntry {
  /** In lower case; also `string`, `preamble` and `comment`. */
  readonly type: string;
  /** Of the `@`. */
  readonly start: number;
  /** Behind `{` or `(`. */
  readonly bodyStart: number;
  /** Of the `}` or `)`; equal to `end` when it is missing. */
  readonly bodyEnd: number;
  readonly end: number;
  readonly closed: boolean;
}

interface Candidate {
  readonly type: string;
  readonly start: number;
  /** Of `{` or `(`. */
  readonly open: number;
  readonly parentheses: boolean;
  readonly lineInitial: boolean;
  /** Of the `}` that matches; -1 when there is none. */
  close: number;
}

/**
 * Finds the entries of a .bib text, in one pass over its braces and whatever the text holds. What
 * stands between entries is no entry, as BibTeX has it, nor is one whose line begins with `%` or one
 * inside `@comment{…}`, as biber and JabRef have it.
 *
 * An entry is broken when no brace closes it, or when the next line that begins with `@word{` finds
 * it open where only names of fields may stand. It ends there, and reading goes on with that line:
 * one lost brace costs one entry. A line `@word{` inside a field is text, as long as its braces match.
 */
export function scanEntries(lines: Lines): readonly ScannedEntry[] {
  const { text } = lines;
  const candidates = findCandidates(text);
  const nextLine = nextLineStarts(candidates, text.length);
  const entries: ScannedEntry[] = [];
  let from = 0;
  let atLineStart = false;
  candidates.forEach((candidate, at) => {
    const { type, start, open, lineInitial } = candidate;
    if (start < from || (atLineStart && !lineInitial)) return;
    atLineStart = false;
    const close = candidate.parentheses
      ? closingParenthesis(text, open, nextLine[at] ?? text.length)
      : candidate.close;
    const closed = close >= 0;
    from = closed ? close + 1 : open + 1;
    if (isCommentedOut(lines, start)) return;
    if (closed) {
      entries.push({ type, start, bodyStart: open + 1, bodyEnd: close, end: close + 1, closed });
    } else if (type !== 'comment') {
      atLineStart = true;
      const next = nextLine[at] ?? text.length;
      const end = start + text.slice(start, next).trimEnd().length;
      entries.push({ type, start, bodyStart: open + 1, bodyEnd: end, end, closed });
    }
  });
  return entries;
}

function findCandidates(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  /** The braces that are open: the number of the candidate that each begins, or -1. */
  const open: number[] = [];
  const opens = (number: number | undefined) => number !== undefined && number >= 0;
  const token = /@\s*([A-Za-z][\w-]*)\s*([{(])|[{}]/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [whole, type, bracket] = match;
    if (type === undefined) {
      if (whole === '{') open.push(-1);
      else closeBrace(candidates, open.pop(), match.index);
      continue;
    }
    const candidate: Candidate = {
      type: type.toLowerCase(),
      start: match.index,
      open: token.lastIndex - 1,
      parentheses: bracket === '(',
      lineInitial: isLineInitial(text, match.index),
      close: -1,
    };
    while (candidate.lineInitial && opens(open.at(-1))) {
      if (candidates[open.at(-1) ?? -1]?.type === 'comment') break;
      open.pop();
    }
    if (!candidate.parentheses) open.push(candidates.length);
    candidates.push(candidate);
  }
  return candidates;
}

function closeBrace(candidates: readonly Candidate[], number: number | undefined, at: number) {
  const candidate = candidates[number ?? -1];
  if (candidate) candidate.close = at;
}

function isLineInitial(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}

function isCommentedOut(lines: Lines, at: number): boolean {
  const sign = /[ \t]{0,100}%/y;
  sign.lastIndex = lines.start(lines.lineAt(at));
  return sign.test(lines.text);
}

/** For each candidate, where the next one after it stands that begins a line. */
function nextLineStarts(candidates: readonly Candidate[], end: number): readonly number[] {
  const starts: number[] = [];
  let next = end;
  for (let at = candidates.length - 1; at >= 0; at--) {
    starts[at] = next;
    const candidate = candidates[at];
    if (candidate?.lineInitial === true) next = candidate.start;
  }
  return starts;
}

/** -1 when there is none before `limit`. Values hold parentheses only in braces and quotes. */
function closingParenthesis(text: string, open: number, limit: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = open + 1; at < limit; at++) {
    const sign = text[at];
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === ')' && depth === 0 && !quoted) return at;
  }
  return -1;
}
