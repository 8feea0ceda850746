import assert from 'node:assert/strict';
import type { DigestDate } from '../../../src/core/digest.js';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import type { PaperKey } from '../../../src/core/paper.js';
import type { SearchText } from '../../../src/core/search/fields.js';
import { searchText } from '../../../src/core/search/searchText.js';
import { referenceDigests, type ReferenceDigest } from './shared.js';

/** A digest as the search engine takes it, with the texts that its segment is built of. */
export interface SearchDigest {
  readonly uri: string;
  readonly date?: DigestDate;
  readonly keys: readonly PaperKey[];
  readonly categories: readonly string[];
  readonly texts: readonly SearchText[];
}

const latest = '2026-12';

/** The reference digests, oldest first. */
export function searchDigests(): SearchDigest[] {
  return referenceDigests().map(searchDigest);
}

function searchDigest(source: ReferenceDigest): SearchDigest {
  const uri = `file:///papers/${source.path}`;
  const { digest } = indexText(uri, source, latest);
  assert.ok(digest, `${source.path} was not recognised as a digest`);
  const lines = new Lines(source.text);
  const texts = digest.entries.map((entry) => {
    const { startLine, endLine } = entry.range;
    const text = source.text.slice(lines.start(startLine), lines.end(endLine));
    const read = formatNamed(digest.format)?.readEntry(text, digest.labels, { path: '', latest });
    assert.ok(read, `${source.path} has an entry that cannot be read`);
    return searchText(entry, read.body);
  });
  return {
    uri,
    ...(digest.date && { date: digest.date }),
    keys: digest.entries.map(({ key }) => key),
    categories: digest.entries.map(({ category = '' }) => category),
    texts,
  };
}
