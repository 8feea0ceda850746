import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { lastFirst, plainFacts } from './plainFacts.js';

/** RIS as Zotero, EndNote and Mendeley take it: one record a paper, one line a field. */
export const risFile: ExportFormat = {
  name: 'ris',
  extension: '.ris',
  write: (cites, options) => cites.map((cite) => record(cite, options)).join('\n'),
};

function record({ key, paper }: Cite, options: ExportOptions): string {
  const facts = plainFacts(paper, options);
  const { arxivId } = facts;
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', arxivId === undefined ? 'GEN' : 'UNPB'],
    ['ID', key],
    ['TI', facts.title],
    ...facts.names.map((name) => ['AU', lastFirst(name)] as const),
    ['PY', facts.year?.toString()],
    ['PB', arxivId === undefined ? undefined : 'arXiv'],
    ['M1', arxivId === undefined ? undefined : `arXiv:${arxivId}`],
    ['DO', facts.doi],
    ['UR', facts.url],
    ['KW', facts.keyword],
    ['N1', facts.note],
    ['AB', facts.abstract],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\n`);
  return `${lines.join('')}ER  - \n`;
}
