import { ris as bibliography } from '../bibliography/ris.js';
import { partsOf, scanRecords } from '../bibliography/risScan.js';
import { Lines } from '../lines.js';
import { bibliographyDigest, type BibliographyTexts } from './bibliographyDigest.js';

/** RIS has no place for the categories of arXiv. */
export const ris = bibliographyDigest({
  name: 'ris',
  bibliography,
  first: /^TY {1,2}- [A-Z]{1,10}\s*$/,

  texts(text): BibliographyTexts {
    const lines = new Lines(text);
    const fields = scanRecords(lines)[0]?.fields;
    const [abstract] = fields?.get('AB') ?? fields?.get('N2') ?? [];
    return { abstract: abstract ? partsOf(lines, abstract).join('\n').trim() : '' };
  },
});
