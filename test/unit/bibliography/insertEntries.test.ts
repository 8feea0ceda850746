import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { insertEntries } from '../../../src/core/bibliography/insertEntries.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { entryFor, exportPapers } from '../../../src/core/citation/export/registry.js';
import { attention, paperOf } from '../citation/paperOf.js';

const ours = paperOf({
  id: '2401.00001',
  title: 'Ours: {A} "B" & C',
  authors: ['李明', 'Ada Lee'],
});
const newcomers = [
  { key: 'vaswani2017attention', paper: attention },
  { key: '2401.00001', paper: ours },
  { key: 'third', paper: paperOf({ title: 'Third', authors: ['Ada Lee'], year: 2024 }) },
];

/** Texts to which entries are added; `\n` is the line end that the file has. */
const texts: Readonly<Record<'bibtex' | 'cslJson' | 'hayagriva', readonly string[]>> = {
  bibtex: [
    '',
    '@misc{a, title = {One}}',
    '% Hand-made.\n@string{jan = "January"}\n\n@article{a,\n  month = jan # { 1},\n  title = {{One}},\n}\n\n@comment{x{y}}\n% the end',
    'Words before.\n@preamble{"\\newcommand{\\x}{y}"}\n@misc(b, title = "T{\\"o}")\n\n\n',
  ],
  cslJson: [
    '',
    '[]',
    '[\n]',
    '[{"id":"a","title":"One"},{"id":"b"}]',
    '[\n  {\n    "id": "a",\n    "title": "One"\n  }\n]',
    '[\n\t{ "id": "a" },\n\t{ "id": 2 }\n]',
  ],
  hayagriva: [
    '',
    'a:\n  type: article\n  title: One # one',
    '# Mine\na:\n    title: "T: x"\n\nb: {title: B}',
  ],
};
const extensions = { bibtex: 'a.bib', cslJson: 'a.json', hayagriva: 'a.yml' } as const;

describe('several entries added to a bibliography at once', () => {
  for (const format of ['bibtex', 'cslJson', 'hayagriva'] as const) {
    const file = extensions[format];
    const how = fc.record({
      text: fc.constantFrom(...texts[format]),
      end: fc.constantFrom('', '\n'),
      eol: fc.constantFrom('\n', '\r\n'),
      added: fc.shuffledSubarray(newcomers, { minLength: 1 }),
    });

    it(`leave every byte of it as it was, and are its last entries in their order (${format})`, () => {
      fc.assert(
        fc.property(how, ({ text, end, eol, added }) => {
          const before = (text.trimEnd() + (text === '' ? '' : end)).replaceAll('\n', eol);
          const entries = added.map(({ paper, key }) => entryFor(format, paper, key) ?? '');
          const place = insertEntries(format, before, entries);
          assert.ok(place, before);
          const { offset, text: inserted } = place;
          const after = before.slice(0, offset) + inserted + before.slice(offset);
          const lines = before.slice(0, offset).split(/\r\n|\n/);
          assert.deepEqual([place.line, place.character], [lines.length - 1, lines.at(-1)?.length]);

          const old = readBibliography(file, before);
          const read = readBibliography(file, after);
          const keysOf = ({ entries: all }: typeof read) => all.map(({ key }) => key);
          assert.deepEqual(keysOf(read), [...keysOf(old), ...added.map(({ key }) => key)], after);
          assert.deepEqual(read.problems, old.problems);
          assert.deepEqual(
            read.entries.slice(old.entries.length).map(({ arxivId }) => arxivId),
            added.map(({ paper }) => paper.id),
          );
          // A final line end as before, and the line ends of the file.
          if (before !== '') assert.equal(/\n$/.test(after), /\n$/.test(before), after);
          if (before.includes('\r')) assert.doesNotMatch(after, /[^\r]\n/);
          else assert.doesNotMatch(after, /\r/);
        }),
        { numRuns: 300 },
      );
    });

    it(`make an empty file what an export of them would be (${format})`, () => {
      const entries = newcomers.map(({ paper, key }) => entryFor(format, paper, key) ?? '');
      assert.equal(insertEntries(format, '', entries)?.text, exportPapers(format, newcomers)?.text);
    });
  }

  it('stand apart as entries of the format do', () => {
    const added = (format: string, text: string, entries: readonly string[]) => {
      const place = insertEntries(format, text, entries);
      assert.ok(place);
      return text.slice(0, place.offset) + place.text + text.slice(place.offset);
    };
    assert.equal(
      added('bibtex', '@misc{a}\n\n\n', ['@misc{b}', '@misc{c}']),
      '@misc{a}\n\n@misc{b}\n\n@misc{c}\n\n\n',
    );
    assert.equal(
      added('hayagriva', 'a:\n  title: A', ['b:\n  title: B', 'c:\n  title: C']),
      'a:\n  title: A\n\nb:\n  title: B\n\nc:\n  title: C',
    );
    assert.equal(
      added('cslJson', '[{"id":"a"},\n {"id":"b"}]', ['{"id":"c"}', '{"id":"d"}']),
      '[{"id":"a"},\n {"id":"b"},\n {"id":"c"},\n {"id":"d"}]',
    );
  });

  it('do not count the byte order mark', () => {
    const place = insertEntries('bibtex', '\uFEFF@misc{a}\n', ['@misc{b}', '@misc{c}']);
    assert.deepEqual([place?.offset, place?.line, place?.character], [9, 1, 0]);
    assert.equal(place?.text, '\n@misc{b}\n\n@misc{c}\n');
  });

  it('have no place where one of them has none', () => {
    for (const [format, text] of [
      ['ris', ''],
      ['cslYaml', ''],
      ['cslJson', '{"items": []}'],
      ['cslJson', '[{"id": "a"}'],
      ['cslJson', '[{"id": "a"}, 3]'],
      ['hayagriva', '- a\n- b\n'],
      ['hayagriva', '{a: {title: A}}'],
    ] as const) {
      assert.equal(insertEntries(format, text, ['a: {}', 'b: {}']), undefined, text);
    }
  });
});
