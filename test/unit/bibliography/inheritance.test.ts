import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { BibliographyEntry } from '../../../src/core/bibliography/entry.js';
import { inherited, inheritedAll } from '../../../src/core/bibliography/inheritance.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';
import { assertLinear } from '../support/cost.js';

/** What is known of `a` when its document cites from these files, in this order. */
function facts(...files: readonly string[]): Partial<BibliographyEntry> {
  const answers = bibliographyAnswers();
  const uris = files.map((_, at) => `${at}.bib`);
  files.forEach((content, at) => {
    answers.setBibliography({ uri: `${at}.bib`, path: `${at}.bib`, content });
  });
  const [place] = answers.findEntries({ uris, key: 'a' });
  const { title, authors, year, journal, booktitle, arxivId, doi, url } = place?.entry ?? {};
  const all = { title, authors, year, journal, booktitle, arxivId, doi, url };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && String(value) !== ''),
  );
}

const volume = `@proceedings{p, title = {Proceedings of X}, editor = {Ed Itor}, year = 2019,
  doi = {10.1000/whole}, url = {https://example.org}, eprint = {1901.00001}, publisher = {P}}\n`;

describe('what an entry has from others', () => {
  const table: readonly (readonly [string, readonly string[], object])[] = [
    [
      'a paper is in the proceedings, with their year, and keeps its authors',
      ['@inproceedings{a, title = {T}, author = {Ann Own}, crossref = {p}}\n' + volume],
      { title: 'T', authors: ['Ann Own'], year: 2019, booktitle: 'Proceedings of X' },
    ],
    [
      'parents may stand in another file of the document',
      ['@inproceedings{a, title = {T}, author = {Ann Own}, crossref = "p"}', volume],
      { title: 'T', authors: ['Ann Own'], year: 2019, booktitle: 'Proceedings of X' },
    ],
    [
      'BibTeX’s own way: the collection says its booktitle',
      ['@inproceedings{a, title = {T}, crossref = {b}} @book{b, title={B}, booktitle = {BT}}'],
      { title: 'T', booktitle: 'BT' },
    ],
    [
      'what the part says itself counts',
      [
        '@incollection{a, title = {T}, booktitle = {Own}, date = {2001-02}, crossref = {b}}' +
          '@collection{b, title = {B}, year = 2000}',
      ],
      { title: 'T', year: 2001, booktitle: 'Own' },
    ],
    [
      'an author of a book wrote its chapters',
      ['@inbook{a, title = {T}, crossref = {b}} @book{b, title = {B}, author = {Bo Ok}}'],
      { title: 'T', authors: ['Bo Ok'], booktitle: 'B' },
    ],
    [
      'the title of a periodical is the journal',
      ['@article{a, title = {T}, crossref = {b}} @periodical{b, title = {J}, year = 2020}'],
      { title: 'T', year: 2020, journal: 'J' },
    ],
    [
      'the title of several volumes is none of one',
      ['@book{a, title = {One}, crossref = {b}} @mvbook{b, title = {All}, year = 2020}'],
      { title: 'One', year: 2020 },
    ],
    [
      'grandparents give as well',
      [
        '@inproceedings{a, title = {T}, crossref = {b}}' +
          '@proceedings{b, title = {P}, crossref = {c}} @mvproceedings{c, title = {M}, year = 1999}',
      ],
      { title: 'T', year: 1999, booktitle: 'P' },
    ],
    [
      'xdata gives all that it says, before the collection does',
      [
        '@inproceedings{a, title = {T}, xdata = {x, y}, crossref = {p}}' +
          '@xdata{x, author = {Ann Own}, eprint = {2401.00001}, eprinttype = {arxiv}}' +
          `@xdata{y, year = 2024, author = {No Body}, doi = {10.1000/182}}\n${volume}`,
      ],
      {
        ...{ title: 'T', authors: ['Ann Own'], year: 2024, booktitle: 'Proceedings of X' },
        ...{ arxivId: '2401.00001', doi: '10.1000/182' },
      },
    ],
    [
      'a circle ends',
      ['@inbook{a, title = {T}, crossref = {b}} @book{b, title = {B}, year = 1, crossref = {a}}'],
      { title: 'T', booktitle: 'B' },
    ],
    ['its own parent', ['@misc{a, title = {T}, crossref = {a}, xdata = {a}}'], { title: 'T' }],
    ['a parent that is not there', ['@misc{a, title = {T}, crossref = {zz}}'], { title: 'T' }],
    ['xref gives nothing', [`@inbook{a, title = {T}, xref = {p}}\n${volume}`], { title: 'T' }],
  ];
  for (const [name, files, expected] of table) {
    it(name, () => assert.deepEqual(facts(...files), expected));
  }

  it('may be asked for again, and ends whatever points to whatever', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const field = fc.constantFrom('crossref', 'xdata');
    const arbitrary = fc.array(fc.tuple(fc.constantFrom(...keys), field, fc.constantFrom(...keys)));
    fc.assert(
      fc.property(arbitrary, (links) => {
        const text = keys.map((key, at) => {
          const own = links.filter(([from]) => from === key);
          const fields = own.map(([, name, to]) => `, ${name} = {${to}}`).join('');
          return `@inbook{${key}, ${at % 2 ? `year = 200${at}` : `author = {A ${key}}`}${fields}}`;
        });
        const { entries } = readBibliography('a.bib', text.join('\n'));
        const find = (list: readonly BibliographyEntry[]) => (key: string) =>
          list.find((entry) => entry.key === key);
        const once = inheritedAll(entries, find(entries));
        for (const entry of once) {
          const raw = find(entries)(entry.key);
          if (raw?.year !== undefined) assert.equal(entry.year, raw.year);
        }
        const [first] = once;
        if (first) assert.equal(inherited(first, find(once)).title, first.title);
      }),
    );
  });

  it('takes time in proportion to a chain', () => {
    const row = (at: number) => `@inbook{k${at}, crossref = {k${at + 1}}, xdata = {k${at + 2}}}\n`;
    const chain = (length: number) =>
      Array.from({ length: Math.ceil(length / row(1).length) }, (_, at) => row(at)).join('');
    assertLinear('a chain', chain, (text) => {
      const { entries } = readBibliography('a.bib', text);
      const byKey = new Map(entries.map((entry) => [entry.key, entry]));
      inheritedAll(entries, (key) => byKey.get(key));
    });
  });
});

