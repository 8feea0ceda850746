import { describe } from 'mocha';
import { papersComeBack } from '../../unit/citation/export/readBack.js';
import { entriesAreSound } from '../../unit/citation/soundEntries.js';
import { referencePapers } from '../support/referencePapers.js';

describe('every paper of the reference digests', () => {
  entriesAreSound(referencePapers, 3000);
});

describe('every paper of the reference digests, exported and read again', () => {
  papersComeBack(referencePapers, { formulas: 20, step: 40 });
});
