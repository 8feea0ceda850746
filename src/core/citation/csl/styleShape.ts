import type { StyleProblem } from './styleProblem.js';

/** UTF-16 code units; the largest style that is published has a quarter of them. */
const longest = 1_000_000;
/** Elements in one another; styles have some fifteen. */
const deepest = 50;

/** A style that can be given to the engine, as far as its size and its tags tell. */
type Shaped = { readonly text: string } | { readonly problem: StyleProblem };

/**
 * A style without its comments, whose lines keep their numbers. What reads it afterwards calls itself for
 * each element inside of another, which deep nesting would end, and may rely on each tag being closed
 * before the next one begins. One pass.
 */
export function shapedStyle(style: string): Shaped {
  if (style.length > longest) {
    return broken(style, undefined, `it is larger than ${longest / 1_000_000} MB`);
  }
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  for (let start = style.indexOf('<'); start !== -1; start = style.indexOf('<', at)) {
    const end = endOf(style, start);
    if (end === undefined) {
      return broken(style, start, `"${shown(style.slice(start, start + 40))}" is not closed`);
    }
    const tag = style.slice(start, end);
    parts.push(style.slice(at, start), tag.startsWith('<!--') ? linesOf(tag) : tag);
    at = end;
    depth = Math.max(0, depth + step(tag));
    if (depth > deepest) {
      return broken(style, start, `it is nested more than ${deepest} elements deep`);
    }
  }
  return { text: parts.join('') + style.slice(at) };
}

/** What may hold what looks like tags. */
const blocks = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
/** No `<` stands in a tag, not even in quotes (https://www.w3.org/TR/xml/#CleanAttrVals). */
const wholeTag = /<(?:[^<>"']|"[^<"]*"|'[^<']*')*>/y;

function endOf(style: string, start: number): number | undefined {
  for (const [open, close] of blocks) {
    if (!style.startsWith(open, start)) continue;
    const at = style.indexOf(close, start + open.length);
    return at === -1 ? undefined : at + close.length;
  }
  wholeTag.lastIndex = start;
  return wholeTag.test(style) ? wholeTag.lastIndex : undefined;
}

/** By how much a tag changes the depth; which tags belong together is for the engine to say. */
function step(tag: string): number {
  if (/^<[!?]/.test(tag) || tag.endsWith('/>')) return 0;
  return tag.startsWith('</') ? -1 : 1;
}

/** So that lines keep their numbers. */
function linesOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function shown(tag: string): string {
  return tag.length > 20 ? `${tag.slice(0, 20).trimEnd()}…` : tag;
}

function broken(style: string, at: number | undefined, reason: string): Shaped {
  if (at === undefined) return { problem: { kind: 'broken', reason } };
  return { problem: { kind: 'broken', line: lineAt(style, at), reason } };
}

/** From 1. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
    line++;
  }
  return line;
}
