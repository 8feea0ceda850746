import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { rankForYou, type Candidate, type ForYouHit } from '../../../src/core/forYou/forYou.js';
import type { MarkedPaper, MarkKind } from '../../../src/core/forYou/tastes.js';
import { compacted, indexOf, someDigests, textOf, type Digest } from '../search/library.js';

const usual = 'We propose a model and show that the model is better.';
const uri = 'file:///papers/2026-02-13.md';

function paper(
  title: string,
  authors: readonly string[] = [],
  category = 'cs.LG',
): Omit<MarkedPaper, 'mark'> {
  return { text: { title, summary: '', abstract: usual }, authors, category };
}

function marked(mark: MarkKind, ...papers: readonly Omit<MarkedPaper, 'mark'>[]): MarkedPaper[] {
  return papers.map((one) => ({ ...one, mark }));
}

function candidate(id: string, one: Omit<MarkedPaper, 'mark'>): Candidate {
  return { ...one, key: `arxiv:${id}` };
}

/** The candidates' digest, and an older one with the marked papers and others. */
function rank(
  marks: readonly MarkedPaper[],
  candidates: readonly Candidate[],
  limit = 50,
): ForYouHit[] {
  const digests: Digest[] = [
    {
      uri,
      day: '2026-02-13',
      entries: candidates.map(({ key, text, category = '' }) => ({
        ...{ key, category },
        text: textOf(text),
      })),
    },
    {
      uri: 'file:///papers/2026-01-01.md',
      day: '2026-01-01',
      entries: [
        ...marks.map(({ text }) => text),
        ...Array.from({ length: 30 }, (_, at) => ({
          ...{ title: `Study of quokka${at}`, abstract: usual, summary: '' },
        })),
      ].map((text, at) => ({ key: `arxiv:old${at}` as const, category: '', text: textOf(text) })),
    },
  ];
  return rankForYou(marks, candidates, new Set([uri]), indexOf(digests), limit);
}

function ids(hits: readonly ForYouHit[]): string[] {
  return hits.map(({ key }) => key.slice('arxiv:'.length));
}

describe('papers for you', () => {
  const stars = marked(
    'starred',
    paper('Wombats burrowing in regolith', ['A. Digger']),
    paper('Burrows of wombats', ['B. Spade']),
    paper('A survey of wombats', ['C. Shovel']),
  );

  it('are those that have words of starred papers, with these as the reason', () => {
    const hits = rank(stars, [
      candidate('koala', paper('Koalas in trees', [], 'math.GT')),
      candidate('wombat', paper('How wombats dig burrows', [], 'math.GT')),
    ]);
    assert.equal(ids(hits)[0], 'wombat');
    assert.deepEqual(hits[0]?.terms.slice(0, 2).sort(), ['burrows', 'wombats']);
    assert.equal(hits[0].sameCategory, false);
  });

  it('are put behind by words of muted papers', () => {
    const candidates = [
      candidate('muted', paper('Wombats in graph transformers')),
      candidate('plain', paper('Wombats in wells')),
    ];
    const muted = marked('muted', paper('Graph transformers'), paper('Transformers on a graph'));
    const [first] = rank([...stars, ...muted], candidates);
    assert.equal(first?.key, 'arxiv:plain');
  });

  it('are put forward by authors of starred papers, who are named', () => {
    const hits = rank(stars, [
      candidate('other', paper('Trees', ['D. Nobody'])),
      candidate('known', paper('Leaves', ['D. Nobody', 'a. digger'])),
    ]);
    assert.equal(ids(hits)[0], 'known');
    assert.deepEqual(hits[0]?.authors, ['a. digger']);
  });

  it('have no author as the reason whose name many have', () => {
    const name = 'Wei Li';
    const digests: Digest[] = [
      {
        ...{ uri, day: '2026-02-13' },
        entries: Array.from({ length: 200 }, (_, at) => ({
          key: `arxiv:${at}` as const,
          category: '',
          text: textOf({
            title: `Study of quokka${at}`,
            authors: at % 5 === 0 ? name : at === 1 ? 'Shujuan Li' : `Other${at} Person`,
          }),
        })),
      },
    ];
    const marks = marked('starred', paper('Trees', [name]), paper('Leaves', ['Shujuan Li']));
    const hits = rankForYou(
      marks,
      [
        candidate('5', paper('Study of quokka5', [name])),
        candidate('1', paper('Study of quokka1', ['Shujuan Li'])),
      ],
      new Set([uri]),
      indexOf(digests),
      9,
    );
    assert.deepEqual(
      hits.map(({ key, authors }) => [key, authors]),
      [
        ['arxiv:1', ['Shujuan Li']],
        ['arxiv:5', []],
      ],
    );
  });

  it('are put forward by a category with more stars than mutes', () => {
    const hits = rank(
      [...stars, ...marked('muted', paper('Nothing', [], 'math.GT'))],
      [
        candidate('math', paper('Trees', [], 'math.GT')),
        candidate('learning', paper('Leaves', [], 'cs.LG')),
      ],
    );
    assert.deepEqual(ids(hits), ['learning']);
    assert.equal(hits[0]?.sameCategory, true);
  });

  it('leave out what only looks like muted papers', () => {
    const muted = marked('muted', paper('Graph transformers', [], 'cs.IR'));
    const hits = rank(
      [...stars, ...muted],
      [candidate('graph', paper('Graph transformers again', [], 'cs.IR'))],
    );
    assert.deepEqual(ids(hits), []);
  });

  it('are as many as are asked for, the best', () => {
    const candidates = Array.from({ length: 9 }, (_, at) =>
      candidate(`${at}`, paper(at === 7 ? 'Wombats in burrows' : `Wombats ${at}`)),
    );
    const hits = rank(stars, candidates, 3);
    assert.equal(hits.length, 3);
    assert.equal(hits[0]?.key, 'arxiv:7');
  });

  it('are the same in whatever order digests came, merged or not', () => {
    fc.assert(
      fc.property(someDigests, (digests) => {
        const [newest] = digests;
        if (!newest) return;
        const described = (entries: Digest['entries']): Candidate[] => {
          const known = new Map(entries.map((entry) => [entry.key, entry]));
          return [...known.values()].map(({ key, category, text }) => ({
            ...{ key, category, text, authors: [text.authors] },
          }));
        };
        const marks = digests
          .slice(1)
          .flatMap(({ entries }) => described(entries))
          .map((one, at) => ({ ...one, mark: at % 4 === 3 ? 'muted' : 'starred' }) as const);
        const ask = (index: ReturnType<typeof indexOf>): ForYouHit[] =>
          rankForYou(marks, described(newest.entries), new Set([newest.uri]), index, 50);
        const hits = ask(indexOf(digests));
        assert.deepEqual(ask(indexOf(digests.toReversed())), hits);
        assert.deepEqual(ask(compacted(indexOf(digests))), hits);
      }),
    );
  });
});
