import assert from 'node:assert/strict';
import type { DigestEntry, IndexedDocument } from '../../../src/core/digest.js';
import { readPart } from '../../../src/worker/largeFile.js';

export const latest = '2026-12';
export const of = 'file:///library/arxiv.json';

export function allParts(file: string, categories: readonly string[]): IndexedDocument[] {
  const parts: IndexedDocument[] = [];
  let from: { offset: number; line: number } | undefined = { offset: 0, line: 0 };
  while (from) {
    const uri = `${of}#${parts.length}`;
    const request = { uri, of, file, from, size: 1, mtime: 1, categories, latest };
    const part: IndexedDocument | undefined = readPart(request);
    assert.ok(part);
    parts.push(part);
    from = part.part?.next;
  }
  return parts;
}

export function entriesOf(parts: readonly IndexedDocument[]): DigestEntry[] {
  return parts.flatMap(({ digest }) => digest?.entries ?? []);
}
