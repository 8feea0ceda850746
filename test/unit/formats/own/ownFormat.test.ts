import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { formatOf, recognise } from '../../../../src/core/formats/registry.js';
import { ownFormatsIn, recipesIn } from '../../../../src/core/formats/own/ownFormats.js';
import { tryRecipe } from '../../../../src/core/formats/own/tryRecipe.js';
import { indexText } from '../../../../src/core/indexText.js';
import { Lines } from '../../../../src/core/lines.js';
import { assertLinear } from '../../support/cost.js';
import { readFixture } from '../../support/fixtures.js';
import { latest } from '../../support/reading.js';
import { labList, labListText } from './labList.js';

function setting(description: object, name = 'lab list'): string {
  return JSON.stringify({ [name]: description });
}

function read(text: string, description: object = labList, path = 'list.md') {
  return indexText('file:///list.md', { path, text, formats: setting(description) }, latest);
}

function entriesOf(text: string, description: object = labList) {
  return read(text, description).digest?.entries ?? [];
}

describe('a format of one’s own', () => {
  it('reads what each entry tells', () => {
    const { digest, mentions, problems } = read(labListText);
    assert.ok(digest);
    assert.deepEqual(
      digest.entries.map(({ key, version, title, authors, category }) => [
        ...[key, version, title, authors, category],
      ]),
      [
        [
          ...['arxiv:2601.00001', 2, 'A Model of Small Things'],
          ...[['Ada Example', 'Ben Sample', 'Cy Third'], 'cs.LG'],
        ],
        ['arxiv:math/0309136', undefined, 'Trees', ['Example, Ada', 'Sample, Ben'], 'stat.ML'],
        ['title:atitlewithoutanid', undefined, 'A Title Without an Id', [], 'stat.ML'],
      ],
    );
    assert.equal(digest.format, 'lab list');
    assert.deepEqual(digest.labels, ['Why', 'Next']);
    assert.deepEqual(digest.date, { value: '2026-02-13', precision: 'day', source: 'content' });
    assert.deepEqual(problems, [{ kind: 'idNotRead', line: 23, args: ['Room 5'] }]);
    assert.deepEqual(
      mentions.map(({ key }) => key),
      ['arxiv:2512.00007'],
    );
  });

  it('says where entries are and what names them', () => {
    const lines = new Lines(labListText);
    const [first, second, third] = entriesOf(labListText);
    assert.ok(first && second && third);
    assert.deepEqual([first.range.startLine, first.range.endLine], [4, 15]);
    assert.equal(lines.sliceRange(first.nameRange), '2601.00001v2');
    assert.equal(lines.sliceRange(second.nameRange), 'math/0309136');
    assert.equal(lines.sliceRange(third.nameRange), 'A Title Without an Id');
    assert.equal(
      lines.sliceRange(second.range),
      '## Trees (see https://arxiv.org/abs/math/0309136)\nBy: Example, Ada; Sample, Ben',
    );
  });

  it('reads the texts of an entry from its range alone', () => {
    const { digest } = read(labListText);
    const entry = digest?.entries[0];
    assert.ok(digest && entry);
    const text = new Lines(labListText).sliceRange(entry.range);
    const context = { path: 'list.md', latest };
    const got = formatOf(digest)?.readEntry(text, digest.labels, context);
    assert.equal(got?.key, entry.key);
    assert.deepEqual(got.body, {
      summary: { label: 'Gist', text: 'Small things\nare enough.' },
      fields: [
        { label: 'Why', text: 'It cites arXiv:2512.00007.' },
        { label: 'Next', text: '', failed: true },
      ],
      abstract: 'We study small things.\n> They are many.',
    });
  });

  it('finds ids on lines of their own, and dates in sections', () => {
    const text = [
      '== 2026-02-12 ==',
      '* One',
      '  at https://arxiv.org/pdf/2601.00001',
      '== 2026-02-13 ==',
      '* Two',
      '  at 10.5555/ABC.1',
      '* Three',
    ].join('\n');
    const description = {
      entry: String.raw`^\* (?<title>.+)`,
      section: '^== (?<date>.+) ==$',
      id: '^  at ',
    };
    const { digest, problems } = read(text, description);
    assert.deepEqual(
      digest?.entries.map(({ key, day }) => [key, day]),
      [
        ['arxiv:2601.00001', '2026-02-12'],
        ['doi:10.5555/abc.1', '2026-02-13'],
        ['title:three', '2026-02-13'],
      ],
    );
    assert.equal(digest.date?.value, '2026-02-13');
    assert.equal(digest.entries[0]?.nameRange.startLine, 2);
    assert.deepEqual(problems, []);
  });

  it('says which date it cannot read', () => {
    const text = 'Week of the bee\n## A Model (2601.00001)';
    assert.deepEqual(read(text).problems, [{ kind: 'dateNotRead', line: 0, args: ['the bee'] }]);
    assert.equal(read(text, labList, '2026-01-05.md').digest?.date?.source, 'fileName');
  });

  it('comes before the formats that are built in', () => {
    const { text } = readFixture('sample/digests/2026-02-13.md').lines;
    const own = { entry: String.raw`^### \[\d+\] \[(?<title>.+)\]\((?<id>.+)\)$` };
    const built = indexText('file:///a.md', { path: 'a.md', text }, latest).digest;
    const digest = read(text, own).digest;
    assert.equal(built?.format, 'daily');
    assert.equal(digest?.format, 'lab list');
    assert.deepEqual(
      digest.entries.map(({ key }) => key),
      built.entries.map(({ key }) => key),
    );
  });

  it('leaves notes alone in which no entry has an id', () => {
    assert.equal(read('# Notes\n\n## To do (soon)\n\n## Done (arXiv)\n').digest, undefined);
    assert.equal(read('').digest, undefined);
  });

  it('reads lists with lines that end as on other systems', () => {
    const crlf = labListText.replace(/\n/g, '\r\n');
    assert.deepEqual(entriesOf(crlf), entriesOf(labListText));
  });

  it('is compiled once for all entries that ask for it', () => {
    const [recipe] = recipesIn(setting(labList)).recipes;
    assert.ok(recipe);
    const digest = { format: recipe.name, own: recipe };
    assert.equal(formatOf(digest), formatOf({ ...digest, own: structuredClone(recipe) }));
  });

  it('tells how its patterns fared', () => {
    const [recipe] = recipesIn(setting(labList)).recipes;
    assert.ok(recipe);
    const trial = tryRecipe(recipe, new Lines(labListText), latest);
    assert.deepEqual([trial.recognises, trial.entries, trial.named], [true, 3, 2]);
    assert.deepEqual(
      trial.matches.map(({ path, lines, first }) => `${path.join(' › ')} ${lines} ${first ?? '-'}`),
      [
        ...['entry 4 4', 'end 1 15', 'section 2 2', 'date 1 0', 'authors 2 5', 'summary 1 7'],
        ...['abstract 2 13', 'fields › Why 1 10', 'fields › Next 1 11'],
      ],
    );
  });
});

