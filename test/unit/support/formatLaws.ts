import assert from 'node:assert/strict';
import type { DigestEntry } from '../../../src/core/digest.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { Lines } from '../../../src/core/lines.js';
import type { TextRange } from '../../../src/core/text.js';
import { latest } from './reading.js';

/**
 * What holds for every format and any text: it is read without an error; every range begins and ends in the
 * text, not before it begins; entries stand in order and apart and hold what names them; and what
 * `readEntry` makes of an entry's range is that entry.
 * @returns the entries
 */
export function assertLaws(
  format: DigestFormat,
  path: string,
  text: string,
): readonly DigestEntry[] {
  const lines = new Lines(text);
  format.recognises(lines, path);
  const { digest, problems } = format.read(lines, { path, latest });
  let behind = { line: 0, character: 0 };
  for (const entry of digest.entries) {
    const { range, nameRange, title, key } = entry;
    assertInside(lines, range);
    assertInside(lines, nameRange);
    const { startLine, startCharacter, endLine, endCharacter } = range;
    assert.ok(
      compare(startLine, startCharacter, behind.line, behind.character) >= 0,
      'entries stand in order and apart',
    );
    assert.ok(
      compare(startLine, startCharacter, nameRange.startLine, nameRange.startCharacter) <= 0,
      'an entry begins before its name',
    );
    assert.ok(
      compare(nameRange.endLine, nameRange.endCharacter, endLine, endCharacter) <= 0,
      'an entry ends behind its name',
    );
    behind = { line: endLine, character: endCharacter };
    const again = format.readEntry(lines.sliceRange(range), digest.labels, { path, latest });
    assert.equal(again?.key, key, `${format.name}: “${title}” is not read from its range`);
  }
  for (const { line } of problems) assert.ok(line >= 0 && line < lines.count);
  return digest.entries;
}

/** Fails unless a range begins and ends in a text, and not before it begins. */
export function assertInside(lines: Lines, range: TextRange): void {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  assert.ok(startLine >= 0 && startCharacter >= 0 && endCharacter >= 0 && endLine < lines.count);
  assert.ok(compare(startLine, startCharacter, endLine, endCharacter) <= 0, 'a range ends behind');
  assert.ok(startCharacter <= lines.line(startLine).length, 'a range starts in its line');
  assert.ok(endCharacter <= lines.line(endLine).length, 'a range ends in its line');
}

function compare(aLine: number, aCharacter: number, bLine: number, bCharacter: number): number {
  return aLine - bLine || aCharacter - bCharacter;
}
