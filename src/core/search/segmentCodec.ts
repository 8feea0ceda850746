import { ByteWriter } from './byteWriter.js';
import { blockSize, type Segment } from './segment.js';

/** Grows with every change of `segment.ts`, `fields.ts`, the analyzer or this file. */
export const segmentVersion = 1;

/** `PPSG` as a little-endian number. */
const magic = 0x47535050;

/** Magic, version, checksum of all that follows, then counts and lengths, 4 bytes each. */
const headerLength = 8 * 4;
const checkedFrom = 3 * 4;

/** A segment as bytes, to be kept in a file or a part of one. */
export function encodeSegment(segment: Segment): Uint8Array<ArrayBuffer> {
  const small = new ByteWriter();
  writeGaps(small, segment.blockStarts);
  writeGaps(small, segment.blockPostings);
  for (const length of segment.lengths) small.varint(length);
  small.append(segment.titleLengths);
  const tables = small.finish();
  const { dictionary, postings, entryCount, termCount } = segment;
  const bytes = new Uint8Array(headerLength + tables.length + dictionary.length + postings.length);
  bytes.set(tables, headerLength);
  bytes.set(dictionary, headerLength + tables.length);
  bytes.set(postings, headerLength + tables.length + dictionary.length);
  const header = new DataView(bytes.buffer);
  const fields = [entryCount, termCount, tables.length, dictionary.length, postings.length];
  for (const [index, field] of fields.entries()) {
    header.setUint32(checkedFrom + index * 4, field, true);
  }
  header.setUint32(0, magic, true);
  header.setUint32(4, segmentVersion, true);
  header.setUint32(8, checksum(bytes), true);
  return bytes;
}

/**
 * Reads what `encodeSegment` wrote; the segment does not hold on to the bytes. Any byte that is
 * another, missing or too many is found.
 * @throws Error that says what is wrong, for anything but a segment of this version
 */
export function decodeSegment(bytes: Uint8Array): Segment {
  if (bytes.length < headerLength) throw new Error('The segment is cut off.');
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerLength);
  const field = (index: number): number => header.getUint32(index * 4, true);
  if (field(0) !== magic) throw new Error('This is not a segment.');
  if (field(1) !== segmentVersion) throw new Error(`The segment is of version ${field(1)}.`);
  const [entryCount, termCount] = [field(3), field(4)];
  const dictionaryStart = headerLength + field(5);
  const postingsStart = dictionaryStart + field(6);
  if (postingsStart + field(7) !== bytes.length) {
    throw new Error('The segment is not as long as it says.');
  }
  if (field(2) !== checksum(bytes)) throw new Error('The segment is damaged.');

  const tables = new TableReader(bytes, headerLength, dictionaryStart);
  const blockCount = Math.ceil(termCount / blockSize);
  if (blockCount + entryCount > field(5)) throw new Error('The segment has too few tables.');
  const segment = {
    entryCount,
    termCount,
    blockStarts: tables.gaps(blockCount, field(6)),
    blockPostings: tables.gaps(blockCount, field(7)),
    lengths: tables.lengths(entryCount),
    titleLengths: tables.rest(entryCount),
    dictionary: bytes.slice(dictionaryStart, postingsStart),
    postings: bytes.slice(postingsStart),
  };
  return segment;
}

function writeGaps(writer: ByteWriter, offsets: Uint32Array): void {
  let previous = 0;
  for (const offset of offsets) {
    writer.varint(offset - previous);
    previous = offset;
  }
}

class TableReader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  /** Ascending by how they are written; each must lie inside of what it points into. */
  gaps(count: number, limit: number): Uint32Array {
    const offsets = new Uint32Array(count);
    let offset = 0;
    for (let index = 0; index < count; index++) {
      offset += this.#varint();
      if (offset >= limit) throw new Error('The segment points outside of itself.');
      offsets[index] = offset;
    }
    return offsets;
  }

  lengths(count: number): Uint16Array {
    const lengths = new Uint16Array(count);
    for (let index = 0; index < count; index++) {
      const length = this.#varint();
      if (length > 65535) throw new Error('The segment has an entry that is too long.');
      lengths[index] = length;
    }
    return lengths;
  }

  rest(count: number): Uint8Array {
    if (this.#end - this.#at !== count) throw new Error('The tables of the segment do not fit.');
    return this.#bytes.slice(this.#at, this.#end);
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.#at >= this.#end) throw new Error('The tables of the segment are cut off.');
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if ((byte & 128) === 0) return value;
    }
    throw new Error('The segment holds a number that is too large.');
  }
}

/**
 * FNV-1a over what follows the checksum, four bytes at a time. Every step is one to one, so that one
 * changed byte always shows (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  let at = checkedFrom;
  for (; at + 4 <= bytes.length; at += 4) {
    const word =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
