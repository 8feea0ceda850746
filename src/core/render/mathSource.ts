import { expandMacros, type MathMacros } from './mathMacros.js';

/**
 * A formula as the engines are to read it: the person's macros written out, and what the engines
 * lack, or must not do, exchanged for the nearest that they have.
 * @throws {Error} as `expandMacros`, and for a formula that defines macros
 */
export function mathSource(tex: string, macros: MathMacros): string {
  const source = expandMacros(tex, macros);
  const definition = definitions.exec(source)?.[0];
  if (definition !== undefined) {
    throw new Error(`A formula of a digest may not define macros (${definition}).`);
  }
  return withoutAddresses(source)
    .replace(/\\(begin|end)\{(?:math|displaymath|subequations)\}/g, '')
    .replace(/\\(begin|end)\{(?:eqnarray|flalign)\*?\}/g, '\\$1{align*}')
    .replace(/\\(begin|end)\{multline\*?\}/g, '\\$1{gather*}')
    .replace(/\\(begin|end)\{(equation|align|gather|alignat)\}/g, '\\$1{$2*}');
}

/** Without the names that others could point to; of a link, its text is left. */
export function withoutAddresses(tex: string): string {
  return tex
    .replace(/\\label\s*\{[^{}]*\}/g, '')
    .replace(/\\href\s*\{[^{}]*\}\s*\{/g, '\\text{')
    .replace(/\\url\s*\{/g, '\\text{');
}

/** With arguments, two definitions make a few signs into millions; `\csname` writes them in disguise. */
const definitions =
  /\\(?:[egx]?def|let|futurelet|newcommand|renewcommand|providecommand|csname)(?![A-Za-z@])/;
