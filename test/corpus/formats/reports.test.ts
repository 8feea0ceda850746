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

  const entry = (id: string, end = ''): string =>
    `# A Title${end}\n\n**Authors**: A. One, B. Two${end}${end}\n\n**Link**: [PDF](https://arxiv.org/pdf/${id})\n\n**Abstract**: Made up.\n\n---\n`;

  it('may have one paper, when it is written as the generator writes', () => {
    assert.equal(new ReadDocument('a.md', entry('2602.01234', ' ')).digest.format, 'dailyReporter');
    const two = entry('2602.01234') + entry('2602.01235');
    assert.equal(new ReadDocument('a.md', two).entries.length, 2);
  });

  it('is none when somebody has written a note on one paper', () => {
    assert.equal(new ReadDocument('a.md', entry('2602.01234')).document.digest, undefined);
    const note = entry('2602.01234', ' ').replace('---', '## My notes');
    assert.equal(new ReadDocument('a.md', note).document.digest, undefined);
  });

  it('tells of a paper that comes twice', () => {
    const twice = new ReadDocument('a.md', entry('2602.01234') + entry('2602.01234'));
    assert.deepEqual(twice.document.problems, [
      { kind: 'duplicateEntry', line: 9, args: ['2602.01234'] },
    ]);
  });
});

describe('a numbered report', () => {
  it('is dated by its head, and may have no paper', () => {
    const head = '# 📚 每日 arXiv 论文总结\n\n**日期**: 2026-02-13\n**论文数量**: 0 篇\n\n---\n';
    const document = new ReadDocument('report.md', head);
    assert.deepEqual(document.entries, []);
    assert.deepEqual(document.digest.date, {
      value: '2026-02-13',
      precision: 'day',
      source: 'content',
    });
  });

  it('keeps a paper without link by its title', () => {
    const text =
      '## 1. First Title\n\n**作者**: A. One et al.\n\n**类别**: cs.LG, cs.AI\n\n**总结**:\nMade up.\n';
    const document = new ReadDocument('report.md', text);
    document.assertRanges();
    const { key, authors, category, crossLists } = document.entry(0);
    assert.deepEqual(
      [key, authors, category, crossLists],
      ['title:firsttitle', ['A. One'], 'cs.LG', ['cs.AI']],
    );
    assert.deepEqual(document.body(0).summary, { label: '总结', text: 'Made up.' });
  });

  it('never takes an id that its texts quote for that of its paper', () => {
    const text =
      '## 1. First Title\n\n**作者**: A. One\n\n**类别**: cs.LG\n\n**总结**:\nMade up.\n\nLink: https://arxiv.org/abs/2602.01234\n';
    const document = new ReadDocument('report.md', text);
    assert.equal(document.entry(0).id, undefined);
    assert.equal(document.document.mentions.length, 1);
    const doi = text.replace(
      '**总结**',
      '**链接**: [DOI](https://doi.org/10.1000/AB.1)\n\n**总结**',
    );
    assert.equal(new ReadDocument('report.md', doi).entry(0).key, 'doi:10.1000/ab.1');
  });

  it('is none when its sections are those of an article', () => {
    const text = '# 标题\n\n## 1. 引言\n\n**作者**: 某人\n\n正文 arXiv:2602.01234。\n';
    assert.equal(new ReadDocument('a.md', text).document.digest, undefined);
  });
});

describe('a list of abstracts', () => {
  const item =
    '- **[First Title](https://arxiv.org/abs/2602.01234)**  `arXiv:2602.01234`  `cs.CV` `cs.AI`  \n' +
    '  _A. One, B. Two, et al._\n  <details open><summary>Abstract</summary>\n  Made up.\n  </details>\n';

  it('tells categories and authors beside the title', () => {
    const document = new ReadDocument('2026-02-13/topic.md', `# Papers\n\n${item}\n${item}`);
    const { category, crossLists, authors } = document.entry(0);
    assert.deepEqual([category, crossLists, authors], ['cs.CV', ['cs.AI'], ['A. One', 'B. Two']]);
    assert.equal(document.body(0).abstract, 'Made up.');
  });

  it('that is cut off says so', () => {
    const document = new ReadDocument('a.md', item + item.slice(0, item.indexOf('  </details>')));
    assert.deepEqual(
      document.document.problems.map(({ kind }) => kind),
      ['duplicateEntry', 'entryCutOff'],
    );
    document.assertRanges();
  });

  it('is none when its items are those of a reading list', () => {
    const text = item.replace('`arXiv:2602.01234`', '').replace('_A. One', 'A. One');
    assert.equal(new ReadDocument('a.md', text).document.digest, undefined);
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
