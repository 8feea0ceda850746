import { readRecordEntry } from './arxivRecord.js';
import { firstRecord, readRecords } from './arxivRecordDigest.js';
import type { DigestFormat } from './format.js';

/**
 * The `.abs` files of arXiv's archive, which hold the metadata of one paper each: the record of its
 * mails, with the submitter and a date for each version. Also several of them in one file. They say
 * when a paper came, not when a digest told of it, so that they have no date of their own.
 */
export const arxivAbs: DigestFormat = {
  name: 'arxivAbs',

  recognises(lines) {
    const first = firstRecord(lines);
    return first !== undefined && !first.hasAddress && first.fields.has('From');
  },

  read(lines, context) {
    const { entries, problems } = readRecords(lines, context);
    return { digest: { entries, labels: [] }, problems };
  },

  readEntry: (text, _labels, { latest }) => readRecordEntry(text, latest),
};
