import { findMath } from './mathSegments.js';
import { readCommand } from './texCommandReader.js';
import { TexCursor } from './texCursor.js';
import { dashAt, quoteAt, tildeAt, type TexPiece, unescapeUrl, urlAt } from './texPieces.js';
import { addText, plainLink, type TexNode } from './texTree.js';

/**
 * Reads a title, an abstract or a name as arXiv's authors write it: TeX, seldom clean. Formulas are
 * found first (`findMath`); in the rest, accents, quotes, dashes, ties and the usual text macros
 * become Unicode and styles. What is not understood stays visible as it was written: a private macro
 * (`\ours`), a comment (`%Holi-DETR`), a literal `\n`, Markdown. A paragraph begins where arXiv
 * begins one: at an empty line, or at a line that starts with blanks.
 *
 * Linear in the text, free of exceptions, and without KaTeX, so that the main thread can use it.
 */
export function parseTex(source: string): readonly TexNode[] {
  const text = restoreEatenMacros(source).replace(/\r\n?/g, '\n');
  return readTo(new TexCursor(text, findMath(text)), text.length, 0);
}

/**
 * Generators that read TeX as JSON or Python turned `\beta` into a backspace and `eta`
 * (digest-formats.md 1.3). No other use of these characters is known.
 */
function restoreEatenMacros(text: string): string {
  return text
    .replace(/\u0008(?=[a-z])/g, '\\b')
    .replace(/\u000c(?=[a-z])/g, '\\f')
    .replace(/\t(?=(?:ext[a-z]{0,2}\{|heta\b|imes\b|ilde\b|au\b))/g, '\\t');
}

/** Groups nested deeper are shown as they are: real texts need three. */
const deepest = 40;

function readTo(cursor: TexCursor, end: number, depth: number): TexNode[] {
  const nodes: TexNode[] = [];
  while (cursor.position < end) {
    const segment = cursor.mathHere();
    if (segment === undefined) {
      readText(cursor, nodes, end, depth);
    } else {
      nodes.push({ kind: 'math', tex: segment.tex, display: segment.display });
      cursor.position = segment.end;
    }
  }
  return nodes;
}

function readText(cursor: TexCursor, nodes: TexNode[], end: number, depth: number): void {
  switch (cursor.char(0)) {
    case '\\':
      readCommand(
        {
          cursor,
          end,
          outermost: depth === 0,
          readTo: (to) => readTo(cursor, to, depth),
          readGroup: () => readGroup(cursor, depth),
        },
        nodes,
      );
      break;
    case '{':
      readBraces(cursor, nodes, depth);
      break;
    case '\n':
      readLineBreak(cursor, nodes, end, depth);
      break;
    case 'h':
    case '[':
      readLink(cursor, nodes, end);
      break;
    default:
      take(cursor, nodes, pieceAt(cursor, end));
  }
}

function take(cursor: TexCursor, nodes: TexNode[], piece: TexPiece): void {
  cursor.position += piece.length;
  addText(nodes, piece.text);
}

function pieceAt(cursor: TexCursor, end: number): TexPiece {
  const sign = cursor.char(0);
  if (sign === '~') return tildeAt(cursor);
  if (sign === '`' || sign === "'") return quoteAt(cursor);
  if (sign === '-') return dashAt(cursor);
  const run = cursor.match(/[^\\{~`'\-\nh[$]+|[^]/y)?.[0] ?? '';
  const text = run.slice(0, end - cursor.position);
  return { length: text.length, text };
}

/** The group that begins at the cursor, as nodes; none when no group begins. */
function readGroup(cursor: TexCursor, depth: number): readonly TexNode[] {
  const close = cursor.groupEnd();
  if (close === undefined) return [];
  if (depth >= deepest) return [{ kind: 'text', text: cursor.readRaw() }];
  cursor.position++;
  const children = readTo(cursor, close, depth + 1);
  cursor.position = close + 1;
  return children;
}

/** Braces that only group letters (`{B}ayesian`, `60{,}000`) go; a set in braces keeps them. */
function readBraces(cursor: TexCursor, nodes: TexNode[], depth: number): void {
  const close = cursor.groupEnd();
  const inside = cursor.text.slice(cursor.position + 1, close).slice(0, 200);
  const isSet = /[^,],/.test(inside) && !/^\s*\\[a-z]/.test(inside);
  const isScript = /[_^]/.test(cursor.char(-1)) && cursor.char(-2) !== '\\';
  if (close === undefined || depth >= deepest || isScript || isSet) {
    take(cursor, nodes, { length: 1, text: '{' });
  } else {
    nodes.push(...readGroup(cursor, depth));
  }
}

function readLineBreak(cursor: TexCursor, nodes: TexNode[], end: number, depth: number): void {
  const blanks = cursor.match(/\s+/y)?.[0] ?? '\n';
  const length = Math.min(blanks.length, end - cursor.position);
  const parted = depth === 0 && /\n[ \t]*\n|\n[ \t]+$/.test(blanks);
  if (parted && cursor.position + length < end) {
    cursor.position += length;
    nodes.push({ kind: 'paragraph' });
  } else {
    take(cursor, nodes, { length, text: ' ' });
  }
}

/** A bare web address, or Markdown's `[text](https://…)`, which some abstracts have. */
function readLink(cursor: TexCursor, nodes: TexNode[], end: number): void {
  const markdown = /\[([^[\]\n$\\]{1,200})\]\((https?:\/\/[^\s()<>$\\]{1,500})\)/y;
  const [written = '', text = '', target = ''] = cursor.match(markdown) ?? [];
  const bare = urlAt(cursor)?.slice(0, end - cursor.position);
  if (written !== '' && cursor.position + written.length <= end) {
    cursor.position += written.length;
    nodes.push({ kind: 'link', url: target, children: [{ kind: 'text', text }] });
  } else if (bare !== undefined) {
    cursor.position += bare.length;
    nodes.push(plainLink(unescapeUrl(bare)));
  } else {
    take(cursor, nodes, { length: 1, text: cursor.char(0) });
  }
}
