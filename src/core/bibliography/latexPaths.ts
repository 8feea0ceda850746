// Pieces of the expressions that find paths in LaTeX; silent text is `\u0001`, see `latexScanner`.

/** Braces hold no more than one level of others: `\subfix{refs}`, `\main{}/refs`. */
export const braces = String.raw`\{((?:[^{}]|\{[^{}]{0,300}\}){0,4000})\}`;
export const gap = String.raw`[\s\u0001]{0,20}`;
export const options = String.raw`(?:\[([^\][]{0,2000})\]${gap})?`;

/** Without the quotes that blanks need, and the command that makes a path one from its own file. */
export function plainPath(written: string): { readonly path: string; readonly beside?: true } {
  const path = written
    .replace(/\\(?:subfix|detokenize)\s{0,5}\{([^{}]*)\}/g, '$1')
    .replace(/["\u0001]/g, '')
    .trim();
  return { path, ...(/\\subfix(?![A-Za-z])/.test(written) && { beside: true }) };
}
