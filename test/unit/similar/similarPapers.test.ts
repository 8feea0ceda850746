import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PaperKey } from '../../../src/core/paper.js';
import type { SearchText } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { similarPapers, type SimilarHit } from '../../../src/core/similar/similarPapers.js';
import { indexOf, textOf, type Digest } from '../search/library.js';
import { sampleOf } from './samples.js';

/** What most papers say, so that it is usual in this library. */
const usual = 'We propose a model and show that the model is better than each baseline model.';

function paper(title: string, texts: Partial<SearchText> = {}): SearchText {
  return textOf({ title, abstract: usual, ...texts });
}

function digest(day: string, papers: Readonly<Record<string, SearchText>>): Digest {
  const entries = Object.entries(papers).map(([name, text]) => ({
    key: `arxiv:${name}` as PaperKey,
    category: name.startsWith('cv') ? 'cs.CV' : 'cs.LG',
    text,
  }));
  return { uri: `file:///papers/${day}.md`, day, entries };
}

function fillers(count: number): Record<string, SearchText> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `filler${at}`,
      paper(`Quokka${at} and numbat${at} on dunnart${at}`, {
        summary: `本文提出方法 bilby${at} potoroo${at}`,
      }),
    ]),
  );
}

function like(digests: readonly Digest[], name: string, within = ''): readonly SimilarHit[] {
  const text = digests.flatMap(({ entries }) => entries).find(({ key }) => key === `arxiv:${name}`);
  assert.ok(text);
  const sample = sampleOf(text.key, text.text);
  return similarPapers(sample, indexOf(digests), parseQuery(within).filters, 10);
}

function names(hits: readonly SimilarHit[]): string[] {
  return hits.map(({ key }) => key.slice('arxiv:'.length));
}

describe('similar papers', () => {
  const digests = [
    digest('2026-02-13', {
      a: paper('Wombats burrowing in lunar regolith', { abstract: `${usual} Burrows collapse.` }),
      b: paper('Lunar regolith and wombat burrows'),
      cv1: paper('Seeing wombats in regolith', { abstract: `${usual} A camera sees wombats.` }),
      ...fillers(40),
    }),
    digest('2025-12-01', { c: paper('Burrowing wombats, an old regolith study') }),
  ];

  it('share rare words, not usual ones', () => {
    const found = like(digests, 'a');
    assert.deepEqual(names(found).slice(0, 1), ['b']);
    assert.deepEqual(new Set(names(found)), new Set(['b', 'c', 'cv1']));
    assert.deepEqual(names(like(digests, 'filler3')), []);
  });

  it('tell what they share, as the paper writes it, the weightiest first', () => {
    const [first] = like(digests, 'a');
    assert.ok(first);
    assert.deepEqual(new Set(first.shared), new Set(['Wombats', 'lunar', 'regolith', 'Burrows']));
  });

  it('can be asked for within a category and within days', () => {
    assert.deepEqual(names(like(digests, 'a', 'cat:cs.CV')), ['cv1']);
    assert.deepEqual(names(like(digests, 'a', 'date:<2026')), ['c']);
    assert.deepEqual(names(like(digests, 'a', 'cat:cs.CV date:<2026')), []);
  });

  it('are found for a paper that the index does not hold', () => {
    const sample = sampleOf('arxiv:new', paper('Wombat burrows in regolith'));
    const found = similarPapers(sample, indexOf(digests), [], 10);
    assert.equal(found.length, 4);
  });

  it('never are the paper itself under another of its keys', () => {
    const twice = [
      ...digests,
      digest('2026-02-14', { again: paper('Wombats burrowing in lunar regolith') }),
    ];
    const text = paper('Wombats burrowing in lunar regolith');
    const sample = { ...sampleOf('arxiv:a', text), keys: ['arxiv:a', 'arxiv:again'] as const };
    const found = names(similarPapers(sample, indexOf(twice), [], 10));
    assert.ok(!found.includes('a') && !found.includes('again'), found.join());
    assert.ok(found.includes('b'));
  });

  it('tell Chinese in whole words', () => {
    const chinese = [
      digest('2026-02-13', {
        a: paper('One', { summary: '本文研究神经元分割与电子显微镜' }),
        b: paper('Two', { summary: '一种面向神经元分割的方法，使用电子显微镜' }),
        c: paper('Three', { summary: '本文研究分割，提出方法' }),
        ...fillers(40),
      }),
    ];
    const [first] = like(chinese, 'a');
    assert.equal(first?.key, 'arxiv:b');
    assert.deepEqual(new Set(first.shared), new Set(['神经元分割', '电子显微镜']));
  });

  it('are not alike because both are written in Chinese, in a library of mostly English', () => {
    const mixed = [
      digest('2026-02-13', {
        a: paper('Wombats in regolith', { summary: '本文提出一种新的方法' }),
        b: paper('Regolith for wombats'),
        c: paper('Something else', { summary: '本文提出一种新的模型' }),
        d: paper('Another thing', { summary: '本文提出一种新的框架' }),
        e: paper('A third one', { summary: '本文提出一种新的数据' }),
        ...Object.fromEntries(
          Array.from({ length: 40 }, (_, at) => [`x${at}`, paper(`Study ${at} of quokka${at}`)]),
        ),
      }),
    ];
    assert.equal(names(like(mixed, 'a'))[0], 'b');
  });

  it('are not alike for commands of TeX', () => {
    const tex = [
      digest('2026-02-13', {
        a: paper('Wombats of $\\mathfrak{g}$', {
          abstract: '$\\mathfrak{g} \\otimes \\mathcal{H}$',
        }),
        b: paper('Koalas of $\\mathfrak{h}$', {
          abstract: '$\\mathfrak{h} \\otimes \\mathcal{G}$',
        }),
        ...fillers(40),
      }),
    ];
    assert.deepEqual(names(like(tex, 'a')), []);
  });
});
