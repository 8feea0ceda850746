import { describe } from 'mocha';
import { judgesTake } from '../../unit/citation/judges.js';
import { patience } from '../../unit/citation/judging.js';
import { referencePapers } from '../support/referencePapers.js';

describe('outside judges of all papers of the reference digests', function () {
  this.timeout(patience);
  judgesTake(referencePapers);
});
