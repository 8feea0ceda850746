import type { Lines } from '../lines.js';
import type { ReadBibliography } from './entry.js';

/**
 * One way in which bibliographies are written. It never throws; what it cannot read becomes a
 * problem with its line, and the rest is kept. Linear in the length of the text.
 */
export interface BibliographyFormat {
  readonly name: string;
  /** Of the files that may be of this format, in lower case. */
  readonly extensions: readonly string[];
  /** Whether a text is of this format, where several share an extension; missing means yes. */
  recognises?(lines: Lines): boolean;
  /**
   * @param isWanted leaves out, by their text, the entries that somebody has no use for, where to read
   * them would cost; a format may take no notice of it
   */
  read(lines: Lines, isWanted?: (text: string) => boolean): ReadBibliography;
}
