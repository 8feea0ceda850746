import type { TextInsertion } from '../core/bibliography/insertEntry.js';
import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { ExportOptions } from '../core/citation/export/exportFormat.js';
import type { Exported } from '../core/citation/export/registry.js';
import type { KeyTemplateProblem } from '../core/citation/keyTemplate.js';
import type { ReferenceOptions, ReferenceStyleName } from '../core/citation/reference.js';
import type { Cite } from '../core/citation/syntaxes.js';
import type { Content } from './protocol.js';

/** How keys are to look: names of settings, those that do not exist are the default. */
export interface KeyWish {
  /** A style of keys, or `template`. */
  readonly style: string;
  readonly template: string;
  /** `asInStyle`, `unicode`, `unaccented` or `latin`. */
  readonly letters: string;
}

export type NewKeys =
  { readonly keys: readonly string[] } | { readonly problem: KeyTemplateProblem };

/** What the worker writes of papers. Formats are those of the registries. */
export interface CitationCalls {
  /** A new key for each paper: none of the bibliographies has it, nor is it one of `taken`. */
  readonly newKeys: {
    readonly params: {
      readonly uris: readonly string[];
      readonly papers: readonly CitedPaper[];
      readonly wish: KeyWish;
      /** In lower case. */
      readonly taken: readonly string[];
    };
    readonly result: NewKeys;
  };
  /** Where entries are to be written into a bibliography; undefined when they have no place there. */
  readonly placeEntries: {
    readonly params: {
      readonly format: string;
      readonly content: Content;
      readonly cites: readonly Cite[];
      readonly options: ExportOptions;
    };
    readonly result: TextInsertion | undefined;
  };
  /** BibTeX entries in any preset, parted by blank lines. */
  readonly writeEntries: {
    readonly params: { readonly cites: readonly Cite[]; readonly options: ExportOptions };
    readonly result: string;
  };
  readonly exportPapers: {
    readonly params: {
      readonly format: string;
      readonly cites: readonly Cite[];
      readonly options: ExportOptions;
    };
    readonly result: Exported | undefined;
  };
  /** How many formulas of texts are written as text, because they hold what could act. */
  readonly countRefused: {
    readonly params: { readonly texts: readonly string[] };
    readonly result: number;
  };
  readonly formatReferences: {
    readonly params: {
      readonly style: ReferenceStyleName;
      readonly papers: readonly CitedPaper[];
      readonly options: ReferenceOptions;
    };
    readonly result: readonly string[];
  };
}
