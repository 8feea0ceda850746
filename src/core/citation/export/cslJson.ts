import type { PersonName } from '../personName.js';
import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { plainFacts } from './plainFacts.js';

/** CSL-JSON as Zotero writes it for preprints (https://docs.citationstyles.org). */
export const cslJsonFile: ExportFormat = {
  name: 'cslJson',
  extension: '.json',
  write: (cites, options) =>
    `${JSON.stringify(
      cites.map((cite) => cslItem(cite, options)),
      null,
      2,
    )}\n`,
};

/** One object, indented by two blanks. */
export function cslJsonEntry(cite: Cite, options: ExportOptions): string {
  return JSON.stringify(cslItem(cite, options), null, 2);
}

/** One paper as an object; what is undefined is left out when it becomes JSON. */
export function cslItem({ key, paper }: Cite, options: ExportOptions): object {
  const facts = plainFacts(paper, options);
  const onArxiv = facts.arxivId !== undefined;
  return {
    id: key,
    type: onArxiv ? 'article' : 'document',
    title: facts.title,
    ...(facts.names.length > 0 && { author: facts.names.map(person) }),
    ...(facts.year !== undefined && { issued: { 'date-parts': [[facts.year]] } }),
    ...(onArxiv && { publisher: 'arXiv', number: `arXiv:${facts.arxivId}` }),
    DOI: facts.doi,
    URL: facts.url,
    keyword: facts.keyword,
    note: facts.note,
    abstract: facts.abstract,
  };
}

function person({ first, particle, last, suffix, corporate }: PersonName): object {
  if (corporate || (first === '' && suffix === '')) {
    return { literal: particle === '' ? last : `${particle} ${last}` };
  }
  return {
    family: last,
    ...(first !== '' && { given: first }),
    ...(particle !== '' && { 'non-dropping-particle': particle }),
    ...(suffix !== '' && { suffix }),
  };
}
