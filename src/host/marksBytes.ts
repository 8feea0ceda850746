import type { LineSource } from '../core/marks/lineSource.js';
import { StateReader, stateLines, type MarksState } from '../core/marks/stateFile.js';

/** Bytes that are read or written at a time. */
const pieceLength = 16 * 1024;
/** Longer lines, in bytes, are no work of people's: they are kept and not read. */
const longestLine = 1024 * 1024;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Reads a file of marks; may stop after each piece, and within lines of any length. */
export function* readMarks(bytes: Uint8Array): Generator<undefined, MarksState> {
  const reader = new StateReader();
  let from = hasByteOrderMark(bytes) ? 3 : 0;
  while (from < bytes.length) {
    const piece = bytes.subarray(from, from + pieceLength);
    const last = piece.lastIndexOf(newline);
    const to = last < 0 ? yield* lineEnd(bytes, from) : from + last;
    addLines(reader, { bytes, from, to });
    from = to + 1;
    yield;
  }
  return yield* reader.end();
}

/** What a file of marks is to hold, in pieces of some length; may stop after each line. */
export function* marksBytes(state: MarksState): Generator<undefined, Uint8Array[]> {
  const pieces = new Pieces();
  for (const lines of stateLines(state)) {
    for (const line of lines) {
      if (typeof line === 'string') pieces.addText(`${line}\n`);
      else pieces.addLine(line);
      yield;
    }
    yield;
  }
  return pieces.end();
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function* lineEnd(bytes: Uint8Array, start: number): Generator<undefined, number> {
  for (let from = start; from < bytes.length; from += pieceLength) {
    const end = bytes.subarray(from, from + pieceLength).indexOf(newline);
    if (end >= 0) return from + end;
    yield;
  }
  return bytes.length;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for what is not UTF-8. */
function decoded({ bytes, from, to }: LineSource): string | undefined {
  try {
    return decoder.decode(bytes.subarray(from, to));
  } catch {
    return undefined;
  }
}

function addLines(reader: StateReader, lines: LineSource): void {
  const { bytes, from, to } = lines;
  if (to - from > longestLine) {
    reader.line(undefined, withoutReturn(lines));
    return;
  }
  const text = decoded(lines);
  // In ASCII, the places of letters are those of bytes, and one call decodes many lines.
  const isAscii = text?.length === to - from;
  for (let start = from; start <= to;) {
    const found = isAscii
      ? text.indexOf('\n', start - from) + from
      : bytes.subarray(start, to).indexOf(newline) + start;
    const end = found < start ? to : found;
    const line = withoutReturn({ bytes, from: start, to: end });
    reader.line(isAscii ? text.slice(start - from, line.to - from) : decoded(line), line);
    start = end + 1;
  }
}

function withoutReturn({ bytes, from, to }: LineSource): LineSource {
  return { bytes, from, to: to > from && bytes[to - 1] === carriageReturn ? to - 1 : to };
}

/** Bytes to be written, few of them at a time copied into pieces, many taken as they are. */
class Pieces {
  readonly #encoder = new TextEncoder();
  readonly #full: Uint8Array[] = [];
  #piece = new Uint8Array(pieceLength);
  #length = 0;

  addText(text: string): void {
    this.#add(this.#encoder.encode(text));
  }

  addLine({ bytes, from, to }: LineSource): void {
    this.#add(bytes.subarray(from, to));
    this.#add(lineBreak);
  }

  end(): Uint8Array[] {
    this.#close();
    return this.#full;
  }

  #add(bytes: Uint8Array): void {
    if (this.#length + bytes.length > pieceLength) this.#close();
    if (bytes.length > pieceLength) {
      this.#full.push(bytes);
      return;
    }
    this.#piece.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #close(): void {
    if (this.#length === 0) return;
    this.#full.push(this.#piece.subarray(0, this.#length));
    this.#piece = new Uint8Array(pieceLength);
    this.#length = 0;
  }
}

const lineBreak = Uint8Array.of(newline);
