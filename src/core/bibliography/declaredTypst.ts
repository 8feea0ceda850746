import type { FoundPath } from './declared.js';

/** Comments (but not the `//` of an address), raw text, and calls of `bibliography`. */
const token = /(?<!:)\/\/[^\r\n]*|\/\*|`+|(?<![\w.-])bibliography\(/g;

/** From `#bibliography("x.bib", …)` and `bibliography(("a.bib", "b.yml"))`. Linear. */
export function typstPaths(text: string): readonly FoundPath[] {
  const found: FoundPath[] = [];
  if (!text.includes('bibliography(')) return found;
  const missing = new Set<string>();
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [sign] = match;
    const from = token.lastIndex;
    if (sign === '/*') {
      token.lastIndex = commentEnd(text, from);
    } else if (sign.startsWith('`')) {
      // Two are an empty raw text; more must be closed by as many.
      if (sign.length === 2 || missing.has(sign)) continue;
      const close = text.indexOf(sign, from);
      if (close < 0) missing.add(sign);
      else token.lastIndex = close + sign.length;
    } else if (!sign.startsWith('//')) {
      token.lastIndex = readCall(text, from, found);
    }
  }
  return found;
}

/** Comments nest. An open one reaches to the end of the text. */
function commentEnd(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 1;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/** The strings of the call's unnamed arguments. Returns where the call ends. */
function readCall(text: string, from: number, found: FoundPath[]): number {
  const part = /"((?:[^"\\\r\n]|\\.)*)"|\/\/[^\r\n]*|\/\*|([A-Za-z][\w-]*)\s{0,20}:|[()[\]{},]/g;
  part.lastIndex = from;
  let depth = 1;
  let named = false;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [sign, string, name] = match;
    if (string !== undefined) {
      const start = match.index + 1;
      if (!named && string !== '') {
        const path = string.replace(/\\(["\\])/g, '$1');
        found.push({ path, start, end: start + string.length });
      }
    } else if (sign === '/*') part.lastIndex = commentEnd(text, part.lastIndex);
    else if (name !== undefined) named ||= depth === 1;
    else if (sign === ',') named &&= depth > 1;
    else if (/[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign) && --depth === 0) return part.lastIndex;
  }
  return text.length;
}
