import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly comment: string | null;
  readonly summary: string;
  readonly AI?: Readonly<Record<string, string>>;
}

describe('the JSONL of a daily digest', () => {
  const samples = readSiblings('jsonl-dw-dengwei');

  it('gives every paper of the samples as its line has it', () => {
    const counts = samples.map(([name, read]) => {
      const lines = read.lines.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
      assert.equal(lines.length, (read.lines.text.match(/^\{"id": "/gm) ?? []).length);
      assert.deepEqual(
        read.entries.map(({ id, title, authors, category, crossLists = [], range }) => ({
          id,
          title,
          authors,
          categories: [category, ...crossLists],
          line: range.startLine,
        })),
        lines.map(({ id, title, authors, categories }, line) => ({
          id,
          title,
          authors,
          categories,
          line,
        })),
        name,
      );
      for (const [number, line] of lines.entries()) {
        const { abstract, comment, summary, fields } = read.body(number);
        assert.equal(abstract, line.summary.trim());
        assert.equal(comment ?? null, line.comment);
        assert.equal(summary?.text, line.AI?.['tldr']);
        assert.deepEqual(
          fields.map(({ label, text }) => [label, text]),
          line.AI
            ? ['Motivation', 'Method', 'Result', 'Conclusion'].map((label) => [
                label,
                line.AI?.[label.toLowerCase()],
              ])
            : [],
        );
      }
      read.assertRanges();
      assert.deepEqual(read.document.mentions, []);
      return lines.length;
    });
    assert.deepEqual(counts, [42, 28, 26]);
  });

  it('is what has been looked through', () => assertGolden('dailyJsonl', samples));
});
