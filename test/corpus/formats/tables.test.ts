import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import type { ReadDocument } from '../../unit/support/reading.js';
import { readSiblings } from '../support/siblings.js';

function samples(folder: string, names: RegExp): [string, ReadDocument][] {
  const found = readSiblings(folder).filter(([name]) => names.test(name));
  assert.ok(found.length > 0);
  return found;
}

describe('tables of cv-arxiv-daily', () => {
  const files = samples('table-cv-arxiv-daily', /\.md$/);

  it('hold the facts that were looked through', () => assertGolden('cvArxiv', files));

  it('have an entry for each row, with day, topic and the one author that is named', () => {
    for (const [name, digest] of files) {
      const marker =
        name === 'wechat.md' ? /^- 20\d\d-\d\d-\d\d, / : /^\|\*\*20\d\d-\d\d-\d\d\*\*\|/;
      const lines = digest.lines.text.split('\n');
      const rows = lines.flatMap((text, line) => (marker.test(text) ? [line] : []));
      assert.deepEqual(
        digest.entries.map(({ range }) => range.startLine),
        rows,
      );
      digest.assertRanges();
      assert.deepEqual(digest.document.problems, []);
      assert.deepEqual(digest.document.mentions, []);
      const topics = new Set(lines.filter((line) => /^## (?!Updated)/.test(line)));
      assert.deepEqual(new Set(digest.entries.map((e) => `## ${e.category ?? ''}`)), topics);
      for (const { day = '', range, authors, title } of digest.entries) {
        const text = lines[range.startLine] ?? '';
        assert.ok(text.includes(day) && day !== '' && text.includes(`**${title}**`), title);
        assert.equal(authors.length, 1);
        assert.ok(text.includes(`${authors[0] ?? ''} et.al.`), text);
      }
    }
  });

  it('tell where the code is', () => {
    for (const [, digest] of files) {
      const written =
        digest.lines.text.match(/^(?:\||- ).*\*\*\[[^\]]*\]\(http[^)]*\)\*\*/gm) ?? [];
      const bodies = digest.entries.map((_, number) => digest.body(number));
      assert.equal(bodies.filter(({ fields }) => fields.length === 1).length, written.length);
      for (const { fields } of bodies) for (const { text } of fields) assert.match(text, /^http/);
    }
  });
});

describe('tables of DailyArXiv', () => {
  const files = samples('table-DailyArXiv-zezhishao', /\.md$/);

  it('hold the facts that were looked through', () => assertGolden('dailyArxiv', files));

  it('have an entry for each row, with version, day and keyword', () => {
    for (const [name, digest] of files) {
      const rows = digest.lines.text.match(/^\|.*\*\*\[.*\]\(https?:\/\/arxiv\.org\/abs\//gm) ?? [];
      assert.equal(digest.entries.length, rows.length, name);
      assert.deepEqual(digest.document.problems, []);
      digest.assertRanges();
      for (const { version, day, category } of digest.entries) {
        assert.ok(version !== undefined && day !== undefined && category !== undefined);
      }
    }
  });

  it('fold the abstract and the comment into cells', () => {
    for (const [name, digest] of files) {
      const withAbstracts = name !== 'ISSUE_TEMPLATE.md';
      for (const [number, { title, range }] of digest.entries.entries()) {
        const { abstract, comment, fields } = digest.body(number);
        assert.equal(abstract !== undefined && abstract.length > 200, withAbstracts, title);
        const text = digest.lines.line(range.startLine);
        for (const shown of [abstract, comment, ...fields.map((field) => field.text)]) {
          assert.ok(!/<\/?(?:details|summary|p)>/.test(shown ?? ''), title);
          assert.ok(text.includes((shown ?? '').split('&')[0]?.slice(0, 40) ?? ''), title);
        }
        assert.deepEqual(
          fields.map(({ label }) => label),
          name.startsWith('northsi') ? ['中文'] : [],
        );
      }
    }
  });
});
