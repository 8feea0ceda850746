import assert from 'node:assert/strict';
import { checkDigest } from '../../../src/core/health/checkDigest.js';
import type { HealthGroup } from '../../../src/core/health/finding.js';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import type { ReadDocument } from '../support/reading.js';
import { latest } from '../support/reading.js';

/** @param text another than that which the digest was read from */
export function groupsOf({ document, lines }: ReadDocument, text = lines.text): HealthGroup[] {
  const { digest, problems } = document;
  if (!digest) return [];
  const format = formatNamed(digest.format);
  const groups = checkDigest({
    ...{ digest, problems, text, format },
    context: { path: 'digest.md', latest },
  });
  assertInside(groups, new Lines(text));
  return groups;
}

/** Fails unless each group tells of places that its text has. */
export function assertInside(groups: readonly HealthGroup[], lines: Lines): void {
  for (const { check, count, first } of groups) {
    assert.ok(first.length > 0 && first.length <= count);
    for (const { range } of first) {
      const { startLine, startCharacter, endLine, endCharacter } = range;
      const where = `${check} at ${JSON.stringify(range)}`;
      assert.ok(startLine >= 0 && startLine < lines.count && endLine === startLine, where);
      assert.ok(startCharacter >= 0 && startCharacter <= endCharacter, where);
      assert.ok(endCharacter <= lines.line(startLine).length, where);
    }
  }
}
