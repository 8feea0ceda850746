import { readBody } from '../bibliography/bibFields.js';
import { scanEntries } from '../bibliography/bibScan.js';
import { bibtex as bibliography } from '../bibliography/bibtex.js';
import { verbatimOf } from '../bibliography/texValue.js';
import { isArxivCategory } from '../categories.js';
import { Lines } from '../lines.js';
import { bibliographyDigest, type BibliographyExtras } from './bibliographyDigest.js';

const wanted: ReadonlySet<string> = new Set(['abstract', 'eprintclass', 'note', 'primaryclass']);

/** BibTeX and biblatex as Zotero, JabRef, INSPIRE and arXiv itself export them. */
export const bibtex = bibliographyDigest({
  name: 'bibtex',
  bibliography,
  first:
    /^\s{0,20}@\s{0,9}(?:(?:string|preamble|comment)\s{0,9}[{(]|[a-z]{1,40}\s{0,9}[{(]\s{0,9}[^\s,{}()]{1,150}\s{0,9},\s{0,20}(?:$|[a-z][\w-]{0,40}\s{0,9}=))/i,
  comment: '%',

  extras(text): BibliographyExtras {
    const [entry] = scanEntries(new Lines(text));
    if (!entry) return {};
    const { fields } = readBody(text, entry, new Map(), wanted);
    const classes = verbatimOf(fields.get('primaryclass') ?? fields.get('eprintclass') ?? '');
    // What arXiv calls the comment of a paper, Zotero writes as a note.
    const comment = /^\s{0,20}Comment:\s?(\S[^]*)$/.exec(fields.get('note') ?? '')?.[1];
    return {
      categories: [...new Set(classes.split(/[\s,;]+/).filter(isArxivCategory))],
      abstract: (fields.get('abstract') ?? '').trim(),
      ...(comment !== undefined && { comment: comment.replace(/\s+/g, ' ').trim() }),
    };
  },
});
