import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedPath } from '../support/shared.js';
import { ReadDocument } from '../../unit/support/reading.js';

/** Files of the first months, whose templates were others (digest-formats.md 2.3). */
const files: Readonly<Record<string, { labels: string[]; summary: boolean; category: boolean }>> = {
  'v0_abstract-only_2025-03-18.trimmed.md': { labels: [], summary: false, category: false },
  'v1_Task_2025-03-21.md': {
    labels: ['Task', 'Motivation', 'Method', 'Result', 'Conclusion'],
    summary: false,
    category: false,
  },
  'v2_TLDR_2025-04-15.trimmed.md': {
    labels: ['TLDR', 'Motivation', 'Method', 'Result', 'Conclusion'],
    summary: true,
    category: true,
  },
  'v3_2025-06-26.md': {
    labels: ['TL;DR', 'Motivation', 'Method', 'Result', 'Conclusion'],
    summary: true,
    category: true,
  },
};

function read(name: string): ReadDocument {
  const file = sharedPath('corpus', 'siblings', 'legacy-templates-2025', name);
  return new ReadDocument(name, new Uint8Array(readFileSync(file)));
}

describe('digests of 2025', () => {
  for (const [name, { labels, summary, category }] of Object.entries(files)) {
    it(`are read whole: ${name}`, () => {
      const digest = read(name);
      const headers = digest.lines.text.match(/^### .*\]\(https?:\/\/arxiv\.org\/.*\)$/gm) ?? [];
      assert.ok(headers.length > 40);
      assert.equal(digest.entries.length, headers.length);
      assert.deepEqual(digest.digest.labels, labels);
      assert.equal(digest.digest.date?.value, /2025-\d\d-\d\d/.exec(name)?.[0]);
      digest.assertRanges();
      for (const [number, entry] of digest.entries.entries()) {
        const where = `${name}, ${entry.title}`;
        const body = digest.body(number);
        assert.ok(entry.id !== undefined && entry.authors.length > 0, where);
        assert.equal(entry.category !== undefined, category, where);
        assert.ok((body.abstract ?? '').length > 200, where);
        assert.ok(!/<\/?details>|<\/?summary>/.test(body.abstract ?? ''), where);
        assert.equal(body.summary !== undefined, summary, where);
        assert.equal(body.fields.length, labels.length - (summary ? 1 : 0), where);
        // Filled in again, the last field and the abstract are the end of the entry.
        const last = body.fields.at(-1);
        const text = digest.lines.slice(entry.range.startLine, entry.range.endLine + 1);
        if (last) {
          const end = `\n${last.label}: ${last.text}\n\nAbstract: ${body.abstract ?? ''}\n\n</details>`;
          assert.ok(text.endsWith(end), where);
        }
      }
    });
  }

  it('agree with what their generator knew', () => {
    const digest = read('v3_2025-06-26.md');
    const truth = readFileSync(
      sharedPath('corpus', 'siblings', 'legacy-templates-2025', 'v3_2025-06-26.truth.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      digest.entries.map(({ id, title, authors, category }) => ({ id, title, authors, category })),
      truth.map(({ id, title, authors, categories }) => ({
        id,
        title,
        authors,
        category: (categories as string[])[0],
      })),
    );
  });

  it('do not lose an entry when no paper was new', () => {
    const file = sharedPath(
      'corpus',
      'siblings',
      'fork-en-pdfurl-linyueqian',
      '2025-04-22_no-new-papers.md',
    );
    const empty = new ReadDocument(path.basename(file), new Uint8Array(readFileSync(file)));
    assert.deepEqual(empty.entries, []);
    assert.equal(empty.digest.date?.value, '2025-04-22');
  });
});
