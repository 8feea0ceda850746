import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { factSheet } from '../../unit/support/factSheet.js';
import type { ReadDocument } from '../../unit/support/reading.js';

/**
 * Compares what was read with `test/corpus/formats/golden/<name>.txt`, which somebody has looked
 * through beside the samples. It holds facts only: a line for each file (name, date, what is wrong)
 * and one for each entry. With GOLDEN=write, it is written anew, to be looked through again.
 */
export function assertGolden(
  name: string,
  files: readonly (readonly [string, ReadDocument])[],
): void {
  const file = path.resolve('test', 'corpus', 'formats', 'golden', `${name}.txt`);
  const read = `${files.flatMap(([title, document]) => factSheet(title, document)).join('\n')}\n`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, read);
  assert.equal(read, readFileSync(file, 'utf8'));
}
