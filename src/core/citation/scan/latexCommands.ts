/**
 * What cites in LaTeX, by the name's shape: plain LaTeX, natbib, biblatex and its styles, apacite, multibib,
 * csquotes, gb7714, abntex2 and their like.
 */

const citing =
  /^(?:no|paren|footfull|full|foot(?:note)?|text|smart|auto|super|online|short|note|inline|poss|possessive|apa|mask(?:ed)?|p?note|fnote|up|side|ref|year|pages|yearpages|authornum|authoryear|def|[tmo]|(?:p|f|s|t|ft|a)?vol)?cite(?<rest>[a-z]*)$/i;
/** Commands of that shape that take something else than keys. */
const otherwise = /^(?:style|index\w*|reset|setup|list|counter|tracker\w*|d|dby|s?aliastext)$/i;
/** Of a shape of their own; `\apud` names a work and the one that it is cited in. */
const more: ReadonlyMap<string, CiteArguments> = new Map([
  ['bibentry', { skip: 0, lists: 1 }],
  ['nocitemeta', { skip: 0, lists: 1 }],
  ['apud', { skip: 0, lists: 2 }],
  ['apudonline', { skip: 0, lists: 2 }],
]);
/** `\textcquote[3]{key}{text}`; those for other languages name the language first. */
const quotation = /^(?<language>foreign|hyphen|hybrid)?(?:text|block|display)cquote$/;
/** biblatex's `\cites`, `\footcitetexts`, `\citets`. */
const many = /^(?:s|texts|ts|ps)$/i;

/** Which of a command's arguments in braces hold keys. */
export interface CiteArguments {
  /** Arguments in braces before each list of keys: `\volcite[pre]{volume}[page]{key}`. */
  readonly skip: number;
  /** Lists of keys; infinite for `\cites(pre)(post)[pre][post]{a}[pre][post]{b}`. */
  readonly lists: number;
}

export interface CiteCommand extends CiteArguments {
  readonly narrative: boolean;
}

/** Commands by their names, without backslash and star. */
export type OwnCommands = ReadonlyMap<string, CiteCommand>;

/** @param own what the settings or the document itself say cites */
export function citeCommand(name: string, own?: OwnCommands): CiteCommand | undefined {
  const given = own?.get(name);
  if (given) return given;
  const named = more.get(name) ?? quotationArguments(name);
  if (named) return { ...named, narrative: false };
  const rest = name.length > 30 ? undefined : citing.exec(name)?.groups?.['rest'];
  if (rest === undefined || otherwise.test(rest)) return undefined;
  return {
    narrative:
      /^(?:cite(?:t|al|author|fullauthor|A$|ANP$)|(?:text|smarttext|poss|possessive|authornum|t)cite)/i.test(
        name,
      ),
    lists: many.test(rest) ? Infinity : 1,
    skip: /^[a-z]{0,2}volcites?$/i.test(name) ? 1 : 0,
  };
}

/** Of a quotation with its source, as a command or as the name of an environment. */
export function quotationArguments(name: string): CiteArguments | undefined {
  const found = quotation.exec(name);
  return found ? { skip: found.groups?.['language'] === undefined ? 0 : 1, lists: 1 } : undefined;
}

/** The command of a setting: `\mycite*` is `mycite`. */
export function ownCommand(setting: string | undefined): OwnCommands | undefined {
  const name = /^\\?([A-Za-z@]+)\*?$/.exec(setting?.trim() ?? '')?.[1];
  if (name === undefined) return undefined;
  return new Map([[name, citeCommand(name) ?? plain]]);
}

const plain: CiteCommand = { narrative: false, skip: 0, lists: 1 };

/** The name in a setting, unless everybody knows that it cites. */
export function ownLatexCommand(setting: string): string | undefined {
  const [name] = ownCommand(setting)?.keys() ?? [];
  return name === undefined || citeCommand(name) ? undefined : name;
}
