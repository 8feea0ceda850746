import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { siblings } from '../support/siblings.js';

function sample(name: string): ReadDocument {
  const found = siblings('table-cv-arxiv-daily').find((file) => file.name === name);
  assert.ok(found, `${name} is missing`);
  return new ReadDocument(name, found.text);
}

describe('the JSON of cv-arxiv-daily', () => {
  const wechat = sample('cv-arxiv-daily-wechat.json');
  const cut = sample('cv-arxiv-daily.head.txt');

  it('gives every row of the list as its key and its topic have it', () => {
    const table = JSON.parse(wechat.lines.text) as Record<string, Record<string, string>>;
    const rows = Object.entries(table).flatMap(([topic, ids]) =>
      Object.entries(ids).map(([id, text]) => ({ topic, id, text })),
    );
    assert.equal(rows.length, (wechat.lines.text.match(/"- \d{4}-\d\d-\d\d, \*\*/g) ?? []).length);
    assert.equal(rows.length, 839);
    assert.equal(wechat.entries.length, rows.length);
    for (const [number, { topic, id, text }] of rows.entries()) {
      const entry = wechat.entry(number);
      const { title, authors, day, version } = entry;
      assert.deepEqual([entry.id, entry.category], [id, topic]);
      assert.ok(
        text
          .replace(/ +/g, ' ')
          .startsWith(`- ${day ?? ''}, **${title}**, ${authors.join(', ')} et.al., Paper: [`),
        text,
      );
      assert.ok(text.includes(`/${id}v${version ?? 0}](`), text);
      assert.deepEqual(wechat.body(number), { fields: [] });
    }
    assert.deepEqual(wechat.document.problems, []);
    assert.deepEqual(wechat.document.mentions, []);
    wechat.assertRanges();
  });

  it('keeps every row of the table before the place where it is cut off', () => {
    const rows = cut.lines.text.match(/": "\|\*\*\d{4}-\d\d-\d\d\*\*\|/g) ?? [];
    assert.equal(rows.length, 299);
    assert.equal(cut.entries.length, 298);
    assert.ok(cut.entries.every(({ category }) => category === 'SLAM'));
    for (const { title, authors, day } of cut.entries) {
      assert.ok(!/[|]|\*\*/.test(title), title);
      assert.ok(authors.length === 1 && !authors[0]?.includes('et.al'), authors[0]);
      assert.match(day ?? '', /^20\d\d-\d\d-\d\d$/);
    }
    assert.deepEqual(cut.document.problems, [
      { kind: 'entryCutOff', line: 0, args: ['2211.01538'] },
    ]);
    cut.assertRanges();
  });

  it('is what has been looked through', () =>
    assertGolden('cvArxivJson', [
      ['cv-arxiv-daily-wechat.json', wechat],
      ['cv-arxiv-daily.head.txt', cut],
    ]));
});
