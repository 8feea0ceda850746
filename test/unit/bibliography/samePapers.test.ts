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
