import assert from 'node:assert/strict';
import type { KeyRewrite } from '../../../../src/core/citation/scan/rewriteKeys.js';
import type { Lines } from '../../../../src/core/lines.js';

/** A text with its keys rewritten, as an editor does it; fails where ranges overlap, as an editor does. */
export function rewritten(lines: Lines, rewrites: readonly KeyRewrite[]): string {
  const offset = (line: number, character: number) => lines.start(line) + character;
  const edits = rewrites
    .map(({ range, text }) => ({
      start: offset(range.startLine, range.startCharacter),
      end: offset(range.endLine, range.endCharacter),
      text,
    }))
    .sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    assert.ok(start >= at && text !== undefined, lines.text);
    out += lines.text.slice(at, start) + text;
    at = end;
  }
  return out + lines.text.slice(at);
}
