import type { FoundPath, Include, ReadDeclarations } from './declared.js';

const comment = String.raw`(?<!:)\/\/[^\r\n]*|(?<block>\/\*)|(?<raw>` + '`+)';
/**
 * Comments (but not the `//` of an address), raw text, calls of `bibliography`, what is taken in, names
 * that are given to a string, and arguments by which templates are told of a bibliography.
 */
const token = new RegExp(
  [
    comment,
    String.raw`(?<![\w.-])(?:(?<call>bibliography(?:\.with)?\()`,
    String.raw`(?:include|import)\s{1,20}"(?<included>(?:[^"\\\r\n]|\\.){1,500})"`,
    String.raw`let\s{1,20}(?<name>[A-Za-z_][\w-]{0,80})\s{0,20}=\s{0,20}(?=["(])`,
    String.raw`(?<argument>[\w-]{0,40}bib[\w-]{0,40}|ref(?:erence)?s(?:-[\w-]{0,40})?)\s{0,20}:\s{0,20}(?=["(]|read\())`,
  ].join('|'),
  'g',
);

/** What bibliographies are called in Typst. */
const bibliographyName = /\.(?:bib|ya?ml)$/i;

/** What a document or a template says. Linear. */
export function readTypst(text: string): ReadDeclarations {
  const paths: FoundPath[] = [];
  const includes: Include[] = [];
  const definitions: [string, string][] = [];
  const missing = new Set<string>();
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { block, raw, call, included, name, argument } = match.groups ?? {};
    const from = token.lastIndex;
    if (block !== undefined) {
      token.lastIndex = commentEnd(text, from);
    } else if (raw !== undefined) {
      // Two are an empty raw text; more must be closed by as many.
      if (raw.length === 2 || missing.has(raw)) continue;
      const close = text.indexOf(raw, from);
      if (close < 0) missing.add(raw);
      else token.lastIndex = close + raw.length;
    } else if (call !== undefined) {
      token.lastIndex = readArguments(text, from, { open: 1, longest: longestCall }, paths);
    } else if (included !== undefined) {
      if (!included.startsWith('@')) includes.push({ how: 'text', path: unescaped(included) });
    } else if (name !== undefined || argument !== undefined) {
      const strings: FoundPath[] = [];
      // One string may stand alone; a function's parentheses are opened by its name.
      const opened = /^read\(/.exec(text.slice(from, from + 5))?.[0].length ?? 0;
      const limits = { open: opened > 0 ? 1 : 0, longest: longestList };
      const end = readArguments(text, from + opened, limits, strings);
      if (end > from + longestList) token.lastIndex = end;
      const named = strings.filter(
        ({ path, variable }) => variable === undefined && bibliographyName.test(path),
      );
      if (name === undefined)
        paths.push(...named.map((path) => ({ ...path, ifThere: true as const })));
      else for (const { path } of named) definitions.push([name, path]);
    }
  }
  return { paths, includes, definitions };
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

/** Nothing of these is longer; what is has lost its end. */
const longestCall = 4000;
const longestList = 400;
const constant = new Set(['true', 'false', 'none', 'auto']);

/**
 * The strings and variables of a call's unnamed arguments, or of one string or list.
 * @param limits the parentheses that are open already, none before a string or a list; and the length
 * @returns where it ends
 */
function readArguments(
  text: string,
  from: number,
  limits: { readonly open: number; readonly longest: number },
  found: FoundPath[],
): number {
  const part =
    /"((?:[^"\\\r\n]|\\.)*)"|\/\/[^\r\n]*|\/\*|([A-Za-z][\w-]*)\s{0,20}:|([A-Za-z_][\w-]*)(?![\w-]|\s{0,20}[(.:])|[()[\]{},]/g;
  part.lastIndex = from;
  let { open } = limits;
  let named = false;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [sign, string, name, variable] = match;
    if (match.index > from + limits.longest) return match.index;
    if (string !== undefined) {
      const start = match.index + 1;
      if (!named && string !== '') {
        found.push({ path: unescaped(string), start, end: start + string.length });
      }
      if (open === 0) return part.lastIndex;
    } else if (sign === '/*') part.lastIndex = commentEnd(text, part.lastIndex);
    else if (name !== undefined) named ||= open === 1;
    else if (variable !== undefined) {
      if (!named && !constant.has(variable)) {
        found.push({ path: variable, start: match.index, end: part.lastIndex, variable: true });
      }
    } else if (sign === ',') named &&= open > 1;
    else if (/[([{]/.test(sign)) open++;
    else if (/[)\]}]/.test(sign) && --open <= 0) return part.lastIndex;
  }
  return text.length;
}

function unescaped(string: string): string {
  return string.replace(/\\(["\\])/g, '$1');
}
