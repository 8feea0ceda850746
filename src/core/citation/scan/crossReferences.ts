/** Prefixes with which Quarto's cross-references begin (https://quarto.org/docs/authoring/cross-references.html). */
export const quartoReference =
  /^(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|eq|sec)-/i;

/** Those of the filter pandoc-crossref (https://lierdakil.github.io/pandoc-crossref). */
const pandocReference = /^(?:fig|eq|tbl|lst|sec):/i;

/** Whether `@key` names a figure, a section or the like, and no work. */
export function isCrossReference(key: string, quarto: boolean): boolean {
  return pandocReference.test(key) || (quarto && quartoReference.test(key));
}