/** For JavaScript's own engine, each takes longer than the world has been there. */
const catastrophes: readonly (readonly [pattern: string, line: (length: number) => string])[] = [
  ['(?<title>(a+)+)$', (length) => `${'a'.repeat(length)}!`],
  ['^(?<title>(a|a)*)$', (length) => `${'a'.repeat(length)}!`],
  ['^(?<title>(.*,)*)x$', (length) => ','.repeat(length)],
  ['^(?<title>(\\w+\\s?)*)$', (length) => `${'word '.repeat(length / 5)}!`],
  ['\\s*\\s*\\s*\\s*(?<title>x)$', (length) => `${' '.repeat(length)}y`],
];

describe('a pattern that would backtrack without end', () => {
  for (const [entry, line] of catastrophes) {
    it(`costs time in proportion to the text: ${entry}`, () => {
      // As many lines of the longest kind that is looked at.
      const text = (length: number): string => `${line(9_000)}\n`.repeat(length / 10_000);
      assertLinear(entry, text, (hostile) => read(hostile, { entry }));
      assertLinear(`${entry} on one line`, line, (hostile) => read(hostile, { entry }));
    });
  }
});

describe('any description and any text', () => {
  const pieces = [
    ...['^', '$', '.*', '.+?', '(?<title>', '(?<id>', ')', '(', '|', '[^)]', '\\d', 'a', '## '],
    ...['{2}', '{1,900}', '*', '+', '?', '(?=', '\\1', '[', ']', '\\p{Han}', '\\u4e00', '\\'],
  ];
  const pattern = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''));
  const value = fc.oneof(pattern, fc.anything());
  const keys = ['entry', 'end', 'section', 'date', 'title', 'id', 'authors', 'abstract', 'fields'];
  const description = fc.dictionary(fc.constantFrom(...keys, 'typo'), value);
  const text = fc
    .array(fc.constantFrom(...labListText.split('\n'), 'aaa', '   ', '(((', '\u0000'))
    .map((all) => all.join('\n'));

  it('throw nothing, and give ranges inside the text', () => {
    fc.assert(
      fc.property(description, text, (own, content) => {
        const formats = JSON.stringify({ own }, (_, one: unknown) =>
          typeof one === 'bigint' ? String(one) : one,
        );
        const lines = new Lines(content);
        recognise(lines, 'a.md', ownFormatsIn(formats));
        const source = { path: 'a.md', text: content, formats };
        const { digest } = indexText('file:///a.md', source, latest);
        let behind = -1;
        for (const entry of digest?.entries ?? []) {
          assert.ok(entry.range.startLine > behind);
          assert.ok(entry.range.endLine < lines.count);
          assert.ok(entry.nameRange.endCharacter <= lines.line(entry.nameRange.endLine).length);
          behind = entry.range.endLine;
          const slice = lines.sliceRange(entry.range);
          const format = digest && formatOf(digest);
          const got = format?.readEntry(slice, [], { path: 'a.md', latest });
          assert.equal(got?.key, entry.key);
        }
      }),
      { numRuns: 500 },
    );
  });
});
