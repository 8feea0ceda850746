import { ris as bibliography } from '../bibliography/ris.js';
import { scanRecords } from '../bibliography/risScan.js';
import { Lines } from '../lines.js';
import { bibliographyDigest, type BibliographyExtras } from './bibliographyDigest.js';

/** RIS has no place for the categories of arXiv. */
export const ris = bibliographyDigest({
  name: 'ris',
  bibliography,
  first: /^TY {1,2}- [A-Z]{1,10}\s*$/,

  extras(text): BibliographyExtras {
    const fields = scanRecords(new Lines(text))[0]?.fields;
    const abstract = fields?.get('AB') ?? fields?.get('N2') ?? [];
    return { abstract: (abstract[0]?.parts ?? []).join('\n').trim() };
  },
});
