import { bibtexEntry } from '../bibtex.js';
import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';

/** In the preset of the settings, unless that is one for biblatex alone. */
export const bibtexFile: ExportFormat = {
  name: 'bibtex',
  extension: '.bib',
  write: (cites, options) =>
    options.preset === 'biblatexOnline'
      ? entries(cites, { ...options, preset: 'arxivMisc' })
      : entries(cites, options),
};

export const biblatexFile: ExportFormat = {
  name: 'biblatex',
  extension: '.bib',
  write: (cites, options) => entries(cites, { ...options, preset: 'biblatexOnline' }),
};

function entries(cites: readonly Cite[], options: ExportOptions): string {
  return cites.map(({ key, paper }) => `${bibtexEntry(paper, key, options)}\n`).join('\n');
}
