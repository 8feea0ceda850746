import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { EntrySearch } from '../../../src/core/bibliography/entrySearch.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';

const { entries } = readBibliography(
  'x.bib',
  `@misc{muller2024alpha, title = {On $\\alpha$-Stable Things}, author = {M{\\"u}ller, Anna and Lee, Bo}, year = 2024, eprint = {2401.00001}, archivePrefix = {arXiv}}
@misc{lee2023graphs, title = {Graphs for All}, author = {Lee, Bo}, year = 2023}
@misc{DBLP:journals/corr/abs-2401-00002, title = {Attention to Graphs}, author = {Doe, Jo}, year = 2024}
@misc{, title = {Without a Key}}
`,
);
const search = new EntrySearch(entries);

function found(query: string, limit = 10): readonly string[] {
  return search
    .find(query, limit)
    .byRank.flat()
    .map(({ key }) => key);
}

describe('the search for what is typed of a key', () => {
  it('finds by key, title, author, year and id', () => {
    assert.deepEqual(found('muller2024alpha'), ['muller2024alpha']);
    assert.deepEqual(found('stable'), ['muller2024alpha']);
    assert.deepEqual(found('Müller'), ['muller2024alpha']);
    assert.deepEqual(found('2023'), ['lee2023graphs']);
    assert.deepEqual(found('2401.00001'), ['muller2024alpha']);
    assert.deepEqual(found('DBLP:journals/corr/abs-2401'), ['DBLP:journals/corr/abs-2401-00002']);
  });

  it('takes a name and a year in one word', () => {
    assert.deepEqual(found('doe2024'), ['DBLP:journals/corr/abs-2401-00002']);
  });

  it('puts keys that begin like this first, then words', () => {
    assert.deepEqual(found('lee'), ['lee2023graphs', 'muller2024alpha']);
    assert.deepEqual(found('graphs'), ['lee2023graphs', 'DBLP:journals/corr/abs-2401-00002']);
  });

  it('puts a key before those that begin with it, and words of a key before others', () => {
    const keyed = (...pairs: readonly (readonly [key: string, title: string])[]) =>
      new EntrySearch(
        pairs.flatMap(
          ([key, title]) => readBibliography('x.bib', `@misc{${key}, title = {${title}}}`).entries,
        ),
      );
    const order = (of: EntrySearch, query: string) =>
      of.find(query, 10).byRank.map((rank) => rank.map(({ key }) => key).join(' '));
    const lee = keyed(['lee2', 'A'], ['lee', '2 Things'], ['klee', 'B'], ['x', 'Of Lee']);
    assert.deepEqual(order(lee, 'LEE'), ['lee', 'lee2', 'klee', 'x', '']);
    // What is typed does not go on from the key into the title.
    const deep = keyed(['x-deep', 'Learning'], ['y', 'Deep Learning']);
    assert.deepEqual(order(deep, 'deep learning'), ['', '', '', 'x-deep y', '']);
    assert.deepEqual(order(deep, 'deep'), ['', '', 'x-deep', 'y', '']);
  });

  it('finds all that have a key when nothing is typed, and nothing for signs alone', () => {
    assert.equal(found('').length, 3);
    assert.deepEqual(found('::'), []);
  });

  it('counts also what it does not give', () => {
    assert.equal(search.find('', 1).byRank.flat().length, 1);
    assert.equal(search.find('', 1).total, 3);
  });
});
