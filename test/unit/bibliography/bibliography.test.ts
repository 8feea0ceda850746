import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { declaredBibliographies } from '../../../src/core/bibliography/declared.js';
import type { BibliographyEntry } from '../../../src/core/bibliography/entry.js';
import { BibliographyIndex } from '../../../src/core/bibliography/match.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { bibtexEntry, entryPresetNames } from '../../../src/core/citation/bibtex.js';
import type { PaperFacts } from '../../../src/core/paper.js';
import { fixtureBytes } from '../support/fixtures.js';
import { assertAdded } from './assertAdded.js';

const paper: PaperFacts = {
  key: 'arxiv:2510.06174',
  id: '2510.06174',
  title: 'On $\\ell_2$ Norms & the 100% of Müller',
  authors: ['Anna Müller', 'Bo van den Berg', 'DeepSeek-AI'],
  category: 'cs.LG',
};

describe('a bibliography of other people', () => {
  const read = (name: string): [text: string, entries: readonly BibliographyEntry[]] => {
    const text = Buffer.from(fixtureBytes(`generators/${name}`)).toString();
    return [text, readBibliography(name, text).entries];
  };

  it('is read, with every arXiv paper that it names', () => {
    const papers = ['exported.bib', 'exported.ris'].flatMap((name) =>
      read(name)[1].map(({ key, arxivId }) => [key, arxivId]),
    );
    assert.deepEqual(papers, [
      ['Example:2003', 'math/0309136'],
      ['sample2026', '2601.90101'],
      ['case2012', undefined],
      ['third2025', '2502.90102'],
      ['example2026', '2601.90111'],
      ['', '2601.90112'],
    ]);
  });

  it('has keys where the text has them', () => {
    const [text, entries] = read('exported.bib');
    const lines = text.split('\n');
    for (const { key, keyRange } of entries) {
      const { startLine, startCharacter, endCharacter } = keyRange;
      assert.equal(lines[startLine]?.slice(startCharacter, endCharacter), key);
    }
  });

  it('changes by nothing but the entries that are added', () => {
    let [text] = read('exported.bib');
    for (const key of ['added2026', 'DBLP:journals/corr/abs-1706-03762', '2401.01234']) {
      text = assertAdded('bibtex', text, key);
    }
  });
});

describe('an entry that Preprint writes', () => {
  for (const preset of entryPresetNames) {
    it(`is read back: ${preset}`, () => {
      const { entries, problems } = readBibliography('a.bib', bibtexEntry(paper, 'k', { preset }));
      assert.deepEqual(problems, []);
      assert.equal(entries[0]?.title, paper.title);
      assert.deepEqual(entries[0].authors, paper.authors);
      assert.equal(entries[0].arxivId, paper.id);
      const match = new BibliographyIndex(entries).match(paper);
      assert.equal(match?.entry.key, 'k');
      assert.equal(match.certain, true);
    });
  }

  it('is only offered when title and author are all that it has in common with a paper', () => {
    const text =
      '@article{old, title={On $\\ell_2$ norms \\& the 100\\% of M{\\"u}ller}, author={M{\\"u}ller, Anna}}';
    const match = new BibliographyIndex(readBibliography('a.bib', text).entries).match(paper);
    assert.equal(match?.rule, 'title');
    assert.equal(match.certain, false);
  });
});

describe('a paper that is known by title and author alone', () => {
  const entry = (key: string, more: string) =>
    `@misc{${key}, title = {One Title}, author = {Doe, Jo}${more}}\n`;
  const eprint = (id: string) => `, eprint = {${id}}, archivePrefix = {arXiv}`;
  const facts = { key: 'title:x', title: 'ONE title', authors: ['Jo Doe'] } as const;
  const matched = (text: string, id?: string) =>
    new BibliographyIndex(readBibliography('a.bib', text).entries).match({
      ...facts,
      ...(id !== undefined && { id }),
    })?.entry.key;

  it('is the first entry that does not name another paper', () => {
    const text = entry('other', eprint('2401.00001')) + entry('first', '') + entry('second', '');
    assert.equal(matched(text, '2401.00002'), 'first');
    assert.equal(matched(text), 'other');
    assert.equal(matched(entry('other', eprint('2401.00001')), '2401.00002'), undefined);
    assert.equal(matched(entry('a', '').replace('Doe', 'Roe')), undefined);
  });

  it('is found however many have its title', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => String(10_000 + at));
    const many = ids.map((id) => entry(id, eprint(`2401.${id}`))).join('');
    assert.equal(matched(many + entry('this', ''), '2402.00001'), 'this');
  });
});

describe('a paper that is known by its DOI', () => {
  const chapter = (key: string, title: string): string =>
    `@incollection{${key}, doi = {10.1000/1}, title = {${title}}}\n`;
  const book = chapter('one', 'Optimization') + chapter('two', 'Regularization: A Survey');
  for (const [title, key, certain] of [
    ['Optimization', 'one', true],
    ['Regularization', 'two', true],
    ['Generalization', 'one', false],
  ] as const) {
    it(`is the entry ${key} for "${title}"${certain ? '' : ', perhaps'}`, () => {
      const match = new BibliographyIndex(readBibliography('a.bib', book).entries).match({
        ...{ key: 'doi:10.1000/1', doi: '10.1000/1', title, authors: [] },
      });
      assert.deepEqual([match?.entry.key, match?.certain], [key, certain]);
    });
  }
});

describe('a damaged bibliography', () => {
  it('loses no entry but the broken one', () => {
    const text =
      '@misc{a, title={A}}\n@misc{b, title={B\n\n@misc{c, title={C}}\n@misc{a, title={D}}\n';
    const { entries, problems } = readBibliography('a.bib', text);
    const keys = entries.map(({ key }) => key);
    assert.ok(keys.includes('a') && keys.includes('c'), keys.join());
    assert.ok(problems.some(({ kind, line }) => kind === 'duplicateKey' && line === 4));
    assert.ok(problems.some(({ line }) => line === 1));
  });

  it('is read without an exception, whatever it is', () => {
    const piece = fc.constantFrom(
      '@misc{',
      'k',
      ',',
      'title',
      '=',
      '{',
      '}',
      '"',
      '#',
      '\n',
      '%',
      '@string{',
      '(',
      ')',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('.bib', '.json', '.yml', '.ris'),
        (pieces, end) => {
          readBibliography(`a${end}`, pieces.join(''));
        },
      ),
    );
  });
});

describe('the bibliographies that a document names', () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['markdown', 'a.md', '---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['markdown', 'a.md', '---\nbibliography: [a.bib, "b.json"]\n---\n', ['a.bib', 'b.json']],
    ['latex', 'a.tex', '\\bibliography{a,b}\n% \\bibliography{c}\n', ['a.bib', 'b.bib']],
    ['latex', 'a.tex', '\\addbibresource[location=local]{x.bib}', ['x.bib']],
    ['typst', 'a.typ', '#bibliography("x.bib", style: "ieee")', ['x.bib']],
    ['org', 'a.org', '#+bibliography: x.bib\n', ['x.bib']],
  ];
  for (const [language, file, text, expected] of table) {
    it(`${language}: ${expected.join(', ')}`, () => {
      const named = declaredBibliographies(language, file, text);
      assert.deepEqual(
        named.map((each) => each.path),
        expected,
      );
    });
  }
});
