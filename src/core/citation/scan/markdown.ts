import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyList,
  KeyPlace,
  Scanned,
} from './citationGroup.js';
import { isCrossReference } from './crossReferences.js';
import { markdownBlocks } from './markdownBlocks.js';
import { pandocKeySource, pandocTyped, wholePandocKey } from './wholeKeys.js';
import { findRoles, mystRole, rolePlace } from './roles.js';
import {
  backtickStretches,
  closedStretches,
  overwrite,
  overwriteMatches,
  type Stretch,
} from './silence.js';

/** What may not stand before the `@` of a citation: the rest of an address or a path. */
const notBefore = '(?<![\\p{L}\\p{N}\\p{M}_\\\\@/])';
const piece = new RegExp(
  [
    '\\\\[^]',
    '(?<blank>\\n[^\\S\\n]*\\n)',
    // The note of a paper in Obsidian or Foam.
    '\\[\\[(?:[^[\\]\\n|#@]*/)?@(?<note>[^\\s[\\]|#^]+)(?:[|#^][^[\\]\\n]*)?\\]\\]',
    '(?<open>[!^]?\\[)',
    '(?<close>\\])',
    `(?<cite>${notBefore}-?@${pandocKeySource})`,
  ].join('|'),
  'gu',
);

interface Frame {
  /** Offset of the bracket. */
  readonly at: number;
  /** `!` before an image's caption, `^` before a note: the text inside is prose. */
  readonly isProse: boolean;
  /** How many of the keys so far stand before it. */
  readonly from: number;
  /** The citation that the bracket stands directly behind: `@a [p. 3]`. */
  readonly follows: Bare | undefined;
  /** It stands directly behind a citation, or inside of such a bracket. */
  readonly inLocator: boolean;
}

/** A key with its `@`, not yet known to stand in brackets. */
interface Bare {
  readonly start: number;
  end: number;
  readonly keys: CitedKey[];
}

/** Pandoc's citations, MyST's roles and Obsidian's notes of papers, for all dialects of Markdown. */
export function markdownScanner(quarto: boolean): CitationScanner {
  return {
    silence: silenceMarkdown,
    find: (scanned) => findInMarkdown(scanned, quarto),
    placeAt: (scanned, offset) => placeAt(scanned, offset, quarto),
  };
}

/** `<https://…>` and `<somebody@host>`, which end at nothing but their `>` (CommonMark 6.5). */
const autolink =
  /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9][a-z0-9.-]*)>/gi;
/**
 * From behind the scheme, unless the address is a key itself (`@https://doi.org/10.1000/182`). Brackets that begin a part of an address belong to it
 * (`https://x.org/[@scope]/page`); those behind a word cite for it (`https://zenodo.org/records/1[@a]`).
 */
