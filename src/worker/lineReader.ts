import { readSync } from 'node:fs';

/** The start of a line. */
export interface LinePlace {
  /** In bytes. */
  readonly offset: number;
  /** From 0. */
  readonly line: number;
}

export interface ByteLine extends LinePlace {
  /** Without its line end; another line's as soon as the callback has returned. */
  readonly bytes: Buffer;
}

const chunkSize = 4 * 1024 * 1024;
/** A line that is longer is passed over: no paper has as much to say. */
const longestLine = 32 * 1024 * 1024;

/**
 * Reads a file line by line (a line ends at `\n`), in memory that depends on its longest line alone.
 * @param from where to begin
 * @param take whether to go on behind the line
 * @returns where it stopped, and whether that is the end of the file
 */
export function readLines(
  file: number,
  from: LinePlace,
  take: (line: ByteLine) => boolean,
): LinePlace & { readonly isEnd: boolean } {
  let buffer: Buffer = Buffer.allocUnsafe(chunkSize);
  let { offset, line } = from;
  let filled = 0;
  /** The rest of a line that is too long. */
  let passing = false;
  for (;;) {
    const read = readSync(file, buffer, filled, buffer.length - filled, offset + filled);
    filled += read;
    let start = 0;
    for (let end = lineEnd(buffer, start, filled); end >= 0; end = lineEnd(buffer, start, filled)) {
      if (offset + start === 0 && hasMark(buffer)) start = markLength;
      const place = { offset: offset + start, line };
      const bytes = buffer.subarray(start, end);
      start = end + 1;
      line++;
      const goesOn = passing || take({ ...place, bytes });
      passing = false;
      if (!goesOn) return { offset: offset + start, line, isEnd: false };
    }
    if (read === 0) {
      const bytes = buffer.subarray(start, filled);
      if (bytes.length > 0 && !passing) take({ offset: offset + start, line, bytes });
      return { offset: offset + filled, line, isEnd: true };
    }
    buffer.copyWithin(0, start, filled);
    offset += start;
    filled -= start;
    if (filled < buffer.length) continue;
    if (buffer.length < longestLine) {
      buffer = Buffer.concat([buffer], buffer.length * 2);
    } else {
      passing = true;
      offset += filled;
      filled = 0;
    }
  }
}

const markLength = 3;

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function lineEnd(buffer: Buffer, from: number, to: number): number {
  const end = buffer.indexOf(10, from);
  return end < to ? end : -1;
}
