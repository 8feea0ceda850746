import { describe, it } from 'mocha';
import { writtenHint, findIds } from '../../../src/core/arxivId.js';
import { assertLinear } from '../support/cost.js';

/** Lines made to keep a scanner busy: whatever it tries at one place is there to try again at the next. */
const hostile = [
  'arxiv:arxiv:',
  'arxiv:2401.01234',
  'arxiv          2401.01234',
  '10.1234/10.1234/',
  '10.1234/a (2401.01234) ',
  '10.48550/arxiv.',
  '2401.01234',
  '2401.01234,',
  '(2401.01234) ',
  '1111.1111',
  '11111',
  '2024arXiv24010',
  '２４０１．０',
  'arXiv:2401.01234, ',
  'a-a-',
  'aaaaaaaa',
  'hep-th/',
  'hep-th/9711200 ',
  'math.GT/0309136,',
  'https://arxiv.org/abs/',
  'a.b.c.d.arxiv.org/abs/',
  'arxiv.org/api/query?id_list=2401.01234,',
  '\\cite{a,b,2401.01234,',
  '\\cite[][][][2401.01234',
  '@a{2401.01234,',
  'eprint        =        {2401.01234',
  '[[[[((((2401.01234',
  '- [ ] - [ ] ',
  '          ',
];

describe('finding identifiers', () => {
  for (const piece of hostile) {
    it(`takes time in proportion to the line of many "${piece}"`, () => {
      assertLinear(
        piece,
        (length) => piece.repeat(length / piece.length),
        (text) => {
          findIds(text);
          Array.from(text.matchAll(writtenHint));
        },
      );
    });
  }
});
