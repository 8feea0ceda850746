import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Lines } from '../../../src/core/lines.js';

const texts = fc
  .array(fc.constantFrom('a', 'é', '😀', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\f', '### '), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('the lines of a text', () => {
  it('are those that an editor shows', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Lines(text);
        const expected = text.split(/\r\n|\r|\n/);
        assert.equal(lines.count, expected.length);
        for (const [number, line] of expected.entries()) {
          assert.equal(lines.line(number), line);
          assert.equal(lines.isBlank(number), line.trim() === '');
          assert.equal(lines.startsWith(number, '### '), line.startsWith('### '));
          assert.equal(text.slice(lines.start(number), lines.end(number)), line);
        }
        for (let from = 0; from <= expected.length; from++) {
          const filled = expected.findIndex((line, number) => number >= from && line.trim() !== '');
          assert.equal(lines.skipBlank(from), filled === -1 ? expected.length : filled);
        }
        assert.equal(lines.line(expected.length), '');
        assert.ok(!lines.startsWith(expected.length, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('are joined by line feeds, whatever parts them in the file', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), fc.nat(20), (text, from, to) => {
        const expected = text.split(/\r\n|\r|\n/);
        const last = Math.min(to, expected.length);
        assert.equal(
          new Lines(text).slice(from, last),
          expected.slice(from, Math.max(from, last)).join('\n'),
        );
      }),
    );
  });

  it('are found by what they begin with, in the head of a text and behind it', () => {
    const prefixes = fc.constantFrom('### ', 'a', '\f', ' a');
    const before = fc.constantFrom('', '\n'.repeat(395), '\n'.repeat(1000));
    fc.assert(
      fc.property(texts, prefixes, before, fc.nat(20), (text, prefix, blank, more) => {
        const lines = new Lines(blank + text);
        const limit = blank.length + more;
        const first = (blank + text)
          .split(/\r\n|\r|\n/)
          .findIndex((line, number) => number < limit && line.startsWith(prefix));
        assert.equal(lines.firstWith(prefix, limit), first === -1 ? undefined : first);
        assert.equal(lines.firstSign, text.trim().at(0)?.charAt(0) ?? '');
      }),
      { numRuns: 300 },
    );
  });

  it('are looked for in the head of a text, which is short where its lines are long', () => {
    const early = (text: string): number | undefined => new Lines(text).firstWith('## ');
    assert.equal(early('\n'.repeat(399) + '## A'), 399);
    assert.equal(early('\n'.repeat(400) + '## A'), undefined);
    const long = `${'a'.repeat(1000)}\n`;
    assert.equal(early(long.repeat(60) + '## A'), 60);
    assert.equal(early(long.repeat(70) + '## A'), undefined);
    const picture = `${'a'.repeat(200_000)}\n`;
    assert.equal(early(picture + '\n'.repeat(38) + '## A'), 39);
    assert.equal(early(picture + '\n'.repeat(39) + '## A'), undefined);
  });

  it('are found by offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lines.lineAt(offset);
          assert.ok(lines.start(line) <= offset);
          assert.ok(line === lines.count - 1 || lines.start(line + 1) > offset);
          for (let from = 0; from <= line; from++) assert.equal(lines.lineAt(offset, from), line);
        }
      }),
    );
  });
});
