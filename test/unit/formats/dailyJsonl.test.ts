import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const madeUp = {
  id: '2601.90101',
  categories: ['cs.LG', 'cs.CV', 'stat.ML'],
  pdf: 'https://arxiv.org/pdf/2601.90101',
  abs: 'https://arxiv.org/abs/2601.90101',
  authors: ['Ada Example', 'Bo Sample', 'Jr.', ':'],
  title: 'A Title With "Quotes", $\\alpha$ and\n  a Break',
  comment: '12 pages,\n  made up',
  summary: 'First line.\nSecond, which quotes arXiv:2001.07740.',
};
const ai = {
  tldr: 'Made up.',
  motivation: 'Motivation analysis unavailable',
  method: 'By hand.\n\nIn two paragraphs.',
  main_theorems: 'None.',
};

function file(...records: object[]): ReadDocument {
  return new ReadDocument('a.jsonl', records.map((record) => JSON.stringify(record)).join('\n'));
}

describe('the JSONL of a daily digest', () => {
  it("is known behind blank lines, and behind two records that are another program's", () => {
    const text = JSON.stringify(madeUp);
    const blank = new ReadDocument('a.jsonl', `${'\n'.repeat(6)}${text}\n`);
    const second = file({ model: 'none' }, { model: 'none' }, madeUp);
    for (const { entries } of [blank, second]) {
      assert.deepEqual(
        entries.map(({ id }) => id),
        [madeUp.id],
      );
    }
  });

  it('tells categories, comment, abstract and the texts of the model', () => {
    const { pdf, ...rest } = madeUp;
    const read = file({ ...madeUp, AI: ai }, { ...rest, id: '2601.90102', abs: pdf });
    assert.equal(read.digest.format, 'dailyJsonl');
    assert.deepEqual(read.digest.labels, ['TL;DR', 'Motivation', 'Method', 'Main Theorems']);
    const entry = read.entry(0);
    assert.equal(entry.title, 'A Title With "Quotes", $\\alpha$ and a Break');
    assert.deepEqual(entry.authors, ['Ada Example', 'Bo Sample, Jr.']);
    assert.equal(entry.category, 'cs.LG');
    assert.deepEqual(entry.crossLists, ['cs.CV', 'stat.ML']);
    assert.equal(read.name(entry), '2601.90101');
    assert.deepEqual(read.body(0), {
      summary: { label: 'TL;DR', text: 'Made up.' },
      fields: [
        { label: 'Motivation', text: '', failed: true },
        { label: 'Method', text: 'By hand.\n\nIn two paragraphs.' },
        { label: 'Main Theorems', text: 'None.' },
      ],
      abstract: madeUp.summary,
      comment: '12 pages, made up',
    });
    assert.deepEqual(read.body(1).fields, []);
    // An id in an abstract is another paper's, as is one in an address that does not belong there.
    assert.deepEqual(
      read.document.mentions.map(({ key }) => key),
      ['arxiv:2001.07740', 'arxiv:2601.90101', 'arxiv:2001.07740'],
    );
    read.assertRanges();
  });

  it('knows a paper without an arXiv id by its DOI or its title', () => {
    const read = file(
      madeUp,
      { ...madeUp, id: 'a', abs: 'https://doi.org/10.1000/ABC.1' },
      { ...madeUp, id: 'b', abs: '', title: 'Another Title', comment: null },
    );
    assert.deepEqual(
      read.entries.map(({ key }) => key),
      ['arxiv:2601.90101', 'doi:10.1000/abc.1', 'title:anothertitle'],
    );
    assert.equal(read.entry(1).doi, '10.1000/abc.1');
    assert.equal(read.name(read.entry(2)), 'Another Title');
    assert.equal(read.body(2).comment, undefined);
  });

  it('keeps every line but those that are damaged, and names these', () => {
    const line = JSON.stringify(madeUp);
    const other = line.replaceAll('90101', '90102');
    const text = [line, line.slice(0, 300), 'null', other, line, other.replace('}', '')].join('\n');
    const read = new ReadDocument('a.jsonl', text);
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['2601.90101', '2601.90102', '2601.90101'],
    );
    assert.deepEqual(
      read.document.problems.map(({ kind, line: at }) => `${kind} ${at}`),
      ['entryCutOff 1', 'entryCutOff 2', 'duplicateEntry 4', 'entryCutOff 5'],
    );
    read.assertRanges();
  });

  it('may have two records on a line, or none on some', () => {
    const line = JSON.stringify(madeUp);
    const read = new ReadDocument('a.jsonl', `\n${line}${line.replace('90101', '90102')}\r\n\r\n`);
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['2601.90101', '2601.90102'],
    );
    read.assertRanges();
    read.body(1);
  });

  it('is no file of records that tell of something else', () => {
    const { title, authors, categories, ...rest } = madeUp;
    for (const other of [
      rest,
      { ...rest, title },
      { ...rest, title, authors },
      { ...madeUp, id: 'a note' },
      { nested: madeUp },
    ]) {
      assert.equal(file(other, other).document.digest, undefined, JSON.stringify(other));
    }
    assert.ok(categories.length > 0);
    assert.equal(file(madeUp).digest.entries.length, 1);
    const python = JSON.stringify(madeUp).replaceAll('"', "'");
    assert.equal(new ReadDocument('a.jsonl', python).document.digest, undefined);
  });
});
