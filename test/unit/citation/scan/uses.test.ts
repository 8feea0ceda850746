import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isCrossReference } from '../../../../src/core/citation/scan/crossReferences.js';
import { findUses } from '../../../../src/core/citation/scan/findUses.js';
import { rewriteKeys } from '../../../../src/core/citation/scan/rewriteKeys.js';
import { namesItself } from '../../../../src/core/citation/scan/wholeKeys.js';
import { indexText } from '../../../../src/core/indexText.js';
import { Lines } from '../../../../src/core/lines.js';
import { rewritten } from './rewritten.js';

/** Each language with a text that cites `{}` in every way it knows, and other keys around. */
const texts: readonly (readonly [path: string, text: string])[] = [
  ['a.md', 'As @{} says [see @{}, p. 3; @other].\n\n`@{}` and x@{}.org.\n'],
  ['a.qmd', '[-@{}]\n'],
  ['a.tex', '\\citep[see][p.~3]{other,\n  {}} % \\cite{{}}\n\\textcite{{}}\n'],
  ['b.tex', '\\textcquote[3]{{}}{x}\\footcitetexts{{}}{other}\\upcite{{}}\\defcitealias{{}}{I}'],
  ['c.tex', '\\newcommand{\\mine}[2][]{\\cite[#1]{#2}}\\mine[3]{{}}\\begin{displaycquote}{{}}'],
  ['b.typ', '#cite(form: "prose", <{}>) 如@{} 所示'],
  ['b.myst.md', '{cite:t}`{}; other`\n'],
  ['a.typ', '@{} and #cite(<{}>, form: "prose") // @{}\n'],
  ['a.org', '[cite/t:see @{} p. 3;@other] cite:{}\n'],
  ['a.rst', ':cite:p:`{},other`\n'],
  ['a.myst.md', '{cite:t}`{}`\n'],
  ['a.adoc', 'cite:[other,{}(3)]\n'],
];

function filled(text: string, key: string): Lines {
  return new Lines(text.replaceAll('{}', key));
}

function changed(lines: Lines, path: string, key: string, newKey: string): string {
  return rewritten(lines, rewriteKeys(lines, '', path, [key], newKey));
}

const keys = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:[:-][a-z0-9]{1,5})?$/);

describe('a key that says itself what it cites', () => {
  for (const key of ['https://x.org/a', 'doi:10.1000/182', 'arxiv:2401.00001', '10.1000/182']) {
    it(key, () => assert.ok(namesItself(key)));
  }
  for (const key of ['doi', 'arxiv2024', 'DBLP:journals/corr/abs-2406-17600', 'http']) {
    it(`is not ${key}`, () => assert.ok(!namesItself(key)));
  }
});

describe('the uses of a key', () => {
  it('are found where they stand, and become another key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), keys, keys, ([path, text], key, newKey) => {
        fc.pre(key !== 'other' && newKey !== 'other' && key !== newKey);
        const names = path.endsWith('md') ? [key, newKey] : [];
        fc.pre(!names.some((name) => isCrossReference(name, path === 'a.qmd')));
        const lines = filled(text, key);
        const uses = findUses(lines, '', path).filter((use) => use.key === key);
        assert.ok(uses.length > 0, path);
        for (const { range } of uses) {
          const line = lines.line(range.startLine);
          assert.equal(line.slice(range.startCharacter, range.endCharacter), key);
        }
        const after = new Lines(changed(lines, path, key, newKey));
        const found = findUses(after, '', path);
        assert.equal(found.filter((use) => use.key === newKey).length, uses.length, after.text);
        assert.equal(found.filter((use) => use.key === key).length, 0);
        assert.equal(changed(after, path, newKey, key), lines.text);
      }),
      { numRuns: 300 },
    );
  });

  it('get braces where the new key needs them', () => {
    const lines = new Lines('As @old says [@{old}].\n');
    assert.equal(changed(lines, 'a.md', 'old', 'new--key'), 'As @{new--key} says [@{new--key}].\n');
  });

  it('say where the new key cannot be written', () => {
    const [use] = rewriteKeys(new Lines('@old'), '', 'a.typ', ['old'], 'new+key');
    assert.ok(use);
    assert.equal(use.text, undefined);
  });

  it('do not become what would be taken for a cross-reference', () => {
    const text = (path: string, written: string, newKey: string): string | undefined =>
      rewriteKeys(new Lines(written), '', path, ['old'], newKey)[0]?.text;
    for (const written of ['@old', '[-@{old}]']) {
      assert.equal(text('a.qmd', written, 'eq-one'), undefined);
      assert.equal(text('a.md', written, 'eq-one'), 'eq-one');
      assert.equal(text('a.md', written, 'fig:one'), undefined);
    }
    assert.equal(text('a.md', '{cite}`old`', 'fig:one'), 'fig:one');
  });

  it('of the user’s own LaTeX command are found when it is named', () => {
    const lines = new Lines('\\mine{a}');
    assert.deepEqual(findUses(lines, '', 'a.tex'), []);
    assert.equal(findUses(lines, '', 'a.tex', { latexCommand: 'mine' })[0]?.key, 'a');
  });
});

describe('the index of a document', () => {
  const read = (path: string, text: string, languageId = '') =>
    indexText('file:///x', { path, text, languageId }, '2026-12');

  it('holds what the documents of its project cite from', () => {
    const project = read('book/_quarto.yml', 'project:\n  type: book\nbibliography: lib/all.bib\n');
    assert.deepEqual(
      project.declarations?.bibliographies.map(({ path }) => path),
      ['lib/all.bib'],
    );
    assert.equal(read('book/data.yml', 'title: lib/all.bib\n').declarations, undefined);
  });

  it('holds what it cites and where from', () => {
    const note = read('notes/a.md', '---\nbibliography: refs.bib\n---\n\n[@a; @b]\n');
    assert.deepEqual(
      note.citations?.map(({ key, range }) => [key, range.startLine, range.startCharacter]),
      [
        ['a', 4, 2],
        ['b', 4, 6],
      ],
    );
    assert.deepEqual(
      note.declarations?.bibliographies.map(({ path }) => path),
      ['refs.bib'],
    );
  });

  it('says what may be no citation', () => {
    assert.equal(read('a.md', 'Ask @somebody.').citations?.[0]?.uncertain, true);
  });

  it('of an open document knows its language', () => {
    assert.equal(read('Untitled-1', '#cite(<a>)', 'typst').citations?.[0]?.key, 'a');
  });

  it('of code and of bibliographies holds no citations', () => {
    assert.equal(read('a.py', '@decorator').citations, undefined);
    assert.equal(read('a.bib', '@misc{a, title={B}}').citations, undefined);
  });
});
