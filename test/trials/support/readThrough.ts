import assert from 'node:assert/strict';
import { posix } from 'node:path';
import type { ReadEntry } from '../../../src/core/formats/format.js';
import { bibliographyFormats, formatOf } from '../../../src/core/formats/registry.js';
import { checkDigest } from '../../../src/core/health/checkDigest.js';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import { digestTexts } from '../../../src/core/search/digestTexts.js';
import { decode } from '../../../src/worker/content.js';
import { assertInside } from '../../unit/support/formatLaws.js';
import { latest } from '../../unit/support/reading.js';
import { ownFormats } from './digestFiles.js';
import type { WholeFile } from './tryDamaged.js';

/**
 * Reads a file as the extension does, from its content to what is searched and checked of it: no step
 * throws, every range lies in the text, and every entry is read from its own.
 * @returns the lines that it has
 */
export function readThrough({ path, text: content }: WholeFile): number {
  const { text } = decode(content);
  const source = { path, text, formats: ownFormats };
  const document = indexText(`file:///${path}`, source, latest, bibliographyFormats);
  const { digest, mentions, citations = [], problems } = document;
  const lines = new Lines(text);
  for (const { range } of [...mentions, ...citations]) assertInside(lines, range);
  for (const { line } of problems) assert.ok(line >= 0 && line < lines.count);
  assert.deepEqual(structuredClone(document), document, 'it reaches the host as it is');
  if (!digest) return lines.count;
  for (const { range, nameRange } of [...digest.entries, ...(digest.sections ?? [])]) {
    assertInside(lines, range);
    assertInside(lines, nameRange);
  }
  const context = { path: posix.basename(path), latest };
  const format = formatOf(digest);
  for (const { range, key, title } of digest.entries) {
    const read: ReadEntry | undefined = format?.readEntry(
      lines.sliceRange(range),
      digest.labels,
      context,
    );
    assert.equal(read?.key, key, `${digest.format}: “${title}” is not read from its range`);
  }
  assert.equal(digestTexts(digest, text, context).length, digest.entries.length);
  for (const { first } of checkDigest({ digest, problems, text, format, context })) {
    for (const { range } of first) assertInside(lines, range);
  }
  return lines.count;
}
