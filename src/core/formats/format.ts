import type { Digest, Problem } from '../digest.js';
import type { Lines } from '../lines.js';
import type { EntryBody, PaperKey } from '../paper.js';
import type { Month } from '../arxivId.js';

export interface ReadContext {
  /** Below the workspace folder; for the texts of one entry, the file's name alone. */
  readonly path: string;
  /** Ids of later months are refused. */
  readonly latest: Month;
}

export interface ReadDigest {
  /**
   * A date belongs here only when the format itself states one, such as the header of a mail. Else it
   * is found for all formats alike (`digestDate.ts`), after the entries are known.
   */
  readonly digest: Omit<Digest, 'format'>;
  readonly problems: readonly Problem[];
}

export interface ReadEntry {
  readonly key: PaperKey;
  readonly body: EntryBody;
}

/**
 * One way in which generators write digests. A format is recognised by content: names and extensions
 * say nothing, but for notes that name their paper nowhere else than in the file's name. It never
 * throws; what it cannot read becomes a problem with its line, and the rest is kept. Every method is
 * linear in the length of the text.
 */
export interface DigestFormat {
  /** Stays in caches: never rename. */
  readonly name: string;
  recognises(lines: Lines, path: string): boolean;
  read(lines: Lines, context: ReadContext): ReadDigest;
  /**
   * Reads the texts of one entry.
   * @param text exactly what the entry's `range` holds, with lines that end at `\n`
   * @param labels the digest's `labels`
   * @returns undefined when the text is no entry of this format: the file has changed since
   */
  readEntry(text: string, labels: readonly string[], context: ReadContext): ReadEntry | undefined;
}
