import { scannerOf } from './findCitations.js';

/** What takes in every entry stands in no document without one of these. */
const hint = /nocite|cite\/n|bibliography/;

/** Where code and comments have been overwritten. */
const inText = [
  // LaTeX's, which other languages pass on: https://ctan.org/pkg/biblatex, `\nocite`.
  /\\nocite[A-Za-z]{0,20}\s{0,9}\{(?:[^{}]{0,2000},)?\s{0,9}\*\s{0,9}[,}]/,
  // Pandoc's header, in one line or as a text below: https://pandoc.org/MANUAL.html#including-uncited-items-in-the-bibliography.
  /^nocite:(?:[^\n]|\n[ \t]){0,500}?@\*/m,
  // https://orgmode.org/manual/Citations.html
  /\[cite\/n(?:ocite)?(?:\/[\w-]{0,20})?:\s{0,9}@?\*\s{0,9}\]/,
  // https://typst.app/docs/reference/model/bibliography/#parameters-full
  /\bbibliography\((?:[^()]|\([^()]{0,2000}\)){0,2000}?\bfull\s{0,9}:\s{0,9}true\b/,
  // Jekyll-Scholar lists all that it is not told to leave out.
  /\{%-?\s{0,9}bibliography\b(?![^%\n]{0,500}--(?:cited|query)\b)/,
];

/** Where a directive would be silent: of sphinxcontrib-bibtex, in reStructuredText and MyST. */
const directives = [
  /^[ \t]{0,20}\.\. bibliography::[^\n]{0,500}\n(?:[ \t]{1,20}:[^\n]{0,500}\n){0,20}?[ \t]{1,20}:all:/m,
  /^[ \t]{0,20}[`:~]{3,9}\{bibliography\}[^\n]{0,500}\n(?:[ \t]{0,20}:[^\n]{0,500}\n){0,20}?[ \t]{0,20}:all:/m,
];

/** Whether a document lists everything that its bibliographies hold, cited or not. */
export function citesAll(text: string, languageId: string, path: string): boolean {
  const scanner = scannerOf(languageId, path);
  if (!scanner || !hint.test(text)) return false;
  const silenced = scanner.silence(text);
  return (
    inText.some((pattern) => pattern.test(silenced)) ||
    directives.some((pattern) => pattern.test(text))
  );
}
