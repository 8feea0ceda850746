import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { checkBibliography } from '../../../src/core/bibliography/entryChecks.js';
import { addEprint, addMissing } from '../../../src/core/bibliography/entryRepairs.js';
import { mendedId } from '../../../src/core/bibliography/idFault.js';
import { ownKeys } from '../../../src/core/bibliography/ownKeys.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { assertLinear } from '../support/cost.js';

function entry(key: string, fields: string, type = 'misc'): string {
  return `@${type}{${key}, title = {Title of ${key}}, author = {A B}, ${fields}}\n`;
}

/** Checks by their names and the keys they name. */
function found(...entries: readonly string[]): string[] {
  return checkBibliography(readBibliography('a.bib', entries.join('\n'))).map((finding) =>
    finding.check === 'brokenEntry'
      ? `${finding.check} ${finding.problem.kind}`
      : `${finding.check} ${finding.entry.key}`,
  );
}

describe('the check of a bibliography', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['missingEprint', entry('a', 'journal = {arXiv preprint arXiv:2401.00001}', 'article'), 'a'],
    ['missingEprint', entry('a', 'journal = {CoRR}, volume = {abs/2401.00001}', 'article'), 'a'],
    ['missingEprint', entry('a', 'note = {arXiv:2401.00001 [cs.LG]}'), 'a'],
    ['missingEprint', entry('a', 'howpublished = {\\url{https://arxiv.org/abs/2401.00001}}'), 'a'],
    ['missingEprint', entry('a', 'url = {https://arxiv.org/pdf/2401.00001v2}'), 'a'],
    ['malformedId', entry('a', 'eprint = {2413.00001}, archivePrefix = {arXiv}'), 'a'],
    ['malformedId', entry('a', 'eprint = {arXiv:24O1.00001}'), 'a'],
    ['malformedId', entry('a', 'doi = {10.48550/arXiv.2401-00001}'), 'a'],
    ['malformedId', entry('a', 'url = {https://arxiv.org/abs/2401.1}'), 'a'],
  ];
  for (const [check, text, key] of table) {
    it(`finds ${check} in ${text.trim()}`, () => {
      assert.deepEqual(found(text), [`${check} ${key}`]);
    });
  }

  for (const text of [
    entry('a', 'eprint = {2401.00001}, archivePrefix = {arXiv}, journal = {arXiv:2401.00001}'),
    entry('a', 'eprint = {9901001}, archivePrefix = {arXiv}, primaryClass = {hep-th}'),
    entry('a', 'eprint = {hep-th/9901001v2}, eprinttype = {arxiv}'),
    entry('a', 'eprint = {1234567}, eprinttype = {pubmed}'),
    entry('a', 'doi = {10.48550/arXiv.2401.00001}'),
    entry('a', 'journal = {Nature}, url = {https://arxiv.org/abs/2401.00001}', 'article'),
    entry('a', 'url = {https://arxiv.org/abs/2401.00001}', 'inproceedings'),
    entry('a', 'note = {Builds upon the method of arXiv:2401.00001}'),
    entry('a', 'url = {https://arxiv.org/list/cs.LG/recent}'),
  ]) {
    it(`finds nothing in ${text.trim()}`, () => assert.deepEqual(found(text), []));
  }

  it('finds the same paper at each of its entries, and the second entry of a key', () => {
    const arxiv = 'eprint = {2401.00001}, archivePrefix = {arXiv}';
    assert.deepEqual(found(entry('a', arxiv), entry('b', arxiv), entry('c', ''), entry('c', '')), [
      'duplicateKey c',
      'samePaper a',
      'samePaper b',
    ]);
  });

  for (const [what, fields] of [
    ['paper', 'eprint = {2401.00001}, archivePrefix = {arXiv}'],
    ['title', 'year = 2024'],
  ] as const) {
    it(`is linear in the number of entries of one ${what}, and names some of them`, () => {
      const one = `title = {The Title of All}, author = {Ada Ben}, ${fields}`;
      const many = (count: number): string =>
        Array.from({ length: count }, (_, at) => `@misc{k${at}, ${one}}`).join('\n');
      const same = checkBibliography(readBibliography('a.bib', many(5000))).filter(
        (finding) => finding.check === 'samePaper',
      );
      assert.deepEqual([...new Set(same.map(({ others }) => others.length))], [10]);
      assert.ok(same.every(({ entry, others }) => others.every(({ key }) => key !== entry.key)));
      const read = new Map<string, ReturnType<typeof readBibliography>>();
      assertLinear(
        what,
        (length) => {
          const text = many(length / 20);
          read.set(text, readBibliography('a.bib', text));
          return text;
        },
        (text) => {
          const bibliography = read.get(text);
          if (bibliography) checkBibliography(bibliography);
        },
      );
    });
  }

  it('finds what could not be read, and still checks the rest', () => {
    assert.deepEqual(found('@misc{title = {No Key}}', '@misc{open, title = {x}', entry('c', '')), [
      'brokenEntry entryWithoutKey',
      'brokenEntry unclosedEntry',
    ]);
  });
});

describe('a spoilt id', () => {
  for (const [written, mended] of [
    ['2401-00001', '2401.00001'],
    ['2401,00001v2', '2401.00001v2'],
    ['240100001', '2401.00001'],
    ['24O1.00001', '2401.00001'],
    ['arXiv:2401.00001.', '2401.00001'],
    ['https://arxiv.org/abs/2401.00001v', '2401.00001'],
    ['0704.00001', '0704.0001'],
    ['hep-th9901001', 'hep-th/9901001'],
    ['Hep-Th/9901001', 'hep-th/9901001'],
    ['math.gt/0309136', 'math.GT/0309136'],
    // A digit is lost, and nobody can tell which.
    ['2401.1234', undefined],
    ['2413.00001', undefined],
    ['forthcoming', undefined],
  ] as const) {
    it(`${written} is ${mended ?? 'not mended'}`, () => assert.equal(mendedId(written), mended));
  }
});

