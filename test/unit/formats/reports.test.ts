import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

describe('a daily reporter', () => {
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
