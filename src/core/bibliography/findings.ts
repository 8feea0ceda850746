import type { TextRange } from '../text.js';
import type { BibliographyProblem } from './entry.js';

/** An entry, as far as it is named to people. */
export interface NamedEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly range: TextRange;
  /** Its other keys. */
  readonly aliases?: readonly string[];
}

/** Something in a bibliography that a person may want to put right. Plain data. */
export type Finding =
  /** The key is that of an earlier entry: this one is never cited. */
  | {
      readonly check: 'duplicateKey';
      readonly entry: NamedEntry;
      readonly first: NamedEntry;
      /** The key is a further one of its entry (`ids`), and is all that is given of it. */
      readonly isAlias?: true;
    }
  /** Other entries are for the same paper. */
  | {
      readonly check: 'samePaper';
      readonly entry: NamedEntry;
      readonly others: readonly NamedEntry[];
      /** The ids are the same, or the DOIs and the titles; else title and first author are. */
      readonly certain: boolean;
    }
  /** An entry of a preprint that tells its arXiv id in words or in its address alone. */
  | { readonly check: 'missingEprint'; readonly entry: NamedEntry; readonly id: string }
  | {
      readonly check: 'malformedId';
      readonly entry: NamedEntry;
      /** As it stands in the entry. */
      readonly written: string;
      /** What was probably meant. */
      readonly mended?: string;
    }
  /** No document cites the entry, and no other entry names it. */
  | { readonly check: 'unusedEntry'; readonly entry: NamedEntry }
  /** Something could not be read. */
  | { readonly check: 'brokenEntry'; readonly problem: BibliographyProblem };
