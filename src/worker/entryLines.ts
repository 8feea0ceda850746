import type { Month } from '../core/arxivId.js';
import { formatNamed } from '../core/formats/registry.js';
import { Lines } from '../core/lines.js';
import type { EntryBody } from '../core/paper.js';
import { decode, sliceLines } from './content.js';
import type { Content, EntrySource } from './protocol.js';

/** From so many entries of one file on, it is decoded as a whole. */
const many = 4;

/** The lines of entries, several of which may lie in one file. */
export class EntryLines {
  readonly #asked = new Map<Content, number>();
  readonly #lines = new Map<Content, Lines>();

  of({ content, entry }: EntrySource): string {
    const { startLine, endLine } = entry.range;
    const asked = (this.#asked.get(content) ?? 0) + 1;
    this.#asked.set(content, asked);
    let lines = this.#lines.get(content);
    if (!lines && asked < many) return sliceLines(content, startLine, endLine);
    lines ??= new Lines(decode(content).text);
    this.#lines.set(content, lines);
    return lines.slice(startLine, endLine + 1);
  }
}

/** undefined when the file has changed and holds another entry there. */
export function readSource(
  source: EntrySource,
  latest: Month,
  lines: EntryLines,
): EntryBody | undefined {
  const { format, labels, entry } = source;
  const read = formatNamed(format)?.readEntry(lines.of(source), labels, { path: '', latest });
  return read?.key === entry.key ? read.body : undefined;
}
