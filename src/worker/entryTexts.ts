import type { Month } from '../core/arxivId.js';
import type { DigestEntry } from '../core/digest.js';
import { formatOf } from '../core/formats/registry.js';
import { Lines } from '../core/lines.js';
import type { EntryBody } from '../core/paper.js';
import { decode, fingerprintOf, sliceLines } from './content.js';
import { readSlice } from './largeFile.js';
import type { Content, EntrySource, LargeFile } from './protocol.js';

/** From so many entries of one file on, it is decoded as a whole. */
const many = 4;

/** The texts of entries, several of which may lie in one file. */
export class EntryTexts {
  readonly #asked = new Map<Content, number>();
  readonly #lines = new Map<Content, Lines>();

  of({ content, entry }: EntrySource): string {
    const { range } = entry;
    if (isLarge(content)) return entryInLarge(content, entry);
    const asked = (this.#asked.get(content) ?? 0) + 1;
    this.#asked.set(content, asked);
    let lines = this.#lines.get(content);
    if (!lines && asked < many) {
      const { startLine, endLine } = range;
      const part = new Lines(sliceLines(content, startLine, endLine));
      return part.sliceRange({ ...range, startLine: 0, endLine: endLine - startLine });
    }
    lines ??= new Lines(decode(content).text);
    this.#lines.set(content, lines);
    return lines.sliceRange(range);
  }
}

export function isLarge(content: Content | LargeFile): content is LargeFile {
  return typeof content === 'object' && 'file' in content;
}

/** Reads the bytes of the entry alone. */
export function entryInLarge({ file }: LargeFile, { slice, range }: DigestEntry): string {
  return slice ? readSlice(file, slice).slice(range.startCharacter, range.endCharacter) : '';
}

/** undefined when it is not the entry that stands there: the file has changed, most likely. */
export function readSource(
  source: EntrySource,
  latest: Month,
  texts: EntryTexts,
): EntryBody | undefined {
  const { labels, entry } = source;
  const read = formatOf(source)?.readEntry(texts.of(source), labels, {
    path: fileNameIn(source.uri),
    latest,
  });
  return read?.key === entry.key ? read.body : undefined;
}

/** @see UnreadSource.seen */
export function seenIn({ content, entry }: EntrySource): string {
  return fingerprintOf(isLarge(content) ? entryInLarge(content, entry) : content);
}

/** The name alone: some notes say there which paper they are about. */
export function fileNameIn(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
