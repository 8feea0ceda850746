import type { BibliographyEntry, BibliographyProblem } from '../core/bibliography/entry.js';
import type { Declarations } from '../core/bibliography/declared.js';
import type { Finding } from '../core/bibliography/findings.js';
import type { Holding } from '../core/bibliography/holding.js';
import type { MatchRule } from '../core/bibliography/match.js';
import type { SamePaper } from '../core/bibliography/samePapers.js';
import type { CitationUse } from '../core/digest.js';
import type { KeyRewrite } from '../core/citation/scan/rewriteKeys.js';
import type { PaperFacts } from '../core/paper.js';
import type { Content } from './protocol.js';

/** A text with what tells its language. */
export interface NoteText {
  /** '' when only the path tells. */
  readonly languageId: string;
  readonly path: string;
  readonly content: Content;
  /** A LaTeX command of the user's own that cites. */
  readonly latexCommand?: string;
}

/** What is told of a bibliography whose entries stay in the worker. */
export interface BibliographySummary {
  /** A name in the registry of formats. */
  readonly format: string;
  readonly count: number;
  readonly holding: Holding;
  readonly problems: readonly BibliographyProblem[];
}

/** An entry and the bibliography that holds it. */
export interface EntryPlace {
  readonly uri: string;
  readonly entry: BibliographyEntry;
}

/** An entry that is a paper's. */
export interface EntryMatch extends EntryPlace {
  readonly rule: MatchRule;
  /** Without this, a person has to say so. */
  readonly certain: boolean;
}

/** What a document says of the files that it belongs to. */
export interface DocumentDeclarations extends Declarations {
  /** The CSL style that it names, as written. */
  readonly style?: string;
}

/** What the worker is asked of bibliographies. Those of unknown URIs are empty. */
export interface BibliographyCalls {
  /**
   * How a file is written: in Unicode, or in an encoding that `files.encoding` knows by this name;
   * undefined for what is in none.
   */
  readonly encodingOf: {
    readonly params: { readonly content: Content };
    readonly result: string | undefined;
  };
  readonly setBibliography: {
    readonly params: { readonly uri: string; readonly path: string; readonly content: Content };
    readonly result: BibliographySummary;
  };
  readonly removeBibliography: { readonly params: { readonly uri: string }; readonly result: null };
  readonly readDeclarations: { readonly params: NoteText; readonly result: DocumentDeclarations };
  /** The entries of a key, by bibliography and place: the first is what a citation means. */
  readonly findEntries: {
    readonly params: { readonly uris: readonly string[]; readonly key: string };
    readonly result: readonly EntryPlace[];
  };
  /** Of these keys, those that no bibliography has. */
  readonly unknownKeys: {
    readonly params: { readonly uris: readonly string[]; readonly keys: readonly string[] };
    readonly result: readonly string[];
  };
  /** Where a document certainly cites by a key that is neither in a bibliography nor in itself. */
  readonly unknownUses: {
    readonly params: NoteText & { readonly uris: readonly string[] };
    readonly result: readonly CitationUse[];
  };
  /** What is to be put right in a bibliography. */
  readonly checkBibliography: {
    readonly params: { readonly uri: string };
    readonly result: readonly Finding[];
  };
  /** Keys that are much like one that no bibliography has, the likest first. */
  readonly similarKeys: {
    readonly params: {
      readonly uris: readonly string[];
      readonly key: string;
      readonly limit: number;
    };
    readonly result: readonly string[];
  };
  /** The entry that a place of a bibliography lies in. */
  readonly entryAt: {
    readonly params: { readonly uri: string; readonly line: number; readonly character: number };
    readonly result: BibliographyEntry | undefined;
  };
  /** All entries of a bibliography; undefined when there are more than the limit. */
  readonly listEntries: {
    readonly params: { readonly uri: string; readonly limit: number };
    readonly result: readonly BibliographyEntry[] | undefined;
  };
  /** For each paper the entry that it has, a certain one rather than a likely one. */
  readonly matchPapers: {
    readonly params: { readonly uris: readonly string[]; readonly papers: readonly PaperFacts[] };
    readonly result: readonly (EntryMatch | undefined)[];
  };
  /** What may be meant by a key as far as it is typed, best first. */
  readonly completeEntries: {
    readonly params: {
      readonly uris: readonly string[];
      readonly query: string;
      readonly limit: number;
    };
    readonly result: { readonly places: readonly EntryPlace[]; readonly total: number };
  };
  /** The keys that begin like one of these, all in lower case: a new key must be none of them. */
  readonly takenKeys: {
    readonly params: { readonly uris: readonly string[]; readonly prefixes: readonly string[] };
    readonly result: readonly string[];
  };
  /** Papers that have several keys. */
  readonly samePapers: {
    readonly params: { readonly uris: readonly string[] };
    readonly result: readonly SamePaper<EntryPlace>[];
  };
  readonly findUses: { readonly params: NoteText; readonly result: readonly CitationUse[] };
  /** What to write where a document cites by keys that become another one. */
  readonly rewriteKeys: {
    readonly params: NoteText & { readonly keys: readonly string[]; readonly newKey: string };
    readonly result: readonly KeyRewrite[];
  };
  /** What to write where entries of a .bib text name others by such keys. */
  readonly rewriteReferences: {
    readonly params: {
      readonly content: Content;
      readonly keys: readonly string[];
      readonly newKey: string;
    };
    readonly result: readonly KeyRewrite[];
  };
}
