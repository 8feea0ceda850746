import type { Digest, Problem } from '../digest.js';
import type { Lines } from '../lines.js';
import type { EntryBody, PaperKey } from '../paper.js';
import type { Month } from '../arxivId.js';

export interface ReadContext {
  readonly path: string;
  /** Ids of later months are refused. */
  readonly latest: Month;
}

export interface ReadDigest {
  /** The date is found for all formats alike (`digestDate.ts`), after the entries are known. */
  readonly digest: Omit<Digest, 'date' | 'format'>;
  readonly problems: readonly Problem[];
}

export interface ReadEntry {
  readonly key: PaperKey;
  readonly body: EntryBody;
}

/**
 * One way in which generators write digests. A format looks at the content alone: names and
 * extensions say nothing. It never throws; what it cannot read becomes a problem with its line, and
 * the rest is kept. Every method is linear in the length of the text.
 */
export interface DigestFormat {
  /** Stays in caches: never rename. */
  readonly name: string;
  recognises(lines: Lines): boolean;
  read(lines: Lines, context: ReadContext): ReadDigest;
  /**
   * Reads the texts of one entry.
   * @param text the lines of the entry's `range`
   * @param labels the digest's `labels`
   * @returns undefined when the text is no entry of this format: the file has changed since
   */
  readEntry(text: string, labels: readonly string[], context: ReadContext): ReadEntry | undefined;
}
