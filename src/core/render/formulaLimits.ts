/**
 * How large a formula may be to be drawn. None of the 2,491 formulas that were counted in 8,945 papers
 * comes near: the longest has 325 code units and 20,000 of HTML, the deepest four levels. What is
 * larger was made to be: it costs seconds or ends a window's process, so it is shown as it is written.
 */

/** In code units, with macros written out. */
const longestSource = 2000;

/** Groups, brackets that grow and environments inside each other. */
const deepestSource = 20;

/** In code units of HTML or SVG, and in elements inside each other. */
const longestOutput = 400_000;
const deepestOutput = 300;

/** @throws {Error} when the formula is too long or too deep; costs a pass over it */
export function refuseLargeSource(tex: string): void {
  if (tex.length > longestSource) {
    throw new Error(`A formula of more than ${longestSource} characters is not drawn.`);
  }
  if (depthOf(tex, /\\(left|right|begin|end)(?![A-Za-z])|\\[^]|[{}]/g) > deepestSource) {
    throw new Error(`A formula of more than ${deepestSource} levels is not drawn.`);
  }
}

/** @throws {Error} when the HTML or SVG is too large to be laid out at once; costs a pass over it */
export function refuseLargeOutput(markup: string): void {
  const isLarge = markup.length > longestOutput;
  if (isLarge || depthOf(markup, /<(\/)?[a-z]+(?:[^<>]*[^<>/])?>/gi) > deepestOutput) {
    throw new Error('This formula is larger than a page can show.');
  }
}

const closing = new Set(['right', 'end', '/', '}']);
const opening = new Set(['left', 'begin', '{']);

/** How many are open at once at most, of what the pattern finds: marks that open and that close. */
function depthOf(text: string, marks: RegExp): number {
  let depth = 0;
  let deepest = 0;
  for (const [whole, mark = whole] of text.matchAll(marks)) {
    if (closing.has(mark)) depth = Math.max(0, depth - 1);
    else if (opening.has(mark) || whole.startsWith('<')) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}
