import { absUrl, arxivDoi, doiUrl, versioned } from '../../arxivLinks.js';
import { findMath } from '../../render/mathSegments.js';
import { mathToText } from '../../render/mathToText.js';
import { texToText, texWithMath } from '../../render/texToText.js';
import { refusedFormulas, writtenFormula } from '../../render/writtenFormula.js';
import { bareDoi, yearOf, type CitedPaper } from '../citedPaper.js';
import { parseAuthors, type PersonName } from '../personName.js';
import type { ExportOptions } from './exportFormat.js';

/** A paper for formats that know no TeX; undefined is what it does not tell or settings leave out. */
export interface PlainFacts {
  /** Unicode, formulas as TeX in dollars. */
  readonly title: string;
  readonly names: readonly PersonName[];
  /** The digest itself ends its list with "et al.". */
  readonly others: boolean;
  readonly year: number | undefined;
  /** With version on request. */
  readonly arxivId: string | undefined;
  readonly category: string | undefined;
  readonly doi: string | undefined;
  readonly url: string | undefined;
  readonly keyword: string | undefined;
  readonly note: string | undefined;
  readonly abstract: string | undefined;
}

export function plainFacts(paper: CitedPaper, options: ExportOptions): PlainFacts {
  const { id, category, abstract } = paper;
  const version = options.keepVersion === true ? paper.version : undefined;
  const arxivId = id === undefined ? undefined : versioned(id, version);
  const ownDoi = bareDoi(paper);
  const classed = category === undefined ? '' : ` [${category}]`;
  return {
    title: plainTitle(paper.title),
    ...parseAuthors(paper.authors),
    year: yearOf(paper),
    arxivId,
    category,
    doi: ownDoi ?? (id !== undefined && options.arxivDoi === true ? arxivDoi(id) : undefined),
    url:
      id === undefined ? (ownDoi === undefined ? undefined : doiUrl(ownDoi)) : absUrl(id, version),
    keyword: options.keywords === true ? category : undefined,
    note: options.note === true && arxivId !== undefined ? `arXiv:${arxivId}${classed}` : undefined,
    abstract: options.abstract === true && abstract ? texToText(abstract) : undefined,
  };
}

/** Formulas stay as TeX, because what reads the export next may know them; a lone dollar is just that. */
export function plainTitle(tex: string): string {
  const unescaped = (text: string): string => text.replaceAll('\\$', '$');
  const title = outsideMath(texWithMath(tex), unescaped).normalize('NFC');
  // Without their escapes, dollars and brackets that were text may stand around a command.
  return refusedFormulas(title) === 0 ? title : title.replace(/\\+(?=[A-Za-z@])/g, '');
}

/**
 * Changes what stands between the formulas of a text. A formula that is not fit to be written is text
 * too, and reads as it does in lists.
 * @param write a formula as it is to stand there; undefined for one that is not fit
 */
export function outsideMath(
  text: string,
  change: (text: string) => string,
  write: (source: string) => string | undefined = writtenFormula,
): string {
  let out = '';
  let at = 0;
  for (const { start, end, tex } of findMath(text)) {
    const written = write(text.slice(start, end));
    out += change(text.slice(at, start)) + (written ?? change(mathToText(tex)));
    at = end;
  }
  return out + change(text.slice(at));
}

/** `van den Oord, Aäron, Jr.`, `King, , Jr.`; a team's or lone name as it is. */
export function lastFirst({ first, particle, last, suffix }: PersonName): string {
  const family = particle === '' ? last : `${particle} ${last}`;
  if (suffix !== '') return `${family}, ${first}, ${suffix}`;
  return first === '' ? family : `${family}, ${first}`;
}
