import type { Jobs } from './jobs.js';

/** A text that is meant to take long to read, in any length. */
export interface Bomb {
  readonly name: string;
  /** Of its file. */
  readonly path: string;
  readonly jobs: Jobs;
  /** About so many UTF-16 code units. */
  readonly text: (length: number) => string;
  /**
   * Where a library costs more than a second a megabyte for what is nothing but signs: what one step
   * may take, in milliseconds. It is linear all the same.
   */
  readonly msPerMb?: number;
}

export function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length));
}

/** @param size of one piece, about */
export function pieces(size: number, length: number, piece: (number: number) => string): string {
  return Array.from({ length: Math.ceil(length / size) }, (_, at) => piece(at)).join('');
}
