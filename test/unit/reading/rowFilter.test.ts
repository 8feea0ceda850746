import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PaperKey } from '../../../src/core/paper.js';
import { listRow, type ListRow, type RowMark } from '../../../src/core/reading/listRow.js';
import { categoriesOf, noFilter, RowFilterer } from '../../../src/core/reading/rowFilter.js';

const fresh: RowMark = { progress: 'new', starred: false, muted: false };

function row(key: PaperKey, facts: Partial<ListRow> = {}): ListRow {
  return { key, title: 'A title', authors: 'A. Author', category: 'cs.LG', ...facts };
}

const rows = [
  row('arxiv:2601.00001', { title: 'Sampling with Müller brownian bridges' }),
  row('arxiv:2601.00002', { title: 'Ｗide letters', authors: 'Ådne Søhus, 李明' }),
  row('arxiv:2601.00003', { category: 'math.PR' }),
  row('title:a trending paper', { category: '' }),
];

function keys(
  filter: Partial<typeof noFilter>,
  marks: Readonly<Record<string, Partial<RowMark>>> = {},
  kept: readonly PaperKey[] = [],
): { keys: string[]; muted: number } {
  const filtered = new RowFilterer().filter(
    rows,
    { ...noFilter, ...filter },
    { markOf: (key) => ({ ...fresh, ...marks[key] }), kept: new Set(kept) },
  );
  return { keys: filtered.rows.map(({ key }) => key.slice(-5)), muted: filtered.muted };
}

describe('The filter of a list', () => {
  it('finds words in titles, authors, categories and ids, without case, accents and width', () => {
    for (const [text, found] of [
      ['muller BRIDGES', '00001'],
      ['wide adne', '00002'],
      ['李明', '00002'],
      ['math.pr', '00003'],
      ['2601.00003', '00003'],
    ] as const) {
      assert.deepEqual(keys({ text }).keys, [found], text);
    }
    assert.deepEqual(keys({ text: 'wide bridges' }).keys, []);
  });

  it('lets through what another search has found', () => {
    const found = new Set<PaperKey>(['arxiv:2601.00003']);
    const { rows: passing } = new RowFilterer().filter(
      rows,
      { ...noFilter, text: 'in the abstract alone' },
      { markOf: () => fresh, found },
    );
    assert.deepEqual(
      passing.map(({ key }) => key),
      ['arxiv:2601.00003'],
    );
  });

  it('narrows to a category, also to none', () => {
    assert.deepEqual(keys({ category: 'math.PR' }).keys, ['00003']);
    assert.deepEqual(keys({ category: '' }).keys, ['paper']);
  });

  it('counts muted papers of those that pass, and shows them when wanted', () => {
    const marks = { 'arxiv:2601.00001': { muted: true }, 'arxiv:2601.00003': { muted: true } };
    assert.deepEqual(keys({ category: 'cs.LG' }, marks), { keys: ['00002'], muted: 1 });
    assert.deepEqual(keys({ category: 'cs.LG', muted: true }, marks), {
      keys: ['00001', '00002'],
      muted: 1,
    });
  });

  it('shows unread and starred papers, and keeps those that were marked under the eyes', () => {
    const marks = {
      'arxiv:2601.00001': { progress: 'seen', starred: true },
      'arxiv:2601.00002': { progress: 'read' },
    } as const;
    assert.deepEqual(keys({ show: 'unread' }, marks).keys, ['00003', 'paper']);
    assert.deepEqual(keys({ show: 'starred' }, marks).keys, ['00001']);
    const kept = keys({ show: 'unread' }, marks, ['arxiv:2601.00002']);
    assert.deepEqual(kept.keys, ['00002', '00003', 'paper']);
  });

  it('shows with more words never more papers', () => {
    const word = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(word, word, (one, two) => {
        const many = new Set(keys({ text: one }).keys);
        assert.ok(keys({ text: `${one} ${two}` }).keys.every((key) => many.has(key)));
      }),
    );
  });

  it('lists categories with their numbers, those without one last', () => {
    assert.deepEqual(categoriesOf(rows), [
      ['cs.LG', 2],
      ['math.PR', 1],
      ['', 1],
    ]);
  });
});

describe('A row of a list', () => {
  it('holds plain text without TeX', () => {
    const made = listRow({
      key: 'arxiv:2601.00001',
      title: 'On $\\alpha$-trees\nand {\\em more}',
      authors: ['Paul Erd\\H{o}s', 'B. Two'],
    });
    assert.deepEqual(made, {
      key: 'arxiv:2601.00001',
      title: 'On α-trees and more',
      authors: 'Paul Erdős, B. Two',
      category: '',
    });
  });

  it('holds no endless list of authors', () => {
    const authors = Array.from({ length: 3000 }, (_, at) => `Author Number ${at}`);
    const made = listRow({ key: 'title:x', title: 'x', authors });
    assert.ok(made.authors.length < 700);
  });
});
