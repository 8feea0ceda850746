import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { findIds, noLatestMonth, parseArxivId } from '../../../src/core/arxivId.js';
import { versioned } from '../../../src/core/arxivLinks.js';
import { idsIn } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import { arxivIds, versions } from '../support/arxivIds.js';
import { forms } from './forms.js';

describe('an identifier in a line is found', () => {
  for (const [place, rows] of Object.entries(forms)) {
    describe(place, () => {
      for (const [line, ...expected] of rows) {
        it(line, () => {
          assert.deepEqual(
            findIds(line).map(({ syntax, start, end, idStart, idEnd }) => [
              syntax,
              line.slice(start, end),
              line.slice(idStart, idEnd),
            ]),
            expected,
          );
        });
      }
    });
  }

  it('with its canonical form and version', () => {
    assert.deepEqual(findIds('on arXiv:math.GT/0309136v2')[0], {
      id: 'math/0309136',
      version: 2,
      syntax: 'prefix',
      start: 3,
      end: 26,
      idStart: 9,
      idEnd: 26,
    });
  });

  it('in the whole text of a note, however it is written', () => {
    const lines = ['2024arXiv240100001S', 'none', 'arXiv：２４０１．０００１２', 'hep-th/9901001'];
    const found = Array.from(idsIn(new Lines(lines.join('\n')), noLatestMonth));
    assert.deepEqual(
      found.map(({ line, found: { id } }) => [line, id]),
      [
        [0, '2401.00001'],
        [2, '2401.00012'],
        [3, 'hep-th/9901001'],
      ],
    );
  });

  it('only when its month has come', () => {
    assert.equal(findIds('arXiv:2612.00001', '2026-11').length, 0);
    assert.equal(findIds('arXiv:2611.00001', '2026-11').length, 1);
  });

  const prefixes = [
    'arXiv:',
    'https://arxiv.org/abs/',
    'eprint = {',
    '10.48550/arXiv.',
    'CoRR abs/',
  ];
  const closings = ['', ' ', '.', ',', '}', ')', ']', '"', '.pdf', '#S1', '。', ' [cs.LG]'];
  it('with every prefix, in any company', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...prefixes),
        arxivIds,
        versions,
        fc.constantFrom(...closings),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (prefix, id, version, closing, before) => {
          const text = versioned(id, version);
          const line = `${before} ${prefix}${text}${closing}`;
          const found = findIds(line).find((one) => one.idStart === line.lastIndexOf(text));
          assert.equal(found?.id, id, line);
          assert.equal(found.version, version);
          assert.equal(found.end, found.idEnd);
          assert.ok(line.slice(found.start, found.idStart).endsWith(prefix.slice(-4)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with ranges that hold the identifier, in order and apart, whatever surrounds it', () => {
    const pieces = fc.oneof(
      arxivIds,
      fc.constantFrom(
        ...prefixes,
        ...closings,
        '\t',
        '|',
        '10.1000/',
        '[@',
        'v',
        '-',
        '/',
        '0',
        'é',
        '😀',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const line = parts.join('');
        let behind = 0;
        for (const { id, version, start, end, idStart, idEnd } of findIds(line)) {
          assert.ok(start >= 0 && start <= idStart && idStart < idEnd && idEnd === end);
          assert.ok(idStart >= behind && end <= line.length);
          const read = parseArxivId(line.slice(idStart, idEnd));
          assert.deepEqual(read, version === undefined ? { id } : { id, version });
          behind = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
