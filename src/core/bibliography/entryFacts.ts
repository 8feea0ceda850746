import { findIds, parseArxivId } from '../arxivId.js';
import type { BibliographyEntry, IdSource } from './entry.js';
import { idFault } from './idFault.js';

/** The fields of an entry that may name its paper, by BibTeX's names; values without TeX. */
export interface NamingFields {
  readonly eprint?: string | undefined;
  /** `archiveprefix` or `eprinttype`. */
  readonly eprintType?: string | undefined;
  /** `primaryclass` or `eprintclass`. */
  readonly eprintClass?: string | undefined;
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
  readonly journal?: string | undefined;
  readonly volume?: string | undefined;
  readonly number?: string | undefined;
  readonly note?: string | undefined;
  readonly howpublished?: string | undefined;
  /** Of other fields with addresses: `pdf`, `link`. */
  readonly links?: readonly (string | undefined)[];
  /** Of other fields that some name the paper in: `eid`, `pages`, `annote`, CSL's `archive_location`. */
  readonly texts?: readonly (string | undefined)[];
}

type NamedPaper = Pick<
  BibliographyEntry,
  'arxivId' | 'idSource' | 'idInProse' | 'idFault' | 'doi' | 'url'
>;

/**
 * Which paper an entry is: what is made for the id comes first, prose last, because a note may well
 * speak of another paper.
 */
export function namedPaper(fields: NamingFields): NamedPaper {
  const doi = bareDoi(fields.doi ?? '');
  const url = fields.url?.trim() ?? '';
  const eprint = eprintId(fields);
  const found =
    named('eprint', eprint) ??
    named('doi', idOfDoi(doi ?? fields.doi ?? '')) ??
    named('url', firstId([url, ...(fields.links ?? [])])) ??
    named('text', idInWords(fields));
  const fault = faultOf(fields, eprint !== undefined);
  return {
    ...found,
    ...(found?.idSource === 'text' && isProse(fields) && { idInProse: true }),
    ...(fault && { idFault: fault }),
    ...(doi !== undefined && { doi }),
    ...(url !== '' && { url }),
  };
}

function named(
  idSource: IdSource,
  arxivId: string | undefined,
): Pick<NamedPaper, 'arxivId' | 'idSource'> | undefined {
  return arxivId === undefined ? undefined : { arxivId, idSource };
}

/** Whether no field tells the id by itself: notes and the like begin with something else. */
function isProse({ journal = '', volume = '', number = '', ...others }: NamingFields): boolean {
  if (idOfVolume(volume, journal) !== undefined) return false;
  if ([journal, volume, number].some((text) => /\b(?:arxiv|corr|abs)\b/i.test(text))) return false;
  const { note, howpublished, texts = [] } = others;
  return ![note, howpublished, ...texts].some((text) =>
    wholeReference.test(text?.slice(0, 200) ?? ''),
  );
}

/** `arXiv:2401.00001 [cs.LG]`, `Preprint, available at https://arxiv.org/abs/2401.00001`. */
const wholeReference =
  /^(?:\W|\b(?:e-?print|preprint|available|at|from|on|online|url|https?|www)\b)*arxiv\b[^\s]*(?:\s*(?:e-?print|preprint))?\s*\S*\s*(?:\[.*)?$/i;

/** @param isRead whether `eprint` holds an id, with its class where that is a part of it */
function faultOf(
  { eprint = '', eprintType = '', doi = '', url = '' }: NamingFields,
  isRead: boolean,
) {
  // Nobody but arXiv's own fields say that a number is an id.
  const isArxiv =
    eprintType.trim() === '' ? /^arxiv:/i.test(eprint.trim()) : /^arxiv$/i.test(eprintType.trim());
  return idFault({ eprint: isArxiv && !isRead ? eprint : '', doi, url });
}

/** Other archives have numbers too, which may look like ids. */
function eprintId({ eprint = '', eprintType = '', eprintClass = '' }: NamingFields) {
  const text = eprint.trim();
  if (text === '' || !/^(?:|arxiv)$/i.test(eprintType.trim())) return undefined;
  const [first = ''] = text.replace(/^arxiv:\s*/i, '').split(/[\s[]/, 1);
  // Before 2007 the archive may stand in the class alone.
  const archive = /^[a-z-]+/.exec(eprintClass.trim())?.[0] ?? '';
  const whole = /^\d{7}(?:v\d+)?$/.test(first) && archive !== '' ? `${archive}/${first}` : first;
  return parseArxivId(whole)?.id ?? idIn(text);
}

function idOfDoi(doi: string): string | undefined {
  const id = /10\.48550\/arxiv\.([^\s{}]+)/i.exec(doi)?.[1];
  return id === undefined ? undefined : parseArxivId(id)?.id;
}

function idInWords({ journal, volume, number, note, howpublished, texts = [] }: NamingFields) {
  const inVolume = idOfVolume(volume ?? '', journal ?? '');
  return inVolume ?? firstId([journal, volume, note, number, howpublished, ...texts]);
}

/** CoRR's volumes are ids: `abs/2401.00001`, and `cs.CL/0205028` in its early years. */
function idOfVolume(volume: string, journal: string): string | undefined {
  const [, abs, id = ''] = /^(abs\/)?(\S+)$/.exec(volume.trim()) ?? [];
  const isId = abs !== undefined || /^(?:corr|arxiv)\b/i.test(journal.trim());
  return isId ? parseArxivId(id)?.id : undefined;
}

function firstId(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    const id = text === undefined ? undefined : idIn(text);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** How much of a field is searched: `note` may hold a whole abstract. */
const searched = 2000;

/** The first id that says that it is one: with `arXiv:`, in an address, in a DOI. */
function idIn(text: string): string | undefined {
  if (!/\d{4}\.\d{4}|\/\d{7}/.test(text.slice(0, searched))) return undefined;
  return findIds(text.slice(0, searched)).find(({ syntax }) => syntax !== 'bare')?.id;
}

/** The DOI without resolver or `doi:`; undefined when the text is none. */
export function bareDoi(text: string): string | undefined {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

/** The year of a date in any of the ways in which bibliographies write one. */
export function yearIn(text: string): number | undefined {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text.slice(0, 100))?.[0];
  return year === undefined ? undefined : Number(year);
}

/** `First Last Jr.` of `Last, First, Jr.`; a name without comma stays. */
export function firstLast(name: string): string {
  if (!name.includes(',')) return name.trim();
  const [last = '', first = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return [first, last, suffix].filter((part) => part !== '').join(' ');
}
