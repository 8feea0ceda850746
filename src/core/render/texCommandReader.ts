import { type TexCommand, texCommands } from './texCommands.js';
import type { TexCursor } from './texCursor.js';
import { letterAt, signAt, unescapeUrl } from './texPieces.js';
import { mathSymbols, textSymbols } from './texSymbols.js';
import { addText, plainLink, type TexNode } from './texTree.js';

/** What a command needs of the parser that met it. */
export interface TexContext {
  readonly cursor: TexCursor;
  /** Where the command's own group ends. */
  readonly end: number;
  /** Whether the command stands outside all groups. */
  readonly outermost: boolean;
  /** Reads on to `end`. */
  readonly readTo: (end: number) => readonly TexNode[];
  /** Reads the group that begins at the cursor; no nodes when none does. */
  readonly readGroup: () => readonly TexNode[];
}

/** Reads the command at the cursor, which stands at a backslash, and adds what it means. */
export function readCommand(context: TexContext, nodes: TexNode[]): void {
  const { cursor } = context;
  const [written, name] = cursor.match(/\\([A-Za-z]+)\*?/y) ?? [];
  const piece = letterAt(cursor) ?? (name === undefined ? signAt(cursor) : symbolAt(cursor, name));
  if (piece !== undefined) {
    cursor.position += piece.length;
    addText(nodes, piece.text);
  } else if (written !== undefined && name !== undefined) {
    const from = cursor.position;
    cursor.position += written.length;
    const command = texCommands.get(name);
    const done =
      command === undefined ? runUnknown(context, nodes, written) : run(context, nodes, command);
    if (done) return;
    cursor.position = from + written.length;
    addText(nodes, written);
  }
}

function symbolAt(cursor: TexCursor, name: string): { length: number; text: string } | undefined {
  const text = textSymbols.get(name) ?? mathSymbols.get(name);
  if (text === undefined) return undefined;
  // `and\slash or` joins; a blank after another sign was seldom meant to go, though TeX has it go.
  const after = name === 'slash' ? /\\[A-Za-z]+(?:\{\}|\s)?/y : /\\[A-Za-z]+(?:\{\})?/y;
  return { length: cursor.match(after)?.[0].length ?? name.length + 1, text };
}

/** A macro of the author's own: an argument is the reader's gain, a bare name is all there is. */
function runUnknown({ cursor, readGroup }: TexContext, nodes: TexNode[], written: string): boolean {
  const close = cursor.groupEnd();
  if (close === undefined) return false;
  if (/\S/.test(cursor.text.slice(cursor.position + 1, close))) {
    nodes.push(...readGroup());
  } else {
    cursor.position = close + 1;
    addText(nodes, written);
  }
  return true;
}

/** False when the command's argument is missing: then its name stays visible. */
function run(context: TexContext, nodes: TexNode[], command: TexCommand): boolean {
  switch (command.does) {
    case 'declaration':
      return runDeclaration(context, nodes, command);
    case 'paragraph':
      nodes.push({ kind: 'paragraph' });
      return true;
    case 'item':
      addText(nodes, ' • ');
      return true;
    case 'environment':
      return skipListMark(context.cursor);
    case 'style':
    case 'content':
    case 'link':
    case 'url':
    case 'reference':
    case 'note':
    case 'nothing':
      skipOptions(context.cursor);
      if (context.cursor.groupEnd() === undefined) return false;
      nodes.push(...withArgument(context, command));
      return true;
  }
}

/** `{\em so}` sets off the rest of its group; outside a group that would be all the rest. */
function runDeclaration(
  { cursor, end, outermost, readTo }: TexContext,
  nodes: TexNode[],
  { style }: Extract<TexCommand, { does: 'declaration' }>,
): boolean {
  cursor.position += cursor.match(/\{\}|[ ]*/y)?.[0].length ?? 0;
  if (!outermost && style !== undefined) {
    nodes.push({ kind: 'styled', style, children: readTo(end) });
  }
  return true;
}

/** `\begin{itemize}` and its like go, other environments stay visible. */
function skipListMark(cursor: TexCursor): boolean {
  const lists = /\{(?:itemize|enumerate|quote|center|abstract|description)\}/y;
  const mark = cursor.match(lists)?.[0];
  cursor.position += mark?.length ?? 0;
  return mark !== undefined;
}

/** `\cite[p. 3]{key}` */
function skipOptions(cursor: TexCursor): void {
  cursor.position += cursor.match(/(?:\[[^\]\n]{0,80}\]){0,2}\s*(?=\{)/y)?.[0].length ?? 0;
}

type CommandWithArgument = Exclude<
  TexCommand,
  { does: 'declaration' } | { does: 'environment' | 'item' | 'paragraph' }
>;

function withArgument(
  { cursor, readGroup }: TexContext,
  command: CommandWithArgument,
): readonly TexNode[] {
  switch (command.does) {
    case 'style': {
      const children = command.style === 'code' ? verbatim(cursor.readRaw()) : readGroup();
      return [{ kind: 'styled', style: command.style, children }];
    }
    case 'content':
      for (let skipped = 0; skipped < command.skip; skipped++) cursor.readRaw();
      return firstOf(readGroup(), cursor, command.drop ?? 0);
    case 'link': {
      const url = unescapeUrl(cursor.readRaw());
      const children = readGroup();
      return [children.length === 0 ? plainLink(url) : { kind: 'link', url, children }];
    }
    case 'url':
      return [plainLink(unescapeUrl(cursor.readRaw()))];
    case 'reference':
      return [{ kind: 'reference', keys: cursor.readRaw() }];
    case 'note':
      return [{ kind: 'text', text: ' (' }, ...readGroup(), { kind: 'text', text: ')' }];
    case 'nothing':
      for (let skipped = 0; skipped < command.args; skipped++) cursor.readRaw();
      return [];
  }
}

/** Of several arguments the first: the others go. */
function firstOf(nodes: readonly TexNode[], cursor: TexCursor, others: number): readonly TexNode[] {
  for (let dropped = 0; dropped < others; dropped++) cursor.readRaw();
  return nodes;
}

/** Dashes and quotes are code inside `\texttt`, only signs are escaped. */
function verbatim(raw: string): readonly TexNode[] {
  return [{ kind: 'text', text: raw.replace(/\\([%&_#{}$])/g, '$1') }];
}
