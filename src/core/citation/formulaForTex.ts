import { amsCommands, textCommands } from '../render/formulaCommands.js';
import { formulaSymbols } from '../render/formulaSymbols.js';
import { greekCommands } from '../texLetters.js';

/** Signs of math by their commands; where a sign has several, the first. */
const signCommands: ReadonlyMap<string, string> = new Map([
  ...Array.from(formulaSymbols, ([name, sign]): [string, string] => [sign, name])
    .filter(([sign, name]) => sign > '\x7f' && name.length > 1 && amsCommands.has(name))
    .reverse(),
  ...greekCommands,
]);

const piece = /\\(?:[A-Za-z]+|[^]|$)|\$\$?|[{}]|[^\\{}$]/gu;

/**
 * A formula that is fit to be written (`writtenFormula`) for BibTeX: Greek letters and signs as
 * commands, since no 8-bit font has them.
 * @param source with its delimiters
 */
export function formulaForTex(source: string): string {
  if (!/[^\x00-\x7f]/.test(source)) return source;
  let out = '';
  let isText = true;
  let command = '';
  /** How it was outside of each open brace and formula. */
  const outside: boolean[] = [];
  for (const { 0: token, index } of source.matchAll(piece)) {
    const name = /^\\([A-Za-z]+)$/.exec(token)?.[1] ?? '';
    if (token === '{') {
      outside.push(isText);
      isText ||= textCommands.has(command);
    } else if (/^(?:\$\$?|\\[([])$/.test(token) && isText) {
      outside.push(isText);
      isText = false;
    } else if (/^(?:\}|\$\$?|\\[)\]])$/.test(token)) {
      isText = outside.pop() ?? false;
    } else if (name === 'begin' && outside.length === 0) {
      isText = false;
    }
    out += withCommand(token, isText, source.charAt(index + token.length));
    if (token !== ' ') command = name;
  }
  return out;
}

/** @param next what follows: the name of a command ends before a letter */
function withCommand(sign: string, isText: boolean, next: string): string {
  const name = signCommands.get(sign);
  if (name === undefined) return sign;
  if (isText) return `\\ensuremath{\\${name}}`;
  return `\\${name}${/[A-Za-z]/.test(next) ? ' ' : ''}`;
}
