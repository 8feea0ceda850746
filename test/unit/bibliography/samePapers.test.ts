import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { samePapers } from '../../../src/core/bibliography/samePapers.js';
import { similarKeys } from '../../../src/core/bibliography/similarKeys.js';

function groups(text: string) {
  const { entries } = readBibliography('x.bib', text);
  return samePapers(entries.map((entry) => ({ entry }))).map(({ places, certain }) => ({
    keys: places.map(({ entry }) => entry.key),
    certain,
  }));
}

describe('papers under two keys', () => {
  it('are told by id, however each entry names it', () => {
    assert.deepEqual(
      groups(`@misc{a, eprint = {2401.00001}, archivePrefix = {arXiv}}
@article{b, journal = {arXiv preprint arXiv:2401.00001v2}}
@misc{c, doi = {10.48550/arXiv.2401.00001}}
@misc{d, eprint = {2401.00002}, archivePrefix = {arXiv}}`),
      [{ keys: ['a', 'b', 'c'], certain: true }],
    );
  });

  it('are told by DOI', () => {
    assert.deepEqual(groups('@article{a, doi={10.1000/X}}\n@article{b, doi={10.1000/x}}'), [
      { keys: ['a', 'b'], certain: true },
    ]);
  });

  /** Two entries with one DOI, by type and title. */
  const pairs: readonly (readonly [one: string, other: string, isSame: boolean])[] = [
    ['article: Deep Learning', 'article: Deep Learning', true],
    ['article: {Deep} {L}earning', 'misc: deep learning.', true],
    ['article: Deep Learning', 'article: Deep Learning: A Survey', true],
    ['article: What Is Learning? A Survey', 'article: What is learning?', true],
    ['article: Über {$\\alpha$}-Mixing', 'article: {\\"U}ber α-mixing', true],
    ['misc: Deep Learning (extended version)', 'article: Deep Learning', true],
    ['misc: Deep Learning [v2]', 'article: Deep Learning', true],
    ['article: Search and Rescue', 'article: Search \\& Rescue', true],
    ['article: Deep-Learning', 'article: Deep Learning', true],
    ['article: Deep Learning', 'article:', true],
    ['incollection: Optimization', 'incollection: Regularization', false],
    ['incollection: Handbook: Optimization', 'incollection: Handbook: Regularization', false],
    ['book: The Handbook', 'incollection: The Handbook: Optimization', false],
    ['book: The Handbook', 'book: The Handbook: Theory and Practice', true],
    ['book: The Handbook', 'incollection: Optimization', false],
    ['proceedings: Proceedings of ABC 2020', 'inproceedings: Deep Learning', false],
    ['article: Handbook, Vol. 1', 'article: Handbook, Vol. 2', false],
    ['article: Part I: Theory', 'article: Part II: Theory', false],
    ['inbook: The Handbook', 'inbook: The Handbook', false],
    ['article: Deep Learning', 'article: Deep Learning in Chess', false],
  ];
  for (const [one, other, isSame] of pairs) {
    it(`are ${isSame ? '' : 'not '}told by DOI with "${one}" and "${other}"`, () => {
      const entry = (key: string, work: string): string => {
        const [type, title = ''] = work.split(/:(?= |$)(.*)/s);
        return `@${type}{${key}, doi = {10.1000/1}, author = {${key} Doe${key}}, title = {${title.trim()}}}\n`;
      };
      const found = groups(entry('a', one) + entry('b', other));
      assert.deepEqual(found, isSame ? [{ keys: ['a', 'b'], certain: true }] : []);
      assert.deepEqual(groups(entry('b', other) + entry('a', one)).length, found.length);
    });
  }

  it('are told of each chapter that stands twice under the DOI of its book', () => {
    const chapter = (key: string, title: string): string =>
      `@incollection{${key}, doi = {10.1000/1}, title = {${title}}}\n`;
    assert.deepEqual(
      groups(chapter('a', 'One') + chapter('b', 'Two') + chapter('c', 'one') + chapter('d', '')),
      [{ keys: ['a', 'c'], certain: true }],
    );
  });

  it('are only likely by title and first author', () => {
    const entry = (key: string, more = '') =>
      `@misc{${key}, title = {One Title}, author = {Doe, Jo}${more}}\n`;
    assert.deepEqual(groups(entry('a') + entry('b')), [{ keys: ['a', 'b'], certain: false }]);
    const other = (id: string) => `, eprint = {${id}}, archivePrefix = {arXiv}`;
    assert.deepEqual(groups(entry('a', other('2401.00001')) + entry('b', other('2401.00002'))), []);
  });

  it('are not those that stand twice under one key', () => {
    const entry = '@misc{a, eprint = {2401.00001}, archivePrefix = {arXiv}}\n';
    assert.deepEqual(groups(entry + entry), []);
  });
});

describe('keys that may have been meant', () => {
  const keys = ['vaswani2017attention', 'vaswani2018attention', 'doe2020', 'x'];

  it('are those that differ in few letters, the nearest first', () => {
    assert.deepEqual(similarKeys('vaswani2017atention', keys, 5), [
      'vaswani2017attention',
      'vaswani2018attention',
    ]);
    assert.deepEqual(similarKeys('VASWANI2018attention', keys, 1), ['vaswani2018attention']);
  });

  it('are none when nothing is near', () => {
    assert.deepEqual(similarKeys('smith1999', keys, 5), []);
  });
});
