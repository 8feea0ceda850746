import { expandedOrSame, type MathMacros } from './mathMacros.js';
import { readMath } from './mathToText.js';
import { type FormulaNode, texToPlain } from './texToText.js';

/** A text in which formulas may be shown by more than letters; of the rest, as `texToText` has it. */
export type TextPiece = string | FormulaPiece;

export interface FormulaPiece {
  /** As it is written. */
  readonly tex: string;
  /** With the reader's macros written out. */
  readonly expanded: string;
  readonly display: boolean;
  /** What `mathToText` makes of it: for where no image can be, or none has been drawn. */
  readonly text: string;
  /** There is no need of an image: the text shows as much. */
  readonly faithful: boolean;
}

/**
 * A title or an abstract as plain text with its formulas apart, in their order, on one line.
 * @param macros the reader's own
 */
export function textPieces(tex: string, macros: MathMacros): readonly TextPiece[] {
  const formulas: FormulaPiece[] = [];
  const marked = texToPlain(tex.replace(/[\ue000\ue001]/g, ''), (node) => {
    formulas.push(formulaPiece(node, macros));
    return `\ue000${formulas.length - 1}\ue001`;
  });
  return marked
    .split(/(\ue000\d+\ue001)/)
    .map((part) => formulas[Number(/^\ue000(\d+)/.exec(part)?.[1])] ?? part)
    .filter((piece) => piece !== '');
}

/** The pieces as `texToText` writes them. */
export function piecesText(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** The first sentences, as many as fit into so many code units. */
export function firstPieces(pieces: readonly TextPiece[], longest: number): readonly TextPiece[] {
  const text = piecesText(pieces);
  if (text.length <= longest) return pieces;
  const head = text.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('。'));
  const cut = sentence > 100 ? sentence + 1 : head.lastIndexOf(' ');
  return [...piecesBefore(pieces, cut > 0 ? cut : longest), ' …'];
}

function piecesBefore(pieces: readonly TextPiece[], end: number): TextPiece[] {
  const before: TextPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const { length } = typeof piece === 'string' ? piece : piece.text;
    if (typeof piece === 'string') before.push(piece.slice(0, Math.max(0, end - at)));
    else if (at + length <= end) before.push(piece);
    at += length;
    if (at >= end) break;
  }
  return before;
}

function formulaPiece({ tex, display }: FormulaNode, macros: MathMacros): FormulaPiece {
  const expanded = expandedOrSame(tex, macros);
  return { tex, expanded, display, ...readMath(expanded) };
}
