import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { documentFamily, familyExtensions } from '../../../src/core/bibliography/documentFamily.js';

describe('what documents take in', () => {
  const cases: readonly (readonly [path: string, text: string, includes: readonly string[]])[] = [
    ['a.tex', '\\input{chapters/one}\n\\include{two} % \\input{no}\n', ['chapters/one', 'two']],
    ['a.tex', '% \\input{no}\n\\subfile{three.tex}\n', ['three.tex']],
    ['a.tex', '\\import{parts/}{four}\n', ['parts/four']],
    ['a.typ', '#include "chapters/one.typ"\n', ['chapters/one.typ']],
    ['a.adoc', 'include::one.adoc[leveloffset=+1]\n', ['one.adoc']],
    ['a.md', '\\input{one}\n', []],
  ];
  for (const [path, text, includes] of cases) {
    it(`${path}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(documentFamily('', path, text).includes, includes);
    });
  }

  it('a chapter may name its root', () => {
    assert.equal(documentFamily('latex', 'a', '% !TEX root = ../main.tex\n').root, '../main.tex');
  });

  it('only languages with such documents have a family', () => {
    assert.ok(familyExtensions('latex', 'a').includes('.tex'));
    assert.deepEqual(familyExtensions('markdown', 'a.md'), []);
  });
});
