/** What cites in LaTeX: plain LaTeX, natbib, biblatex, apacite and their like, by the name's shape. */

const citing =
  /^(?:no|paren|footfull|full|foot|text|smart|auto|super|online|short|note|inline|poss|possessive|apa|mask(?:ed)?|p?note|fnote|(?:p|f|s|t|ft|a)?vol)?cite(?<rest>[a-z]*)$/i;
/** Commands of that shape that take something else than keys. */
const otherwise = /^(?:style|index\w*|reset|setup|list|counter|tracker\w*|d|dby|s?aliastext)$/i;
const more = new Set(['bibentry', 'nocitemeta']);

/** How a command's arguments are read. */
export interface CiteCommand {
  readonly narrative: boolean;
  /** `\cites(pre)(post)[pre][post]{a}[pre][post]{b}`. */
  readonly many: boolean;
  /** `\volcite[pre]{volume}[page]{key}`. */
  readonly volume: boolean;
}

/**
 * @param name without backslash and star
 * @param own the command of the setting, likewise
 */
export function citeCommand(name: string, own: string | undefined): CiteCommand | undefined {
  const rest = name.length > 30 ? undefined : citing.exec(name)?.groups?.['rest'];
  const isKnown = rest !== undefined && !otherwise.test(rest);
  if (!isKnown && name !== own && !more.has(name)) return undefined;
  const volume = /^[a-z]{0,2}volcites?$/i.test(name);
  return {
    narrative:
      /^(?:cite(?:t|al|author|fullauthor|A$|ANP$)|(?:text|smarttext|poss|possessive)cite)/i.test(
        name,
      ),
    many: rest !== undefined && /s$/i.test(rest) && /cites$/i.test(name),
    volume,
  };
}

/** The name in a setting: `\mycite*` is `mycite`. */
export function ownCommand(setting: string | undefined): string | undefined {
  const name = /^\\?([A-Za-z@]+)\*?$/.exec(setting?.trim() ?? '')?.[1];
  return name;
}

/** The name in a setting, unless everybody knows that it cites. */
export function ownLatexCommand(setting: string): string | undefined {
  const name = ownCommand(setting);
  return name === undefined || citeCommand(name, undefined) ? undefined : name;
}
