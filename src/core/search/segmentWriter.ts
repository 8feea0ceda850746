import { ByteWriter } from './byteWriter.js';
import { blockSize, type Segment } from './segment.js';
import { longestTermBytes } from './termBytes.js';

/** Writes a segment: of each term in the order of their bytes, its postings and then the term. */
export class SegmentWriter {
  readonly #dictionary = new ByteWriter();
  readonly #postings = new ByteWriter();
  readonly #blockStarts: number[] = [];
  readonly #blockPostings: number[] = [];
  #termCount = 0;
  readonly #previousTerm = new Uint8Array(longestTermBytes);
  #previousLength = 0;
  /** Of the term whose postings are being written. */
  #frequency = 0;
  #postingStart = 0;
  #previousEntry = 0;

  /** Entries come in ascending order. */
  posting(entry: number, occurrence: number): void {
    this.#postings.varint(entry - this.#previousEntry);
    this.#postings.byte(occurrence);
    this.#previousEntry = entry;
    this.#frequency++;
  }

  /** Ends the postings written since the last term; a term without any is left out. */
  term(bytes: Uint8Array, from: number, length: number): void {
    if (this.#frequency === 0) return;
    if (this.#termCount % blockSize === 0) this.#openBlock();
    let shared = 0;
    while (
      shared < length &&
      shared < this.#previousLength &&
      this.#previousTerm[shared] === bytes[from + shared]
    ) {
      shared++;
    }
    this.#dictionary.byte(shared);
    this.#dictionary.byte(length - shared);
    for (let at = shared; at < length; at++) {
      const byte = bytes[from + at] ?? 0;
      this.#dictionary.byte(byte);
      this.#previousTerm[at] = byte;
    }
    this.#previousLength = length;
    this.#endTerm();
  }

  finish(lengths: Uint16Array, titleLengths: Uint8Array): Segment {
    return {
      entryCount: lengths.length,
      termCount: this.#termCount,
      dictionary: this.#dictionary.finish(),
      blockStarts: Uint32Array.from(this.#blockStarts),
      blockPostings: Uint32Array.from(this.#blockPostings),
      postings: this.#postings.finish(),
      lengths,
      titleLengths,
    };
  }

  #openBlock(): void {
    this.#blockStarts.push(this.#dictionary.length);
    this.#blockPostings.push(this.#postingStart);
    this.#previousLength = 0;
  }

  #endTerm(): void {
    const more = this.#postings.length - this.#postingStart - this.#frequency * 2;
    this.#dictionary.varint(this.#frequency * 2 + (more > 0 ? 1 : 0));
    if (more > 0) this.#dictionary.varint(more);
    this.#termCount++;
    this.#frequency = 0;
    this.#previousEntry = 0;
    this.#postingStart = this.#postings.length;
  }
}
