import { Lines } from '../../lines.js';
import type { CitationScanner } from './citationGroup.js';
import { findRoles, restRole, rolePlace } from './roles.js';
import { backtickStretches, overwrite, overwriteUrls, type Stretch } from './silence.js';

/** Roles of sphinxcontrib-bibtex. */
export const restScanner: CitationScanner = {
  silence: silenceRest,
  find: ({ text }) => findRoles(text, restRole),
  placeAt: ({ text }, offset) =>
    rolePlace(
      'rest',
      text.slice(Math.max(0, offset - 2000), offset),
      text.slice(offset, offset + 300),
      offset,
    ),
};

/** Directives whose body is code. */
const codeDirective =
  /^[ \t]*\.\.[ \t]+(?:code|code-block|sourcecode|highlight|literalinclude|raw|math|doctest|testcode|testsetup|testoutput|prompt|graphviz|mermaid|plot|ipython|jupyter-execute)::/;
/** An explicit mark that is no directive, footnote, target or substitution: a comment. */
const comment = /^[ \t]*\.\.(?:[ \t]+(?!\S[^\n]*::|\[|_|\||__)|$)/;

/** Literal blocks, code directives and comments with what is indented below them; ``literals``. */
function silenceRest(text: string): string {
  const lines = new Lines(text);
  const found: Stretch[] = [];
  /** Lines indented deeper than this are silent. */
  let above: number | undefined;
  for (let number = 0; number < lines.count; number++) {
    if (lines.isBlank(number)) continue;
    const line = lines.line(number);
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const stretch = { start: lines.start(number), end: lines.end(number) };
    if (above !== undefined && indent > above) {
      found.push(stretch);
      continue;
    }
    above = undefined;
    const isCode = codeDirective.test(line) || comment.test(line);
    if (isCode) found.push(stretch);
    if (isCode || (/::\s*$/.test(line) && !/^\s*\.\./.test(line))) above = indent;
  }
  const masked = overwrite(text, found);
  return overwriteUrls(overwrite(masked, literals(masked)));
}

function literals(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n[^\S\n]*\n|$/g)) {
    found.push(...backtickStretches(text, start, match.index, (_, length) => length === 2));
    start = match.index;
  }
  return found;
}
