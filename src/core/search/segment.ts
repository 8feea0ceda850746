/**
 * The index of the entries of one digest, or of several after a merge: immutable bytes, small enough
 * to be kept for years of digests, sent between threads and written to disk as they are.
 *
 * Terms are sorted by their bytes (`termBytes.ts`), in blocks of `blockSize`. A term in the dictionary
 * is the number of bytes that it shares with the one before (0 for the first of a block), the number
 * of bytes that follow, these bytes, and its number of entries times two as a varint (low seven bits
 * first). That number is odd when the postings of the term take more than two bytes for each entry;
 * then one more varint says how many more. The postings of a term are its entries in ascending order,
 * each as the gap from the one before (a varint; the first from 0) and a byte that says in which
 * fields, and how often (`occurrenceByte`).
 */
export interface Segment {
  readonly entryCount: number;
  readonly termCount: number;
  readonly dictionary: Uint8Array;
  /** Offset of each block in `dictionary`. */
  readonly blockStarts: Uint32Array;
  /** Offset in `postings` of the first term of each block. */
  readonly blockPostings: Uint32Array;
  readonly postings: Uint8Array;
  /** Terms of an entry, all fields together; capped at 65,535. */
  readonly lengths: Uint16Array;
  /** Terms of its title alone; capped at 255. */
  readonly titleLengths: Uint8Array;
}

export const blockSize = 16;

/** Bytes that a segment takes in memory. */
export function segmentSize(segment: Segment): number {
  return (
    segment.dictionary.byteLength +
    segment.blockStarts.byteLength +
    segment.blockPostings.byteLength +
    segment.postings.byteLength +
    segment.lengths.byteLength +
    segment.titleLengths.byteLength
  );
}
