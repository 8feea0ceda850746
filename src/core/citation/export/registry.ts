import { bibtexEntry } from '../bibtex.js';
import type { CitedPaper } from '../citedPaper.js';
import type { Cite } from '../syntaxes.js';
import { biblatexFile, bibtexFile } from './bibliographyFiles.js';
import { cslJsonEntry, cslJsonFile } from './cslJson.js';
import { csvFile } from './csv.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { hayagrivaEntry, hayagrivaFile } from './hayagriva.js';
import { markdownListFile } from './markdownList.js';
import { risFile } from './ris.js';

/** All formats in the order of a menu. */
export const exportFormats = [
  bibtexFile,
  biblatexFile,
  risFile,
  cslJsonFile,
  hayagrivaFile,
  csvFile,
  markdownListFile,
] as const satisfies readonly ExportFormat[];

/** What an export is: the text of a file and the extension of its name, with the dot. */
export interface Exported {
  readonly text: string;
  readonly extension: string;
}

/** @param format name of a format; undefined when there is none of that name */
export function exportPapers(
  format: string,
  cites: readonly Cite[],
  options: ExportOptions = {},
): Exported | undefined {
  const found: ExportFormat | undefined = exportFormats.find(({ name }) => name === format);
  return found && { text: found.write(cites, options), extension: found.extension };
}

/**
 * The entry of a paper for a bibliography, to be put there by `insertEntry`.
 * @param format of the bibliography, as `readBibliography` names it
 * @returns undefined when bibliographies of the format are only read
 */
export function entryFor(
  format: string,
  paper: CitedPaper,
  key: string,
  options: ExportOptions = {},
): string | undefined {
  switch (format) {
    case 'bibtex':
      return bibtexEntry(paper, key, options);
    case 'hayagriva':
      return hayagrivaEntry({ key, paper }, options);
    case 'cslJson':
      return cslJsonEntry({ key, paper }, options);
    default:
      return undefined;
  }
}