describe('the journal of an entry', () => {
  const table: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a macro of an earlier file',
      ['@string{jx = "Journal of X"}', '@misc{a, journal = jx}'],
      'Journal of X',
    ],
    [
      'a macro of a later file',
      ['@misc{a, journal = JX}', '@string{jx = {Journal of X}}'],
      'Journal of X',
    ],
    [
      'its own file’s before any other',
      ['@string{jx = "No"}', '@string{jx = "J"} @misc{a, journal = jx}'],
      'J',
    ],
    ['TeX in a macro', ['@string{jx = {J. of {\\"U}}}', '@misc{a, journal = jx}'], 'J. of Ü'],
    ['a macro of nobody', ['@misc{a, journal = jx}'], 'jx'],
    ['astronomers’ command', ['@misc{a, journal = {\\mnras}}'], 'Monthly Notices of the RAS'],
    ['their command in braces', ['@misc{a, journal = {{\\apj}}}'], 'Astrophysical Journal'],
    ['their command as a macro', ['@misc{a, journal = prd}'], 'Physical Review D'],
    [
      'a macro by their command',
      ['@string{jx = {\\aap}}', '@misc{a, journal = jx}'],
      'Astronomy and Astrophysics',
    ],
    ['a name like a macro', ['@misc{a, journal = {nat}}'], 'nat'],
  ];
  for (const [name, files, journal] of table) {
    it(`${name}: ${files.join(' + ')}`, () => assert.equal(facts(...files).journal, journal));
  }

  it('is a macro for proceedings as well, also for those that others are part of', () => {
    const [strings, refs] = [
      '@string{conf = "Conference on X"}',
      '@inproceedings{a, title = {T}, crossref = {p}} @proceedings{p, booktitle = conf}',
    ];
    assert.equal(facts(strings, refs).booktitle, 'Conference on X');
  });
});
