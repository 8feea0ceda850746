import type { BibtexOptions } from '../bibtex.js';
import type { Cite } from '../syntaxes.js';

/** What settings decide of entries; formats without TeX heed what has a meaning for them. */
export type ExportOptions = BibtexOptions;

/** One way in which papers leave the library. */
export interface ExportFormat {
  readonly name: string;
  /** Of the file, with its dot. */
  readonly extension: string;
  /**
   * All papers in their order as the text of a file, its last line ended. Lines end at `\n` unless
   * the format asks for another; empty for no papers where the format allows it.
   */
  write(cites: readonly Cite[], options: ExportOptions): string;
}
