import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allFormats, recognise } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { formatSamples } from '../support/formatSamples.js';
import { ReadDocument } from '../support/reading.js';

const paper = {
  title: 'A Title',
  authors: ['Ada Example'],
  url: 'https://arxiv.org/abs/2601.90101',
  arxiv_id: '2601.90101',
};

/** JSON that is no digest, though some of it speaks of papers. */
const others: Readonly<Record<string, unknown>> = {
  'a notebook': {
    cells: [{ cell_type: 'markdown', source: ['# A Title\n', 'arXiv:2601.90101'] }],
    nbformat: 4,
  },
  'a bibliography in CSL': [
    {
      id: 'example2026',
      type: 'article',
      title: 'A Title',
      author: [{ family: 'Example', given: 'Ada' }],
      URL: paper.url,
    },
  ],
  'a list of links': [{ title: 'A Title', url: paper.url }],
  'a list without ids': [{ ...paper, summary: 'A text.', categories: [], url: 'https://a.org/' }],
  'one paper': paper,
  'papers by topic': { papers: { a: paper } },
  'papers of another maker': { papers: [{ title: 'A Title', id: 7 }] },
  'papers further down': { meta: { papers: [{ ...paper, summary: 'A text.' }] } },
  'an empty day': [],
  'an object without members': {},
  'a list of lists': [[paper]],
  'a number': 7,
};

describe('a JSON file is not taken for a digest', () => {
  for (const [name, value] of Object.entries(others)) {
    it(`when it is ${name}`, () => {
      for (const indent of [0, 2]) {
        const read = new ReadDocument('a.json', JSON.stringify(value, null, indent));
        assert.equal(read.document.digest, undefined);
      }
    });
  }

  it('when it comes with this project', () => {
    for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'package.nls.json']) {
      const text = readFileSync(file, 'utf8');
      assert.equal(recognise(new Lines(text), file), undefined, file);
    }
  });

  it('after a look at its beginning', () => {
    const entry = JSON.stringify({
      title: 'x',
      resolved: 'https://a.org/',
      dependencies: [{ a: 1 }],
    });
    const many = `${entry},`.repeat(200_000);
    for (const text of [
      `{"packages":[${many}{}]}`,
      `[${many}{}]`,
      `{"papers":{"a":[${many}{}]}}`,
    ]) {
      const lines = new Lines(text);
      const before = process.cpuUsage();
      assert.equal(recognise(lines, 'a.json'), undefined);
      const { user, system } = process.cpuUsage(before);
      // To read its 14 million characters would take a fifth of a second.
      assert.ok(user + system < 60_000, `${(user + system) / 1000} ms`);
    }
  });
});

describe('a JSON file with papers in a member', () => {
  it('may tell much of them all before', () => {
    const interests = Array.from({ length: 200 }, (_, number) => ({ name: `Interest ${number}` }));
    const told = { count: 1, interests, papers: [{ ...paper, summary: 'A text.' }] };
    const read = new ReadDocument('arxiv.json', JSON.stringify(told, null, 2));
    assert.ok(read.lines.text.indexOf('"papers"') > 8000);
    assert.equal(read.document.digest?.format, 'papersJson');
    assert.equal(read.entry(0).id, paper.arxiv_id);
  });
});

describe('a JSON file that is being written', () => {
  const names = allFormats
    .map(({ name }) => name)
    .filter((name) => /json|hugging|kaggle/i.test(name));

  it('keeps the papers before the place where it breaks off, and names that place', () => {
    assert.equal(names.length, 7);
    for (const name of names) {
      const sample = formatSamples[name];
      assert.ok(sample);
      const whole = new ReadDocument(sample.path, sample.text(6));
      const { text } = whole.lines;
      fc.assert(
        fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (length) => {
          const cut = new ReadDocument(sample.path, text.slice(0, length));
          const kept = whole.entries.filter(({ range }) => {
            return whole.lines.start(range.endLine) + range.endCharacter <= length;
          });
          const { digest, problems } = cut.document;
          assert.deepEqual(digest?.entries ?? [], kept);
          for (const number of kept.keys()) assert.deepEqual(cut.body(number), whole.body(number));
          // Of a file of lines, nothing tells that there were to be more.
          const isLines = text.startsWith('{"id"') && /^[{\n]/.test(text.slice(length));
          if (!digest || kept.length === whole.entries.length || isLines) return;
          assert.deepEqual(
            problems.map(({ kind }) => kind),
            ['entryCutOff'],
            `${name} ${length}`,
          );
          const last = kept.at(-1)?.range.endLine ?? 0;
          assert.ok(
            (problems[0]?.line ?? -1) >= last && (problems[0]?.line ?? 0) < cut.lines.count,
          );
        }),
        { numRuns: 200 },
      );
    }
  });

  it('loses no more than what is damaged in its middle', () => {
    for (const name of names) {
      const sample = formatSamples[name];
      assert.ok(sample);
      const text = sample.text(5);
      const whole = new ReadDocument(sample.path, text);
      const { range } = whole.entry(2);
      const end = whole.lines.start(range.endLine) + range.endCharacter;
      // Its last sign is a brace, or the quote of a row.
      const damaged = new ReadDocument(sample.path, `${text.slice(0, end - 1)} ${text.slice(end)}`);
      const others = whole.entries.filter((entry) => entry !== whole.entry(2));
      const ids = damaged.entries.map(({ id }) => id);
      // Rows that all stand on one line go with it.
      if (name !== 'cvArxivJson')
        assert.deepEqual(
          ids,
          others.map(({ id }) => id),
          name,
        );
      assert.ok(damaged.document.problems.length > 0, name);
      assert.equal(damaged.document.problems[0]?.line, range.startLine, name);
    }
  });

  it('is the same whatever ends its lines, even where a text has lost its second quote', () => {
    for (const name of names) {
      const sample = formatSamples[name];
      assert.ok(sample);
      const text = sample.text(4);
      const place = text.indexOf('",', text.length / 2);
      for (const damaged of [text, text.slice(0, place) + text.slice(place + 1)]) {
        const plain: ReadDocument = new ReadDocument(sample.path, damaged);
        for (const end of ['\r', '\r\n']) {
          const other: ReadDocument = new ReadDocument(sample.path, damaged.replaceAll('\n', end));
          assert.deepEqual(other.document, plain.document, name);
          for (const number of plain.entries.keys()) {
            assert.deepEqual(other.body(number), plain.body(number));
          }
        }
      }
    }
  });
});