describe('the repair of an entry that lacks its eprint', () => {
  function repaired(text: string, category?: string): string | undefined {
    const insertion = addEprint(text, '2401.00001', category);
    return (
      insertion && text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset)
    );
  }

  for (const [style, text, expected] of [
    [
      'one line',
      '@misc{a, title={T}, note={arXiv:2401.00001}}',
      '@misc{a, title={T}, note={arXiv:2401.00001}, eprint={2401.00001}, archivePrefix={arXiv}}',
    ],
    [
      'arXiv’s own, with blanks at the ends of lines',
      '@misc{a,\n      title={T}, \n      note={x}, \n}',
      '@misc{a,\n      title={T}, \n      note={x}, \n      eprint={2401.00001}, \n      archivePrefix={arXiv}, \n}',
    ],
    [
      'aligned, in quotes, with CRLF',
      '@misc{a,\r\n  title   = "T",\r\n  journal = "arXiv"\r\n}',
      '@misc{a,\r\n  title   = "T",\r\n  journal = "arXiv",\r\n  eprint  = "2401.00001",\r\n  archivePrefix = "arXiv"\r\n}',
    ],
    [
      'commas in front',
      '@misc{a\n , title = {T}\n , note = {x}\n}',
      '@misc{a\n , title = {T}\n , note = {x}\n , eprint = {2401.00001}\n , archivePrefix = {arXiv}\n}',
    ],
    [
      'biblatex',
      '@online{a,\n\ttitle = {T},\n\tdate = {2024}\n}',
      '@online{a,\n\ttitle = {T},\n\tdate = {2024},\n\teprint = {2401.00001},\n\teprinttype = {arXiv}\n}',
    ],
  ] as const) {
    it(`keeps the manner of the entry: ${style}`, () => assert.equal(repaired(text), expected));
  }

  it('takes the class from who knows it, else from the entry', () => {
    const text = '@misc{a, note = {arXiv:2401.00001 [math.PR]}}';
    assert.match(repaired(text, 'cs.LG') ?? '', /primaryClass = \{cs\.LG\}/);
    assert.match(repaired(text) ?? '', /primaryClass = \{math\.PR\}/);
    assert.doesNotMatch(repaired(text.replace('math.PR', 'abc')) ?? '', /primaryClass/);
  });

  it('leaves alone what is broken or has an eprint', () => {
    for (const text of ['@misc{a, title = {T}', '@misc{a, eprint = {x}}', '@misc{a}', 'text']) {
      assert.equal(repaired(text), undefined, text);
    }
  });

  it('changes its own bytes alone, and reads back', () => {
    const blank = fc.constantFrom('', ' ', '\n  ', '\r\n\t', ' \n');
    const value = fc
      .constantFrom('{x}', '"x"', '{a {b} "c"}', '{\\"o, 100\\%}', '2024', 'jan # "x"')
      .map((text) => text);
    const name = fc.constantFrom('title', 'author', 'Year', 'note', 'abstract', 'journal');
    const field = fc.tuple(blank, name, blank, blank, value, blank).map((parts) => {
      const [before, called, left, right, text, behind] = parts;
      return `${before}${called}${left}=${right}${text}${behind}`;
    });
    const fields = fc.uniqueArray(field, {
      minLength: 1,
      selector: (text) => /\w+/.exec(text)?.[0] ?? '',
    });
    fc.assert(
      fc.property(fields, fc.boolean(), fc.boolean(), (all, comma, crowded) => {
        const text = `@misc{key,${all.join(',')}${comma ? ',' : ''}}`;
        const insertion = addEprint(text, '2401.00001', 'cs.LG');
        assert.ok(insertion, text);
        const after =
          text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
        const around = crowded ? '@misc{other}\n' : '';
        const before = readBibliography('a.bib', `${around}${text}\n${around}`);
        const read = readBibliography('a.bib', `${around}${after}\n${around}`);
        const kinds = (of: typeof read) => of.problems.map(({ kind }) => kind);
        assert.deepEqual(kinds(read), kinds(before));
        const [one, other] = [before, read].map(({ entries }) =>
          entries.find(({ key }) => key === 'key'),
        );
        assert.equal(other?.arxivId, '2401.00001', after);
        assert.equal(other.idSource, 'eprint');
        const told = ({ title, authors, year, journal }: typeof other) => ({
          ...{ title, authors, year, journal },
        });
        assert.ok(one);
        assert.deepEqual(told(other), told(one));
      }),
    );
  });
});

describe('the merge of two entries', () => {
  it('adds what only the other one tells, as it is written there', () => {
    const kept = '@article{a,\n  title = {T},\n  year = 2024\n}';
    const other = '@misc{b, title={t}, date={2023}, eprint="2401.00001", month = jan # "~1"}';
    const insertion = addMissing(kept, other);
    assert.equal(insertion?.text, ',\n  eprint = "2401.00001",\n  month = jan # "~1"');
    assert.equal(addMissing(kept, kept), undefined);
  });
});

describe('the works that a document describes itself', () => {
  for (const [language, path, text] of [
    ['latex', 'a.tex', '\\bibitem[Ada(2024)]{ada}'],
    ['markdown', 'a.md', '---\nreferences:\n- id: ada\n  title: T\n---\n'],
    ['asciidoc', 'a.adoc', '* [[[ada,1]]] Ada.'],
  ] as const) {
    it(`are known in ${path}`, () => assert.deepEqual([...ownKeys(text, language, path)], ['ada']));
  }
});
