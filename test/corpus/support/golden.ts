import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DigestEntry } from '../../../src/core/digest.js';
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
  const read = `${files.flatMap(([title, document]) => linesOf(title, document)).join('\n')}\n`;
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, read);
  assert.equal(read, readFileSync(file, 'utf8'));
}

function linesOf(title: string, { digest, document }: ReadDocument): string[] {
  const { date, format } = digest;
  const problems = document.problems.map(({ kind, line }) => `${kind}@${line}`);
  const head = [title, format, date ? `${date.value} by ${date.source}` : 'no date', ...problems];
  return [`# ${head.join(' | ')}`, ...digest.entries.map(entryLine)];
}

function entryLine(entry: DigestEntry): string {
  const { id, key, version, doi, title, authors, category, crossLists = [], day, range } = entry;
  return [
    `${range.startLine + 1}-${range.endLine + 1}`,
    (id ?? key) + (version === undefined ? '' : `v${version}`),
    title,
    authors.join('; '),
    [category ?? 'none', ...crossLists].join(' '),
    ...(doi === undefined ? [] : [`doi ${doi}`]),
    ...(day === undefined ? [] : [`day ${day}`]),
  ].join(' | ');
}
