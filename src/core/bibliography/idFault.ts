import { parseArxivId } from '../arxivId.js';

/** An arXiv id that none can be, in a field that is made for one. */
export interface IdFault {
  readonly field: 'eprint' | 'doi' | 'url';
  /** The id as it stands there, without what is around it. */
  readonly written: string;
  /** What was probably meant; the version goes along. */
  readonly mended?: string;
}

/**
 * Where an id stands, when the field holds one at all. What is said in words is no field for ids, and
 * pages of arXiv other than those of papers have none.
 */
const places: readonly (readonly [field: IdFault['field'], place: RegExp])[] = [
  ['eprint', /^\s*(?:arxiv:\s*)?(?:https?:\/\/arxiv\.org\/abs\/)?(\S[^[\]]{0,60}?)\s*(?:\[.*)?$/is],
  ['doi', /10\.48550\/arxiv\.([^\s{}]{1,60})/i],
  [
    'url',
    /^\s*https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/([^\s{}?#]{1,60}?)(?:\.pdf)?\s*$/i,
  ],
];

/** The first field whose id cannot be one. @param fields those that are known to name arXiv papers */
export function idFault(fields: Readonly<Record<IdFault['field'], string>>): IdFault | undefined {
  for (const [field, place] of places) {
    const written = place.exec(fields[field])?.[1]?.replace(/\/$/, '');
    if (written === undefined || written === '' || parseArxivId(written)) continue;
    const mended = mendedId(written);
    return { field, written, ...(mended !== undefined && { mended }) };
  }
  return undefined;
}

/** Ways in which ids are spoilt on their way, one row each; the first that gives an id is right. */
const mendings: readonly ((text: string) => string)[] = [
  (text) => text,
  // Addresses and prefixes that were copied along, and what was typed behind it.
  (text) => text.replace(/^.*(?:arxiv[:.]|\/(?=\d{4}\.)|\b(?:abs|pdf)\/)/i, ''),
  (text) => text.replace(/(?:\.pdf|[.,;:v)\]])+$/i, ''),
  // Letters for digits, and other signs for the point.
  (text) => text.replace(/(?<=\d|^)[oO](?=[\d.])/g, '0').replace(/(?<=\d)[lI](?=[\d.])/g, '1'),
  (text) => text.replace(/^(\d{4})\s*[-_,:;/ ]\s*(?=\d{4,5}(?:v\d+)?$)/, '$1.'),
  (text) => text.replace(/^(\d{4})\s*\.\s+(?=\d)/, '$1.').replace(/\s+(?=v\d+$)/, ''),
  (text) => text.replace(/^(\d{4})(?=\d{5}(?:v\d+)?$)/, '$1.'),
  // Four digits until 2014, five since.
  (text) => text.replace(/^(0[7-9]\d\d|1[0-4]\d\d)\.0(?=\d{4}(?:v\d+)?$)/, '$1.'),
  // Before 2007.
  (text) => text.replace(/^([a-z-]+(?:\.[a-z]{2})?)[\s:_-]?\/?(?=\d{7}(?:v\d+)?$)/i, oldArchive),
];

function oldArchive(_: string, name: string): string {
  const [archive = '', subject] = name.split('.');
  const [lower, upper] = [archive.toLowerCase().replace(/-$/, ''), subject?.toUpperCase()];
  return `${upper === undefined ? lower : `${lower}.${upper}`}/`;
}

/** The id that a spoilt one is likely to stand for; undefined where several would do. */
export function mendedId(written: string): string | undefined {
  let text = written.trim();
  for (const mend of mendings) {
    text = mend(text).trim();
    if (parseArxivId(text)) return text;
  }
  return undefined;
}
