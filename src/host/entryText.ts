import { bibtexEntry, entryPresetNames } from '../core/citation/bibtex.js';
import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { CitationSettings } from './settings.js';

/**
 * An entry as the settings want it, in the format of a bibliography.
 * @param format a name in the registry of formats
 * @returns undefined for a format that is only read
 */
export function entryText(
  format: string,
  paper: CitedPaper,
  key: string,
  settings: CitationSettings,
): string | undefined {
  if (format !== 'bibtex') return undefined;
  const preset = entryPresetNames.find((name) => name === settings.entryStyle);
  return bibtexEntry(paper, key, preset ? { preset } : {});
}
