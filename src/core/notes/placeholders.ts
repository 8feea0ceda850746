import { fieldNamed, fieldNames, type FieldName } from './fields.js';

/**
 * What is wrong with a template:
 * - unknownField [name, known names]
 * - yaml [what the parser says]: the front matter is none;
 * - regionOpen [name], regionTwice [name]: a managed region without end, or a second of its name;
 * - badPath [path]: a name of a file that leaves the folder of notes.
 */
export interface TemplateProblem {
  readonly kind: 'unknownField' | 'yaml' | 'regionOpen' | 'regionTwice' | 'badPath';
  /** From 0. */
  readonly line: number;
  readonly args: readonly string[];
}

export type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly name: FieldName;
      /** Inside an address, a tag or a comment, where foreign text is percent-encoded. */
      readonly isAddress: boolean;
    };

export type ReadPieces =
  { readonly pieces: readonly Piece[] } | { readonly problem: TemplateProblem };

/** `{name}`; doubled braces are braces: `{{name}}` is `{name}`, `{{{name}}}` its value in braces. */
const placeholder = /\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}|\{(\w+)\}/g;

/** Behind these an address, a tag or a comment has not ended yet. */
const inAddress = /\]\(\s*<?[^()<>]*$|<[^<>]*$|^\s*\[[^\]]*\]:[^\n]*$/;
/** How far back an opening is looked for. */
const reach = 500;

/**
 * Cuts a line of a template at its placeholders. Braces around anything else than one word are text.
 * @param before what stands before the line
 */
export function readPieces(text: string, line: number, before = ''): ReadPieces {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    const [whole, braced, doubled, single] = match;
    const at = match.index;
    literal(pieces, text.slice(from, at));
    from = at + whole.length;
    if (doubled !== undefined) {
      literal(pieces, `{${doubled}}`);
      continue;
    }
    const word = braced ?? single ?? '';
    const name = fieldNamed(word);
    if (!name) {
      const args = [word, fieldNames.map((known) => `{${known}}`).join(', ')];
      return { problem: { kind: 'unknownField', line, args } };
    }
    if (braced !== undefined) literal(pieces, '{');
    const context = (before + text.slice(0, at)).slice(-reach);
    pieces.push({ kind: 'field', name, isAddress: inAddress.test(context) });
    if (braced !== undefined) literal(pieces, '}');
  }
  literal(pieces, text.slice(from));
  return { pieces };
}

function literal(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (text === '') return;
  if (last?.kind === 'literal') pieces[pieces.length - 1] = { ...last, text: last.text + text };
  else pieces.push({ kind: 'literal', text });
}
