import assert from 'node:assert/strict';
import type { BibliographyEntry } from '../../../src/core/bibliography/entry.js';
import { insertEntry } from '../../../src/core/bibliography/insertEntry.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { entryFor } from '../../../src/core/citation/export/registry.js';
import { attention } from '../citation/paperOf.js';

const extensions = { bibtex: '.bib', cslJson: '.json', hayagriva: '.yml' } as const;
export type Format = keyof typeof extensions;

/** The text with an entry for a paper in it; the rest of it is there byte for byte, before and behind. */
function withEntry(format: Format, text: string, key: string): string {
  const place = insertEntry(format, text, entryFor(format, attention, key) ?? '');
  assert.ok(place, text);
  // VS Code counts without the byte order mark.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const offset = place.offset + mark;
  return text.slice(0, offset) + place.text + text.slice(offset);
}

function factsOf({ key, title, authors, arxivId, range }: BibliographyEntry) {
  return { key, title, authors, arxivId, line: range.startLine };
}

/** Fails unless the entry is the last, read whole, and those before it are as they were. */
export function assertAdded(format: Format, text: string, key: string): string {
  const file = `a${extensions[format]}`;
  const before = readBibliography(file, text);
  const after = withEntry(format, text, key);
  const read = readBibliography(file, after);
  assert.deepEqual(read.entries.slice(0, -1).map(factsOf), before.entries.map(factsOf), after);
  assert.deepEqual(read.problems, before.problems, after);
  const last = read.entries.at(-1);
  assert.equal(last?.key, key);
  assert.equal(last.arxivId, attention.id);
  assert.deepEqual(last.authors, attention.authors);
  if (/\r\n/.test(text) && !/[^\r]\n/.test(text)) assert.doesNotMatch(after, /[^\r]\n/);
  assert.equal(
    /[\r\n]$/.test(after),
    text.trim() === '' || /[\r\n]$/.test(text),
    JSON.stringify(after),
  );
  return after;
}
