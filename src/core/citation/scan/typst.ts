import { bracketPairs, type Pair } from './brackets.js';
import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyList,
  KeyPlace,
  Scanned,
} from './citationGroup.js';
import { typstReference, typstSign, wholeTypstLabel } from './wholeKeys.js';
import { overwrite, overwriteMatches, overwriteUrls, type Stretch } from './silence.js';

/**
 * `@key`, `#cite(<key>)`, `#cite(label("key"))`. Figures and sections are referred to by `@label`
 * just so: such a citation is not `certain`. An `@` begins one behind a letter too, as Typst reads it.
 */
export const typstScanner: CitationScanner = { silence: silenceTypst, find: findInTypst, placeAt };

/** A key in quotes may hold what would begin a comment, and is no address. */
const silentPiece =
  /label\(\s*"(?:[^"\\\n]|\\.)*"|\\[^]|(?<raw>`+)|(?<block>\/\*)|(?<![:/])(?<line>\/\/)[^\n]*/g;

/** Raw text, comments (blocks nest), addresses, and names of packages in strings. */
function silenceTypst(text: string): string {
  const found: Stretch[] = [];
  silentPiece.lastIndex = 0;
  for (let match = silentPiece.exec(text); match; match = silentPiece.exec(text)) {
    const { raw, block, line } = match.groups ?? {};
    let end: number | undefined;
    if (raw !== undefined) end = rawEnd(text, match.index, raw);
    else if (block !== undefined) end = commentEnd(text, match.index + 2);
    else if (line !== undefined) end = match.index + match[0].length;
    if (end === undefined) continue;
    found.push({ start: match.index, end });
    silentPiece.lastIndex = end;
  }
  const masked = overwriteMatches(overwrite(text, found), /"@[\w-]+\/[\w-]+:\d[\w.]*"/g);
  return overwriteUrls(masked);
}

/** Two backticks are an empty raw text; what is not closed goes to the end. */
function rawEnd(text: string, at: number, run: string): number {
  if (run.length === 2) return at + 2;
  const closing = text.indexOf(run, at + run.length);
  return closing === -1 ? text.length : closing + run.length;
}

function commentEnd(text: string, from: number): number {
  const sign = /\/\*|\*\//g;
  sign.lastIndex = from;
  let depth = 1;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return sign.lastIndex;
  }
  return text.length;
}

const citePiece = new RegExp(
  ['\\\\[^]', `(?<![\\\\@/])@(?<key>${typstReference})`, '(?<cite>(?<![\\w.-])#?cite\\()'].join(
    '|',
  ),
  'gu',
);

function findInTypst({ text }: Scanned): readonly CitationGroup[] {
  const pairs = bracketPairs(text, '[(');
  const groups: Growing[] = [];
  for (const match of text.matchAll(citePiece)) {
    const { key, cite } = match.groups ?? {};
    const start = match.index;
    const behind = start + match[0].length;
    if (key !== undefined) {
      const supplement = text[behind] === '[' ? pairs.get(behind)?.close : undefined;
      const end = supplement === undefined ? behind : supplement + 1;
      const keys = [{ key, start: start + 1, end: behind }];
      const list = typstList;
      join(text, groups, { start, end, keys, narrative: false, certain: false, list });
    } else if (cite !== undefined) {
      const close = pairs.get(behind - 1)?.close;
      const cited = close === undefined ? undefined : citedLabel(text, behind, close, pairs);
      if (close === undefined || !cited) continue;
      // The form comes soon or not at all; supplements may hold further citations.
      const rest = text.slice(behind, Math.min(close, behind + 300));
      const narrative = /\bform\s*:\s*"prose"/.test(rest);
      const [list, keys] = [typstList, [cited]];
      join(text, groups, { start, end: close + 1, keys, narrative, certain: true, list });
    }
  }
  return groups;
}

/** No argument before the label is longer, but for what brackets hold. */
const farthestLabel = 400;

/** The label among the arguments of `cite(…)`, which may stand in any order. */
function citedLabel(
  text: string,
  from: number,
  close: number,
  pairs: ReadonlyMap<number, Pair>,
): CitedKey | undefined {
  const part =
    /<(?<label>[^<>\s\u0001]+)>|label\(\s*"(?<text>(?:[^"\\\n]|\\["\\])*)"\s*\)|"(?:[^"\\\n]|\\.)*"|(?<bracket>[[(])/g;
  part.lastIndex = from;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    if (match.index >= close || match.index - from > farthestLabel) return undefined;
    const { label, text: quoted, bracket } = match.groups ?? {};
    if (bracket !== undefined) {
      const end = pairs.get(match.index)?.close;
      if (end === undefined) return undefined;
      // A supplement's length costs nothing.
      from += end - match.index;
      part.lastIndex = end + 1;
      continue;
    }
    const written = label ?? quoted;
    if (written === undefined) continue;
    const start = text.indexOf(label === undefined ? '"' : '<', match.index) + 1;
    const key = written.replace(/\\(["\\])/g, '$1');
    return key === '' ? undefined : { key, start, end: start + written.length };
  }
  return undefined;
}

/** Neighbours, each a citation of its own. */
const typstList: KeyList = {
  open: /^/,
  separator: ' ',
  alone: ['@', '#cite(<>)', '#cite(label(""))'],
  close: /$/,
};

/** A citation that may still grow. */
interface Growing extends CitationGroup {
  end: number;
  certain: boolean;
  readonly keys: CitedKey[];
}

/** Typst makes one citation of neighbours with only a blank between them. */
function join(text: string, groups: Growing[], next: Growing): void {
  const last = groups.at(-1);
  if (
    last?.narrative === next.narrative &&
    last.end <= next.start &&
    next.start - last.end < 80 &&
    /^(?:[ \t]+|[ \t]*\r?\n[ \t]*)$/.test(text.slice(last.end, next.start))
  ) {
    last.end = next.end;
    last.certain &&= next.certain;
    last.keys.push(...next.keys);
  } else groups.push(next);
}

/** Behind a Latin letter an address is being typed. */
const typedReference = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}_\\\\@./])@(?<key>${typstSign}*)$|(?<![\\w.-])cite\\([^<>]{0,200}(?:<(?<label>${typstSign}*)|label\\(\\s*"(?<text>[^"\\\\\\n]*))$`,
  'u',
);
const restOfLabel = new RegExp(`^${typstSign}*`, 'u');

function placeAt({ text }: Scanned, offset: number): KeyPlace | undefined {
  const found = typedReference.exec(text.slice(Math.max(0, offset - 300), offset))?.groups;
  if (!found) return undefined;
  const { key, label, text: quoted } = found;
  const after = text.slice(offset, offset + 300);
  const typed = key ?? label ?? quoted ?? '';
  const start = offset - typed.length;
  if (quoted !== undefined) {
    const rest = /^[^"\\\n]*(?=")|/.exec(after)?.[0] ?? '';
    return { start, end: offset + rest.length, write: (name) => name.replace(/["\\]/g, '\\$&') };
  }
  const rest = restOfLabel.exec(after)?.[0] ?? '';
  // A sentence may end behind the reference.
  const tail = key === undefined ? rest : rest.replace(/[.:]+$/, '');
  return {
    start,
    end: offset + tail.length,
    write: (name) => (wholeTypstLabel.test(name) ? name : undefined),
  };
}
