import type { Bibliography } from './entry.js';
import { isBibliographyPath, mayBeTypeset } from './bibliographyPath.js';

/**
 * What a file that is taken for a bibliography holds: works, nothing, or something else, as a shell's
 * profile does, or a program's settings in JSON or YAML, whose members look like entries at first.
 */
export type Holding = 'works' | 'nothing' | 'else';

export function holdingOf({ entries }: Bibliography, text: string): Holding {
  const tells = entries.some(
    ({ title, authors, arxivId, doi }) =>
      title !== undefined || authors.length > 0 || arxivId !== undefined || doi !== undefined,
  );
  if (tells) return 'works';
  return isEmpty(text) ? 'nothing' : 'else';
}

/** Blank but for comments of BibTeX and an array of JSON without members. */
function isEmpty(text: string): boolean {
  const rest = text.replace(/^\uFEFF/, '').trim();
  return /^(?:\[\s*\])?$/.test(rest) || rest.split(/[\r\n]+/).every((line) => line.startsWith('%'));
}

/** Whose entries nothing else is mistaken for: whatever else stands in them is a comment. */
const ownEndings = /\.(?:bib|bibtex|biblatex|ris)$/i;

/**
 * Whether entries may be added to a file, by its name and by what it holds.
 * @param path its real one: a link may bear any name
 * @param isOutside of the workspace, where the name alone is not enough
 */
export function takesEntries(path: string, holding: Holding, isOutside: boolean): boolean {
  if (mayBeTypeset(path)) return false;
  if (isOutside) return isBibliographyPath(path) && holding !== 'else';
  if (holding === 'works' || ownEndings.test(path)) return true;
  return holding === 'nothing' && isBibliographyPath(path);
}