const bareUrl =
  /(?:(?<!@\{?[a-z]{2,10}):\/\/|\bmailto:|\bwww\.)(?:[^\s<>[\]"`{}]|(?<=[/=?&#])\[[^\s<>[\]"`{}]*\])*/gi;

function silenceMarkdown(text: string): string {
  const { code, prose } = markdownBlocks(text);
  const spans = prose.flatMap(({ start, end }) =>
    backtickStretches(text, start, end, (at, length) => !isRole(text, at, length)),
  );
  let masked = overwrite(text, merged(code, spans));
  masked = overwrite(masked, closedStretches(masked, '<!--', '-->'));
  masked = overwriteMatches(masked, autolink);
  masked = overwriteMatches(masked, /<\/?[a-z][\w:-]*(?:\s[^<>]*)?>/gi);
  // Where links lead to; what they are called may cite when they are images.
  masked = overwriteMatches(masked, /\]\((?<hide>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)(?=\))/g);
  return overwriteMatches(masked, bareUrl);
}

function merged(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  return [...one, ...other].sort((a, b) => a.start - b.start);
}

function isRole(text: string, at: number, length: number): boolean {
  return length === 1 && /\{(?:foot)?cite[a-z:]*\}$/i.test(text.slice(Math.max(0, at - 50), at));
}

/** `-@a` leaves out the author, which other citations of the paper do not. */
const pandocList: KeyList = {
  open: /^\[?\s*/,
  separator: ';',
  alone: ['@', '@{}'],
  close: /\s*\]$/,
};

function findInMarkdown({ text }: Scanned, quarto: boolean): readonly CitationGroup[] {
  const groups = findRoles(text, mystRole);
  /** The keys that stand in no closed brackets so far, those of all open ones in one list. */
  const loose: Bare[] = [];
  let stack: Frame[] = [];
  let last: Bare | undefined;
  for (const match of text.matchAll(piece)) {
    const { blank, note, open, close, cite } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (blank !== undefined) stack = [];
    else if (note !== undefined) {
      const at = text.indexOf('@', start) + 1;
      const keys = [{ key: note, start: at, end: at + note.length }];
      groups.push({ start, end, keys, narrative: true, certain: true });
    } else if (open !== undefined) {
      const inLocator = stack.at(-1)?.inLocator === true;
      const near =
        last !== undefined && /^[ \t]?\n?$/.test(text.slice(last.end, start).slice(0, 4));
      // A locator has none of its own.
      const follows = near && open === '[' && !inLocator ? last : undefined;
      stack.push({
        at: end - 1,
        isProse: open.length > 1,
        from: loose.length,
        follows,
        inLocator: inLocator || follows !== undefined,
      });
    } else if (close !== undefined) {
      const frame = stack.pop();
      if (frame) closeFrame(text, frame, end, groups, loose);
    } else if (cite !== undefined) {
      last = bareCite(match, quarto);
      if (last) loose.push(last);
    }
  }
  for (const { start, end, keys } of loose) {
    groups.push({
      start,
      end,
      keys,
      narrative: true,
      certain: keys.length > 1,
      list: pandocList,
    });
  }
  return groups.sort((a, b) => a.start - b.start);
}

function bareCite(match: RegExpExecArray, quarto: boolean): Bare | undefined {
  const { cite = '', braced, bare } = match.groups ?? {};
  const key = braced ?? bare ?? '';
  const start = match.index;
  const end = start + cite.length;
  if (isCrossReference(key, quarto)) return undefined;
  const keyEnd = braced === undefined ? end : end - 1;
  return { start, end, keys: [{ key, start: keyEnd - key.length, end: keyEnd }] };
}

/**
 * Decides what a closed pair of brackets is: a citation, a link, a locator, or just brackets.
 * @param loose loses the keys inside, unless they turn out to stand in no citation's brackets
 */
function closeFrame(
  text: string,
  { at, from, follows, isProse }: Frame,
  end: number,
  groups: CitationGroup[],
  loose: Bare[],
): void {
  const after = text[end];
  const isLink = after === '(';
  const isFollowing = follows !== undefined && !isLink && isLocator(text, at, end, loose[from]);
  if (!isFollowing && (isProse || (after === '{' && /[.#]/.test(text[end + 1] ?? '')))) return;
  const keys = loose.splice(from).flatMap((cite) => cite.keys);
  if (isFollowing) {
    for (const key of keys) follows.keys.push(key);
    follows.end = end;
  } else if (keys.length > 0 && !isLink && !isDefinition(text, at, after)) {
    groups.push({ start: at, end, keys, narrative: false, certain: true, list: pandocList });
  }
}

/** `[@name]: https://…`, which says where links lead to. */
function isDefinition(text: string, at: number, after: string | undefined): boolean {
  return after === ':' && /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, at - 4), at));
}

/** `[p. 3]`, `[p. 3; @b]`; but `[@b]` and `[see @b]` are citations of their own. */
function isLocator(text: string, at: number, end: number, first: Bare | undefined): boolean {
  if (first === undefined)
    return !/^\[[\s\u0001x^]*\]$/.test(text.slice(at, Math.min(end, at + 8)));
  return text.slice(at, first.start).includes(';');
}

/** No key and no list of keys in one role is longer. */
const farthest = 2000;

function placeAt({ text }: Scanned, offset: number, quarto: boolean): KeyPlace | undefined {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const after = text.slice(offset, offset + farthest);
  const role = rolePlace('myst', before, after, offset);
  if (role) return role;
  const typed = pandocTyped.exec(before);
  if (!typed) return undefined;
  const lead = before.slice(0, typed.index);
  if (!/(?:^|[^\p{L}\p{N}\p{M}_\\@/])-?@$/u.test(lead)) return undefined;
  const { braced } = typed.groups ?? {};
  const start = offset - typed[0].length;
  if (braced !== undefined) {
    const rest = /^[^\s{}\u0001]*/.exec(after)?.[0].length ?? 0;
    const isClosed = after[rest] === '}';
    const write = (key: string): string => (isClosed ? key : `${key}}`);
    return { start: start + 1, end: offset + rest, write: citing(write, quarto) };
  }
  const end = endOfKey(typed[0], after, offset);
  return { start, end, write: citing(pandocWritten, quarto) };
}

function pandocWritten(key: string): string {
  return wholePandocKey.test(key) ? key : `{${key}}`;
}

/** Braces or not, what is taken for a cross-reference cites nothing. */
function citing(write: (key: string) => string, quarto: boolean): KeyPlace['write'] {
  return (key) => (isCrossReference(key, quarto) ? undefined : write(key));
}

const wholeKey = new RegExp(`^${pandocKeySource}`, 'u');

/** Behind the key that the cursor is in; at the cursor when what was typed is no key yet. */
function endOfKey(typed: string, after: string, offset: number): number {
  const near = after.slice(0, 300);
  const rest = /^[^\s]*/.exec(near)?.[0] ?? '';
  const found = wholeKey.exec(typed + rest)?.[0].length ?? 0;
  return Math.max(offset, offset - typed.length + found);
}
