import type { BibliographyEntry } from './entry.js';
import { journalOfCommand } from './journalMacros.js';
import { shownName } from './registry.js';
import { unicodeOf } from './texValue.js';

/**
 * An entry with its macros replaced by what other files of the document define, as BibTeX reads them
 * all as one.
 * @param definition of a macro by its name in lower case, TeX as written
 */
export function withMacros(
  entry: BibliographyEntry,
  definition: (name: string) => string | undefined,
): BibliographyEntry {
  if (!entry.openMacros) return entry;
  const { journal, booktitle } = entry.openMacros;
  const shown = (name: string | undefined) => {
    const value = name === undefined ? undefined : definition(name);
    return value === undefined ? undefined : shownName(journalOfCommand(value) ?? unicodeOf(value));
  };
  const [journalText, booktitleText] = [shown(journal), shown(booktitle)];
  return {
    ...entry,
    ...(journalText !== undefined && { journal: journalText }),
    ...(booktitleText !== undefined && { booktitle: booktitleText }),
  };
}
