import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { readSiblings, siblings } from '../support/siblings.js';

interface Expected {
  readonly folder: string;
  readonly format: string;
  /** Files of the folder that are digests of this format. */
  readonly files: RegExp;
  /** What every entry has once; its group is the id. */
  readonly mark: RegExp;
  readonly abstracts: boolean;
  readonly summaries: boolean;
}

const reports: readonly Expected[] = [
  {
    folder: 'reporter-CSQianDong',
    format: 'dailyReporter',
    files: /\.md$/,
    mark: /^\*\*Link\*\*: \[PDF\]\(https:\/\/arxiv\.org\/pdf\/(\d{4}\.\d{5})\)/gm,
    abstracts: true,
    summaries: false,
  },
  {
    folder: 'report-Tony-tpc',
    format: 'numberedReport',
    files: /\.md$/,
    mark: /^\*\*链接\*\*: \[(\d{4}\.\d{5})v\d+\]/gm,
    abstracts: false,
    summaries: true,
  },
  {
    folder: 'bullets-LindongGuo',
    format: 'abstractBullets',
    files: /^Med/,
    mark: /`arXiv:(\d{4}\.\d{5})`/g,
    abstracts: true,
    summaries: false,
  },
  {
    folder: 'notes-Throne0826',
    format: 'articleIndex',
    files: /^index/,
    mark: /"daily-paper-id">arXiv (\d{4}\.\d{5})</g,
    abstracts: false,
    summaries: true,
  },
  {
    folder: 'abstract-notes-exopoiesis',
    format: 'paperTable',
    files: /^docs_/,
    mark: /<td><a href="http:\/\/arxiv\.org\/abs\/(\d{4}\.\d{5})">/g,
    abstracts: false,
    summaries: false,
  },
];

for (const { folder, format, files, mark, abstracts, summaries } of reports) {
  describe(`a digest of the format ${format}`, () => {
    const read = readSiblings(folder).filter(([name]) => files.test(name));

    it('gives what its file tells of each paper', () => assertGolden(format, read));

    it('gives the id of every mark in the file, and no other', () => {
      for (const [name, document] of read) {
        assert.equal(document.digest.format, format, name);
        assert.deepEqual(
          document.entries.map(({ id }) => id),
          [...document.lines.text.matchAll(mark)].map(([, id]) => id),
        );
      }
    });

    it('has ranges that select the id, texts of every entry and no problem', () => {
      for (const [, document] of read) {
        document.assertRanges();
        assert.deepEqual(document.document.problems, []);
        for (const number of document.entries.keys()) {
          const { abstract, summary } = document.body(number);
          assert.equal(abstract !== undefined, abstracts);
          assert.equal(summary !== undefined, summaries);
          assert.ok(!abstract?.includes('details>') && !summary?.text.includes('<div'));
        }
      }
    });
  });
}

describe('a daily reporter', () => {
  const [, sample = { name: '', text: '' }] = siblings('reporter-CSQianDong');

  it('is dated by its folder', () => {
    const document = new ReadDocument('9-Sep-2025/topic/RAG.md', sample.text);
    assert.deepEqual(document.digest.date, {
      value: '2025-09-09',
      precision: 'day',
      source: 'folder',
    });
  });

  it('in the notation of Python, which is no JSON, is not read', () => {
    const [jsonl] = siblings('reporter-CSQianDong');
    assert.equal(jsonl?.name, 'RAG_related_papers.jsonl');
    assert.equal(new ReadDocument(jsonl.name, jsonl.text).document.digest, undefined);
  });
});

describe('an index of notes', () => {
  it('that names no id gives papers by their titles, topics and sentences', () => {
    const read = readSiblings('notes-zhaoyang97').filter(([name]) => name === 'index.md');
    assertGolden('pickedNotes', read);
    const [, document] = read[0] ?? [];
    assert.ok(document);
    document.assertRanges();
    assert.equal(document.digest.format, 'pickedNotes');
    const headings = [...document.lines.text.matchAll(/^### \[(.*)\]\([\w-]+\.md\)$/gm)];
    assert.deepEqual(
      document.entries.map(({ title }) => title),
      headings.map(([, title]) => title),
    );
    for (const number of document.entries.keys()) assert.ok(document.body(number).summary?.text);
    assert.deepEqual(document.document.problems, []);
  });

  it('lists a paper under each of its topics without a remark, and marks what is not written yet', () => {
    const [[, document] = []] = readSiblings('notes-Throne0826');
    assert.ok(document);
    assert.equal(document.entries.length, 130);
    assert.equal(new Set(document.entries.map(({ id }) => id)).size, 51);
    assert.equal(document.digest.date?.value, '2026-08-04');
    const unwritten = document.lines.text.match(/中文摘要尚未生成/g)?.length;
    const bodies = [...document.entries.keys()].map((number) => document.body(number));
    assert.equal(bodies.filter(({ summary }) => summary?.failed).length, unwritten);
  });

  it('dates each row of a table', () => {
    const [[, index] = [], [, tag] = []] = readSiblings('abstract-notes-exopoiesis').slice(-2);
    assert.ok(index && tag);
    assert.equal(index.digest.date?.value, '2026-05-03');
    for (const { entries, lines } of [index, tag]) {
      const days = [...lines.text.matchAll(/^<td>(20\d\d-\d\d-\d\d)<\/td>$/gm)];
      assert.deepEqual(
        entries.map(({ day }) => day),
        days.map(([, day]) => day),
      );
    }
  });
});
