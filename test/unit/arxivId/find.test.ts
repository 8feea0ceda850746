import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { findIds, parseArxivId } from '../../../src/core/arxivId.js';
import { versioned } from '../../../src/core/arxivLinks.js';
import type { MentionSyntax } from '../../../src/core/digest.js';
import { arxivIds, versions } from '../support/arxivIds.js';

/**
 * A line, then what is found in it: syntax, whole form and the id with its version as the line
 * writes it. Sources of the forms: digest-formats.md section 4.
 */
type Row = readonly [line: string, ...found: (readonly [MentionSyntax, string, string])[]];

const groups: Readonly<Record<string, readonly Row[]>> = {
  'behind its prefix': [
    ['see arXiv:2510.06174v2.', ['prefix', 'arXiv:2510.06174v2', '2510.06174v2']],
    ['arxiv: 2510.06174', ['prefix', 'arxiv: 2510.06174', '2510.06174']],
    ['ARXIV:0704.0001', ['prefix', 'ARXIV:0704.0001', '0704.0001']],
    ['in arXiv 2510.06174, p. 3', ['prefix', 'arXiv 2510.06174', '2510.06174']],
    ['ArXiv ID: 2510.06174', ['prefix', 'ArXiv ID: 2510.06174', '2510.06174']],
    ['**ArXiv ID:** 2509.05263', ['prefix', 'ArXiv ID:** 2509.05263', '2509.05263']],
    ['arXiv:math.GT/0309136v2', ['prefix', 'arXiv:math.GT/0309136v2', 'math.GT/0309136v2']],
    ['arXiv:0706.0001v1 [q-bio.CB] 1 Jun 2007', ['prefix', 'arXiv:0706.0001v1', '0706.0001v1']],
    ['{\\tt arXiv:hep-th/9711200}', ['prefix', 'arXiv:hep-th/9711200', 'hep-th/9711200']],
    ['oai:arXiv.org:2508.13426v1', ['prefix', 'oai:arXiv.org:2508.13426v1', '2508.13426v1']],
    ['oai:arXiv.org:hep-th/9901001', ['prefix', 'oai:arXiv.org:hep-th/9901001', 'hep-th/9901001']],
    ['(arXiv:1207.0580)', ['prefix', 'arXiv:1207.0580', '1207.0580']],
    ['`arXiv:2603.03101` `cs.CV`', ['prefix', 'arXiv:2603.03101', '2603.03101']],
    ['_arXiv:2603.03101_', ['prefix', 'arXiv:2603.03101', '2603.03101']],
    ['*arXiv:2603.03101*', ['prefix', 'arXiv:2603.03101', '2603.03101']],
    ['见arXiv：2603.03101。', ['prefix', 'arXiv：2603.03101', '2603.03101']],
    ['arXiv preprint 1207.0580', ['prefix', 'arXiv preprint 1207.0580', '1207.0580']],
    ['arXiv e-print: 1207.0580', ['prefix', 'arXiv e-print: 1207.0580', '1207.0580']],
    ['arXiv-2603.03101v2.tar.gz', ['prefix', 'arXiv-2603.03101v2', '2603.03101v2']],
    [
      '<span class="daily-paper-id">arXiv 2608.19794</span>',
      ['prefix', 'arXiv 2608.19794', '2608.19794'],
    ],
    [
      'arXiv:cond-mat/0303188 ; arXiv:0704.0001',
      ['prefix', 'arXiv:cond-mat/0303188', 'cond-mat/0303188'],
      ['prefix', 'arXiv:0704.0001', '0704.0001'],
    ],
  ],
  'as the value of a field': [
    ['"arxiv_id": "2608.04444",', ['prefix', 'arxiv_id": "2608.04444', '2608.04444']],
    ['arxiv_id: 1207.0580', ['prefix', 'arxiv_id: 1207.0580', '1207.0580']],
    ['arxiv-id=0704.0001', ['prefix', 'arxiv-id=0704.0001', '0704.0001']],
    ['<button data-arxiv-id="2505.14530v2">', ['prefix', 'arxiv-id="2505.14530v2', '2505.14530v2']],
    [
      '**arXiv**: [2603.21608](https://arxiv.org/abs/2603.21608)',
      ['prefix', 'arXiv**: [2603.21608', '2603.21608'],
      ['url', 'https://arxiv.org/abs/2603.21608', '2603.21608'],
    ],
    ['  eprint={2510.06174},', ['eprint', 'eprint={2510.06174', '2510.06174']],
    ['  eprint        = {0704.0001},', ['eprint', 'eprint        = {0704.0001', '0704.0001']],
    ['eprint = "hep-ph/9609357",', ['eprint', 'eprint = "hep-ph/9609357', 'hep-ph/9609357']],
    [
      '  Eprint = {math.GT/0309136v2},',
      ['eprint', 'Eprint = {math.GT/0309136v2', 'math.GT/0309136v2'],
    ],
    ['eprint = {arXiv:0704.0001}', ['prefix', 'arXiv:0704.0001', '0704.0001']],
    ['journal={arXiv preprint arXiv:2510.06174}', ['prefix', 'arXiv:2510.06174', '2510.06174']],
    ['JO  - arXiv preprint arXiv:2411.13560', ['prefix', 'arXiv:2411.13560', '2411.13560']],
    ['volume={abs/1412.6980},', ['prefix', 'volume={abs/1412.6980', '1412.6980']],
    [
      'volume    = {abs/hep-th/9711200},',
      ['prefix', 'volume    = {abs/hep-th/9711200', 'hep-th/9711200'],
    ],
    ['CoRR, abs/1412.6980, 2014.', ['prefix', 'CoRR, abs/1412.6980', '1412.6980']],
    ['CoRR abs/1706.03762 (2017)', ['prefix', 'CoRR abs/1706.03762', '1706.03762']],
    ['CoRR, vol. abs/1412.6980', ['prefix', 'CoRR, vol. abs/1412.6980', '1412.6980']],
    ['number = {arXiv:2206.07690},', ['prefix', 'arXiv:2206.07690', '2206.07690']],
  ],
  'as a DOI': [
    ['10.48550/arXiv.2602.11898: label', ['doi', '10.48550/arXiv.2602.11898', '2602.11898']],
    ['doi:10.48550/arxiv.0704.0001', ['doi', 'doi:10.48550/arxiv.0704.0001', '0704.0001']],
    ['doi = {10.48550/ARXIV.2206.07690},', ['doi', '10.48550/ARXIV.2206.07690', '2206.07690']],
    [
      '(https://doi.org/10.48550/arXiv.2602.10158):',
      ['doi', 'https://doi.org/10.48550/arXiv.2602.10158', '2602.10158'],
    ],
    [
      'https://dx.doi.org/10.48550/arXiv.hep-th/9711200',
      ['doi', 'https://dx.doi.org/10.48550/arXiv.hep-th/9711200', 'hep-th/9711200'],
    ],
    ['10.48550/arXiv.math/0309136', ['doi', '10.48550/arXiv.math/0309136', 'math/0309136']],
  ],
  'in an address': [
    ...[
      'https://arxiv.org/abs/',
      'http://arxiv.org/abs/',
      'https://www.arxiv.org/abs/',
      'https://export.arxiv.org/abs/',
      'http://cn.arxiv.org/abs/',
      'http://ru.arxiv.org/abs/',
      'http://lanl.arxiv.org/abs/',
      'http://xxx.lanl.gov/abs/',
      'arxiv.org/abs/',
      'https://arxiv.org/pdf/',
      'https://arxiv.org/html/',
      'https://arxiv.org/format/',
      'https://arxiv.org/ps/',
      'https://arxiv.org/src/',
      'https://arxiv.org/e-print/',
      'https://arxiv.org/abs/arXiv:',
      'https://ar5iv.org/html/',
      'https://ar5iv.labs.arxiv.org/html/',
      'https://alphaxiv.org/abs/',
      'https://www.alphaxiv.org/pdf/',
      'https://www.alphaxiv.org/overview/',
      'https://huggingface.co/papers/',
      'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/',
      'https://api.semanticscholar.org/arXiv:',
      'https://www.semanticscholar.org/arxiv/',
      'https://scirate.com/arxiv/',
      'https://paperswithcode.com/paper/arxiv/',
      'https://www.emergentmind.com/papers/',
      'https://papers.cool/arxiv/',
      'https://ui.adsabs.harvard.edu/abs/arXiv:',
      'https://export.arxiv.org/api/query?id_list=',
      'https://export.arxiv.org/api/query?max_results=1&id_list=',
    ].flatMap((address): Row[] =>
      ['2510.06174v2', '0704.0001', 'hep-th/9711200v3'].map((id) => [
        `see <${address}${id}> there`,
        ['url', `${address}${id}`, id],
      ]),
    ),
    [
      '[PDF](https://arxiv.org/pdf/2509.06444v1.pdf)',
      ['url', 'https://arxiv.org/pdf/2509.06444v1', '2509.06444v1'],
    ],
    [
      'https://arxiv.org/html/2602.11745v1#S4.E2: how',
      ['url', 'https://arxiv.org/html/2602.11745v1', '2602.11745v1'],
    ],
    [
      'https://arxiv.org/abs/2602.11745?context=cs.LG',
      ['url', 'https://arxiv.org/abs/2602.11745', '2602.11745'],
    ],
    [
      'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2508.02324.png',
      [
        'url',
        'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2508.02324',
        '2508.02324',
      ],
    ],
    [
      'Read https://arxiv.org/abs/2602.11745, https://arxiv.org/abs/0704.0001.',
      ['url', 'https://arxiv.org/abs/2602.11745', '2602.11745'],
      ['url', 'https://arxiv.org/abs/0704.0001', '0704.0001'],
    ],
    [
      'arxiv.org/api/query?id_list=2602.11745,0704.0001v2,math/0309136',
      ['url', 'arxiv.org/api/query?id_list=2602.11745', '2602.11745'],
      ['url', 'arxiv.org/api/query?id_list=2602.11745,0704.0001v2', '0704.0001v2'],
      ['url', 'arxiv.org/api/query?id_list=2602.11745,0704.0001v2,math/0309136', 'math/0309136'],
    ],
    [
      '\\href{https://arxiv.org/abs/2602.10680}{arXiv:2602.10680 [stat.ML]}.',
      ['url', 'https://arxiv.org/abs/2602.10680', '2602.10680'],
      ['prefix', 'arXiv:2602.10680', '2602.10680'],
    ],
    [
      '\\url{http://arxiv.org/abs/1401.2910}',
      ['url', 'http://arxiv.org/abs/1401.2910', '1401.2910'],
    ],
    [
      '\\\\ ( https://arxiv.org/abs/2303.08867 ,  243kb)',
      ['url', 'https://arxiv.org/abs/2303.08867', '2303.08867'],
    ],
    [
      '[[https://arxiv.org/abs/2602.10209][arXiv:2602.10209]]',
      ['url', 'https://arxiv.org/abs/2602.10209', '2602.10209'],
      ['prefix', 'arXiv:2602.10209', '2602.10209'],
    ],
  ],
  'bare, in a place made for it': [
    ['2401.01234', ['bare', '2401.01234', '2401.01234']],
    ['  2401.01234v2: a note', ['bare', '2401.01234v2', '2401.01234v2']],
    ['- 2401.01234 Attention', ['bare', '2401.01234', '2401.01234']],
    ['12. 2401.01234 Attention', ['bare', '2401.01234', '2401.01234']],
    ['- [ ] 2401.01234 Attention', ['bare', '2401.01234', '2401.01234']],
    ['- **2401.01234** Attention', ['bare', '2401.01234', '2401.01234']],
    ['## 2401.01234: Attention', ['bare', '2401.01234', '2401.01234']],
    ['> 2401.01234', ['bare', '2401.01234', '2401.01234']],
    ['Attention (2401.01234)', ['bare', '2401.01234', '2401.01234']],
    ['Attention [2401.01234v1]', ['bare', '2401.01234v1', '2401.01234v1']],
    ['`2401.01234`', ['bare', '2401.01234', '2401.01234']],
    ["'2401.01234'", ['bare', '2401.01234', '2401.01234']],
    ['{"id": "2507.01019", "title"', ['bare', '2507.01019', '2507.01019']],
    ['| Attention | 2401.01234 | read |', ['bare', '2401.01234', '2401.01234']],
    ['<td>2604.26264</td>', ['bare', '2604.26264', '2604.26264']],
    ['<a href="x"> 2604.26264 </a>', ['bare', '2604.26264', '2604.26264']],
    ['[@2401.01234]', ['bare', '2401.01234', '2401.01234']],
    ['as @2401.01234 says', ['bare', '2401.01234', '2401.01234']],
    [
      '[@2401.01234; see @2402.01234, p. 3]',
      ['bare', '2401.01234', '2401.01234'],
      ['bare', '2402.01234', '2402.01234'],
    ],
    ['@misc{2401.01234,', ['bare', '2401.01234', '2401.01234']],
    [
      '\\parencite[see][p.~3]{2401.01234, other2020, 2402.01234}',
      ['bare', '2401.01234', '2401.01234'],
      ['bare', '2402.01234', '2402.01234'],
    ],
    ['#cite(<2401.01234>)', ['bare', '2401.01234', '2401.01234']],
    ['papers/2604.20899.md', ['bare', '2604.20899', '2604.20899']],
    ['see 2604.20899v2.pdf', ['bare', '2604.20899v2', '2604.20899v2']],
    ['abstracts_2604.20899.md', ['bare', '2604.20899', '2604.20899']],
    ['[Korean](2312.00752/paper.ko.html)', ['bare', '2312.00752', '2312.00752']],
    ['C:\\papers\\2401.01234.pdf', ['bare', '2401.01234', '2401.01234']],
  ],
  'in the old style, wherever it stands alone': [
    ['since hep-th/9711200 (Maldacena)', ['bare', 'hep-th/9711200', 'hep-th/9711200']],
    ['No. hep-th/0402006, No.', ['bare', 'hep-th/0402006', 'hep-th/0402006']],
    ['cs/0112017', ['bare', 'cs/0112017', 'cs/0112017']],
    ['[math.GT/0309136v2]', ['bare', 'math.GT/0309136v2', 'math.GT/0309136v2']],
    [
      '\\cite{hep-th/9711200,math/0309136}',
      ['bare', 'hep-th/9711200', 'hep-th/9711200'],
      ['bare', 'math/0309136', 'math/0309136'],
    ],
  ],
  'in comments of programs': [
    ['# Su et al., arXiv:2104.09864, eq. (34)', ['prefix', 'arXiv:2104.09864', '2104.09864']],
    ['"""The method is that of arXiv:2602.10637."""', ['prefix', 'arXiv:2602.10637', '2602.10637']],
    [
      '// https://arxiv.org/abs/1412.6980v9 alg. 1',
      ['url', 'https://arxiv.org/abs/1412.6980v9', '1412.6980v9'],
    ],
    ['% TODO: heads of arXiv:2602.10209.', ['prefix', 'arXiv:2602.10209', '2602.10209']],
  ],
};

describe('an identifier in a line is found', () => {
  for (const [place, rows] of Object.entries(groups)) {
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
