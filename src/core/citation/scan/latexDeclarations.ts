import { citeCommand, type CiteCommand, type OwnCommands } from './latexCommands.js';

/** How a document makes a command: LaTeX's, xparse's, biblatex's, TeX's. */
const declaration = new RegExp(
  [
    '\\\\Declare(?<kind>Multi|)CiteCommand\\*?\\s*\\{?\\s*\\\\(?<style>[A-Za-z@]+)',
    '\\\\(?:newcommand|renewcommand|providecommand|DeclareRobustCommand)\\*?\\s*\\{?\\s*\\\\(?<plain>[A-Za-z@]+)\\s*\\}?\\s*(?:\\[(?<count>\\d)\\]\\s*)?(?<optional>\\[[^\\]\\n]*\\]\\s*)?\\{',
    '\\\\(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand\\s*\\{?\\s*\\\\(?<document>[A-Za-z@]+)\\s*\\}?\\s*\\{(?<signature>[^{}\\n]*(?:\\{[^{}\\n]*\\}[^{}\\n]*)*)\\}\\s*\\{',
    '\\\\(?:long)?def\\s*\\\\(?<tex>[A-Za-z@]+)(?<parameters>(?:#\\d)*)\\s*\\{',
    '\\\\let\\s*\\\\(?<alias>[A-Za-z@]+)\\s*=?\\s*\\\\(?<target>[A-Za-z@]+)',
  ].join('|'),
  'g',
);
/** Of a command's body, as much as any wrapper has. */
const longestBody = 600;
const mayDeclare =
  /\\(?:re)?newcommand|\\providecommand|\\Declare|DocumentCommand|\\(?:long)?def|\\let/;

/**
 * The commands that a document makes for itself and that cite by one of their arguments:
 * `\newcommand{\mycite}[2][]{see~\cite[#1]{#2}}`, `\DeclareCiteCommand{\mycite}…`, `\let\mycite\citep`.
 * Those made of other ones count when these stand before them. One pass over the text.
 * @param text of the document, with comments and verbatim text overwritten
 */
export function declaredCommands(
  text: string,
  known: OwnCommands | undefined,
): OwnCommands | undefined {
  if (!mayDeclare.test(text)) return known;
  const found = new Map(known);
  for (const match of text.matchAll(declaration)) {
    const groups = match.groups ?? {};
    const name =
      groups['style'] ?? groups['plain'] ?? groups['document'] ?? groups['tex'] ?? groups['alias'];
    if (name === undefined || citeCommand(name)) continue;
    const behind = match.index + match[0].length;
    const command = commandOf(groups, text.slice(behind, behind + longestBody), found);
    if (command) found.set(name, command);
  }
  return found.size === 0 ? undefined : found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function commandOf(groups: Groups, rest: string, known: OwnCommands): CiteCommand | undefined {
  const { style, kind, target, signature, optional, parameters, count } = groups;
  if (style !== undefined) {
    return { narrative: false, skip: 0, lists: kind === 'Multi' ? Infinity : 1 };
  }
  if (target !== undefined) return citeCommand(target, known);
  const inBraces =
    signature !== undefined
      ? bracedOfSignature(signature)
      : bracedOf(parameters === undefined ? Number(count ?? 0) : parameters.length / 2, optional);
  const cited = keyArgument(rest, known);
  const skip = cited && inBraces.indexOf(cited.argument);
  if (!cited || skip === undefined || skip === -1) return undefined;
  return { narrative: cited.narrative, skip, lists: 1 };
}

/** The argument's number that a body cites by: 2 for `\cite[#1]{#2}`. */
function keyArgument(
  body: string,
  known: OwnCommands,
): { readonly argument: number; readonly narrative: boolean } | undefined {
  const use = /\\([A-Za-z@]+)\*?(?:\[[^[\]\n]*\]|<[^<>\n]*>|\{[^{}#\n]*\}){0,3}\{#(\d)\}/g;
  const end = endOfBody(body);
  for (const [, name = '', argument = ''] of body.slice(0, end).matchAll(use)) {
    const command = citeCommand(name, known);
    if (command) return { argument: Number(argument), narrative: command.narrative };
  }
  return undefined;
}

/** Where the brace closes that was open before the text. */
function endOfBody(text: string): number {
  let depth = 1;
  for (const match of text.matchAll(/\\[^]|[{}]/g)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return match.index;
  }
  return text.length;
}

/** The numbers of the arguments that stand in braces, in their order. */
function bracedOf(count: number, optional: string | undefined): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return optional === undefined ? numbers : numbers.slice(1);
}

/** The same of xparse's signature: `s o m` has its third one in braces. */
function bracedOfSignature(signature: string): number[] {
  const letters = signature.replace(/\{[^{}]*\}|[\s+!>]/g, '');
  return Array.from(letters.matchAll(/[a-zA-Z]/g), ({ 0: letter }, index) =>
    letter === 'm' ? index + 1 : 0,
  ).filter((number) => number > 0);
}
