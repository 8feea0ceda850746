import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { assertLinear } from '../support/cost.js';

const ours = '@misc{a, title = {Ours}}\n';
const theirs = '@misc{a, title = {Theirs}}\n';
const conflict = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> branch\n`;

/** Lines, from 0, at which a text is said to have a merge conflict. */
function conflicts(text: string, file = 'a.bib'): number[] {
  return readBibliography(file, text)
    .problems.filter(({ kind }) => kind === 'mergeConflict')
    .map(({ line }) => line);
}

describe('a merge conflict in a bibliography', () => {
  it('is told once, at its first line', () => {
    assert.deepEqual(conflicts(conflict), [0]);
    assert.deepEqual(conflicts(`@misc{b}\n\n${conflict}\n${conflict}`), [2]);
  });

  it('is told whatever the line ends and the style of git are', () => {
    assert.deepEqual(conflicts(`@misc{b}\n${conflict}`.replaceAll('\n', '\r\n')), [1]);
    const withBase = conflict.replace('=======', `||||||| base\n${ours}=======`);
    assert.deepEqual(conflicts(withBase), [0]);
    assert.deepEqual(conflicts(conflict.replace(' branch\n', '')), [0]);
    assert.deepEqual(conflicts(conflict.replace('<<<<<<< HEAD', '<<<<<<<')), [0]);
  });

  it('is told in every format', () => {
    const json = `[\n<<<<<<< HEAD\n{"id":"a"}\n=======\n{"id":"b"}\n>>>>>>> x\n]\n`;
    assert.deepEqual(conflicts(json, 'a.json'), [1]);
    const yaml = `a:\n  title: A\n<<<<<<< HEAD\nb:\n  title: B\n=======\n>>>>>>> x\n`;
    assert.deepEqual(conflicts(yaml, 'a.yml'), [2]);
  });

  it('leaves both versions to be read', () => {
    const titles = readBibliography('a.bib', conflict).entries.map(({ title }) => title);
    assert.deepEqual(titles, ['Ours', 'Theirs']);
  });

  it('has all its marks, each at the beginning of a line', () => {
    for (const text of [
      '',
      ours,
      conflict.replace('=======\n', ''),
      conflict.replace('>>>>>>> branch\n', ''),
      conflict.replace('<<<<<<< HEAD\n', ''),
      `  ${conflict.replaceAll('\n', '\n  ')}`,
      conflict.replaceAll('<<<<<<<', '<<<<<<<<'),
      `@misc{a, abstract = {${conflict.replaceAll('\n', ' ')}}}`,
      '>>>>>>> x\n=======\n<<<<<<< y\n',
    ]) {
      assert.deepEqual(conflicts(text), [], text);
    }
  });

  it('is looked for in time that is in proportion to the text', () => {
    for (const piece of ['<<<<<<< a\n', '<<<<<<< a\n=======\n', '=======\n>>>>>>> b\n']) {
      assertLinear(
        JSON.stringify(piece),
        (length) => piece.repeat(length / piece.length),
        (text) => readBibliography('a.bib', text),
      );
    }
  });
});
