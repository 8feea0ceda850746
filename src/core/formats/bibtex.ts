import { readBody } from '../bibliography/bibFields.js';
import { scanEntries } from '../bibliography/bibScan.js';
import { bibtex as bibliography } from '../bibliography/bibtex.js';
import { verbatimOf } from '../bibliography/texValue.js';
import { isArxivCategory } from '../categories.js';
import { Lines } from '../lines.js';
import { bibliographyDigest, type BibliographyTexts } from './bibliographyDigest.js';

const textFields: ReadonlySet<string> = new Set(['abstract', 'note']);
const classFields: ReadonlySet<string> = new Set(['primaryclass', 'eprintclass']);

function fieldsOf(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const [entry] = scanEntries(new Lines(text));
  return entry ? readBody(text, entry, new Map(), wanted).fields : new Map();
}

/** BibTeX and biblatex as Zotero, JabRef, INSPIRE and arXiv itself export them. */
export const bibtex = bibliographyDigest({
  name: 'bibtex',
  bibliography,
  first:
    /^\s{0,20}@\s{0,9}(?:(?:string|preamble|comment)\s{0,9}[{(]|[a-z]{1,40}\s{0,9}[{(]\s{0,9}[^\s,{}()]{1,150}\s{0,9},\s{0,20}(?:$|[a-z][\w-]{0,40}\s{0,9}=))/i,
  comment: '%',
  abbreviates: /@\s{0,9}string\s{0,9}[{(]/i,

  texts(text): BibliographyTexts {
    const fields = fieldsOf(text, textFields);
    // What arXiv calls the comment of a paper, Zotero writes as a note.
    const comment = /^\s{0,20}Comment:\s?(\S[^]*)$/.exec(fields.get('note') ?? '')?.[1];
    return {
      abstract: (fields.get('abstract') ?? '').trim(),
      ...(comment !== undefined && { comment: comment.replace(/\s+/g, ' ').trim() }),
    };
  },

  categories(text) {
    if (!/class/i.test(text)) return [];
    const fields = fieldsOf(text, classFields);
    const classes = verbatimOf(fields.get('primaryclass') ?? fields.get('eprintclass') ?? '');
    return [...new Set(classes.split(/[\s,;]+/).filter(isArxivCategory))];
  },
});
