import type { ArxivId, Month } from '../core/arxivId.js';
import type { Digest, IndexedDocument } from '../core/digest.js';
import type { Candidate, ForYouHit } from '../core/forYou/forYou.js';
import type { RecipeProblem } from '../core/formats/own/readRecipes.js';
import type { RecipeTrial } from '../core/formats/own/tryRecipe.js';
import type { MarkedPaper } from '../core/forYou/tastes.js';
import type { NoteLabels } from '../core/notes/defaultTemplate.js';
import type { NoteIdentity } from '../core/notes/noteIdentity.js';
import type { NoteName } from '../core/notes/noteName.js';
import type { NoteAnswer } from '../core/notes/writeNote.js';
import type { Occurrence, Paper, PaperKey } from '../core/paper.js';
import type { MathMacros } from '../core/render/mathMacros.js';
import type { ReaderLabels } from '../core/render/readerLabels.js';
import type { TextPiece } from '../core/render/textPieces.js';
import type { Passage } from '../core/search/passage.js';
import type { SearchResult } from '../core/search/searchResult.js';
import type { SampleText } from '../core/similar/sampleText.js';
import type { Sample, SimilarHit } from '../core/similar/similarPapers.js';
import type { TextRange } from '../core/text.js';
import type { BibliographyCalls } from './bibliographyProtocol.js';
import type { CitationCalls } from './citationProtocol.js';
import type { CslCalls } from './cslProtocol.js';
import type { FormulaCalls } from './formulaProtocol.js';
import type { HealthCalls } from './healthProtocol.js';
import type { TrendCalls } from './trendProtocol.js';

/** A file as it lies on disk; the bytes are transferred, not copied. Open documents send their text. */
export type Content = Uint8Array | EncodedBytes | string;

/** Bytes for which the settings name another encoding than UTF-8, as `files.encoding` names it. */
export interface EncodedBytes {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/** Where the index of a document is kept, and the state of its file that it is the index of. */
export interface CachePlace {
  /** Of the cache's file on the local disk; its folder is made when needed. */
  readonly path: string;
  /** Bytes of the document's file. */
  readonly size: number;
  /** Milliseconds since 1970, as of `checked`. */
  readonly mtime: number;
  /** When the disk was asked for these. */
  readonly checked: number;
  /** What the settings name. */
  readonly encoding?: string;
  /** All three as in `IndexRequest`: an index that was made with others is of no use. */
  readonly latexCommand?: string;
  readonly formats?: string;
  readonly isSource?: true;
  /** Which part of the file, and what of it was wanted. */
  readonly part?: string;
}

export interface IndexRequest {
  readonly uri: string;
  /** Below the workspace folder, parted by `/`. */
  readonly path: string;
  readonly content: Content;
  /** Of an open document. */
  readonly languageId?: string;
  /** A LaTeX command of the user's own that cites. */
  readonly latexCommand?: string;
  /** The setting of own formats in JSON, as far as it concerns the document. */
  readonly formats?: string;
  /** A bibliography that is to be read as a source of papers. */
  readonly isSource?: true;
  /** A cell of a notebook. */
  readonly isCell?: true;
  /** Ids of later months are refused. */
  readonly latest: Month;
  /** Missing for what is not kept: open documents, files that are not on a disk. */
  readonly cache?: CachePlace;
}

export interface Explanation {
  readonly document: IndexedDocument;
  readonly lines: number;
  readonly trials: readonly RecipeTrial[];
  /** Of the setting, as far as it concerns the document. */
  readonly problems: readonly RecipeProblem[];
}

/** A part of a file on the local disk that is too large to be read at once. */
export interface PartRequest {
  /** Of the part. */
  readonly uri: string;
  /** URI of the file, and its path on the disk. */
  readonly of: string;
  readonly file: string;
  /** Where the part begins: in bytes, and in lines from 0. */
  readonly from: { readonly offset: number; readonly line: number };
  /** As `CachePlace` has them. */
  readonly size: number;
  readonly mtime: number;
  /** Papers of others are passed over (`wantedCategories`). */
  readonly categories: readonly string[];
  readonly latest: Month;
  /** The bytes may be others although size and time are not. */
  readonly anew?: true;
  readonly cache?: CachePlace;
}

/** A file that is too large to be handed over: its entries tell which bytes of it are theirs. */
export interface LargeFile {
  /** On the local disk. */
  readonly file: string;
}

/** A digest of which the search index is to be built. */
export interface ShardRequest {
  readonly uri: string;
  readonly digest: Digest;
  /** Of the content that the digest was read from. */
  readonly fingerprint: string;
  readonly content: Content | LargeFile;
  readonly latest: Month;
  /** The file of the cache to keep it in. */
  readonly cache?: string;
}

export interface SearchRequest {
  readonly query: string;
  /** The query's last word may go on. */
  readonly typing: boolean;
  /** Hits to give; more when phrases are still to be verified. */
  readonly limit: number;
}

/** Of candidates: phrases are only looked up by their words. */
export interface SearchAnswer extends SearchResult {
  /** The query has phrases, which `lookInto` verifies. */
  readonly phrases: boolean;
}

export interface LookRequest {
  readonly query: string;
  readonly typing: boolean;
  /** Of the passages, in UTF-16 code units; 0 for none. */
  readonly length: number;
  readonly latest: Month;
  /** The places of each paper, best first. One file's content may be the same object in several. */
  readonly papers: readonly (readonly EntrySource[])[];
}

/** What the texts of a paper say to a query. */
export interface Look {
  /** One of its places holds all phrases. */
  readonly fits: boolean;
  readonly passage?: Passage;
}

export interface SearchFigures {
  readonly entries: number;
  readonly segments: number;
  /** In memory. */
  readonly bytes: number;
}

export interface SimilarRequest extends Sample {
  /** Filters as a query has them: `cat:cs.LG date:>2026-02-13`; '' for none. */
  readonly within: string;
  readonly limit: number;
}

export interface ForYouRequest {
  readonly marked: readonly MarkedPaper[];
  /** Of the newest digests, in their order. */
  readonly candidates: readonly Candidate[];
  /** Of these digests. */
  readonly uris: readonly string[];
  readonly limit: number;
}

/** A place of a paper with the file that it lies in. Another key there means that it has changed. */
export interface EntrySource extends Occurrence {
  readonly content: Content | LargeFile;
}

export interface PaperRequest {
  readonly paper: Paper;
  /** Those first whose words count most. */
  readonly sources: readonly EntrySource[];
  readonly latest: Month;
}

/** What a literature note is to be written with, beside what the digests tell of the paper. */
export interface NoteOrder {
  readonly key: string;
  /** Address of the digest's entry, from the note: percent-encoded. */
  readonly digest?: string;
  readonly labels: NoteLabels;
  /** The built-in one when missing. */
  readonly template?: Content;
  /** The text of the note that the paper has. */
  readonly note?: string;
}

/** Texts on one line, without TeX but for that of their formulas. */
export interface PaperText {
  readonly title: readonly TextPiece[];
  readonly authors: readonly string[];
  readonly summary?: readonly TextPiece[];
  readonly abstract?: readonly TextPiece[];
  /** The abstract as the digest has it, in TeX. */
  readonly source?: string;
}

/** An identifier that an editor does not take for a link by itself. */
export interface FoundLink extends ArxivId {
  readonly key: PaperKey;
  /** The whole form: `arXiv:2510.06174v2`. */
  readonly range: TextRange;
}

/** What the worker of the bibliographies is asked. */
export interface LibrarianCalls extends BibliographyCalls, CitationCalls {}

/** Every question that the worker answers. A new one is a row here; the compiler shows the rest. */
export interface WorkerCalls
  extends LibrarianCalls, CslCalls, FormulaCalls, TrendCalls, HealthCalls {
  readonly index: { readonly params: IndexRequest; readonly result: IndexedDocument };
  /** Reads a document as `index` does, keeps nothing, and tells how each own format fared with it. */
  readonly explain: { readonly params: IndexRequest; readonly result: Explanation };
  /** What is wrong with the setting of own formats. */
  readonly checkFormats: {
    readonly params: { readonly formats: string };
    readonly result: readonly RecipeProblem[];
  };
  /** undefined for a file that is no data of papers, one on each line. */
  readonly indexPart: {
    readonly params: PartRequest;
    readonly result: IndexedDocument | undefined;
  };
  readonly findLinks: {
    readonly params: { readonly text: string; readonly latest: Month };
    readonly result: readonly FoundLink[];
  };
  readonly describePaper: {
    readonly params: PaperRequest & { readonly macros: MathMacros };
    readonly result: Read<PaperText>;
  };
  /**
   * undefined when nothing is kept of this state of the file. A file on the local disk is told by its
   * path: when it can be read no more, a problem of the document says so.
   */
  readonly restore: {
    readonly params: { readonly uri: string; readonly cache: CachePlace; readonly file?: string };
    readonly result: IndexedDocument | undefined;
  };
  /** The bytes that `setShard` takes; undefined when the content is not the digest's any more. */
  readonly buildShard: {
    readonly params: ShardRequest;
    readonly result: Uint8Array | undefined;
  };
  readonly setShard: { readonly params: { readonly bytes: Uint8Array }; readonly result: null };
  /** Whether the digest is in the index now. */
  readonly restoreShard: {
    readonly params: { readonly uri: string; readonly fingerprint: string; readonly cache: string };
    readonly result: boolean;
  };
  readonly removeShard: { readonly params: { readonly uri: string }; readonly result: null };
  /** One step (some 50 ms) of making the index smaller; whether there is more to do. */
  readonly compact: { readonly params: null; readonly result: boolean };
  readonly search: { readonly params: SearchRequest; readonly result: SearchAnswer };
  /** All papers that `search` finds, best first. */
  readonly searchKeys: {
    readonly params: { readonly query: string };
    readonly result: Omit<SearchAnswer, 'hits'> & { readonly keys: readonly PaperKey[] };
  };
  readonly lookInto: { readonly params: LookRequest; readonly result: readonly Look[] };
  /** What papers are compared by; undefined for one whose file holds another entry there. */
  readonly sampleTexts: {
    readonly params: { readonly sources: readonly EntrySource[]; readonly latest: Month };
    readonly result: readonly (SampleText | undefined)[];
  };
  readonly similarPapers: {
    readonly params: SimilarRequest;
    readonly result: readonly SimilarHit[];
  };
  readonly rankForYou: { readonly params: ForYouRequest; readonly result: readonly ForYouHit[] };
  readonly searchFigures: { readonly params: null; readonly result: SearchFigures };
  /** Deletes the files of the cache but for those of these names. */
  readonly pruneCache: {
    readonly params: { readonly folder: string; readonly keep: readonly string[] };
    readonly result: null;
  };
  /** Bytes on disk. */
  readonly cacheSize: { readonly params: { readonly folder: string }; readonly result: number };
  /** undefined for a document that is no literature note. */
  readonly identifyNote: {
    readonly params: { readonly content: Content };
    readonly result: NoteIdentity | undefined;
  };
  /** The path of a paper's note below the folder of notes. */
  readonly nameNote: {
    readonly params: { readonly paper: Paper; readonly key: string; readonly template: string };
    readonly result: NoteName;
  };
  readonly writeNote: {
    readonly params: PaperRequest & { readonly order: NoteOrder };
    readonly result: Read<NoteAnswer>;
  };
  /** A paper as a document of its own: Markdown with formulas in dollars. */
  readonly paperMarkdown: { readonly params: PaperRequest; readonly result: Read<string> };
  readonly renderPaper: {
    readonly params: PaperRequest & {
      readonly labels: ReaderLabels;
      readonly macros: MathMacros;
      /** Which of the texts that differ, -1 for all; the first that has each when missing. */
      readonly text?: number;
    };
    readonly result: Read<string>;
  };
}

/** What was made of a paper's texts, and which of them are not where they should be. */
export interface Read<T> {
  readonly value: T;
  /** Nothing is missing that an older digest might tell: no text failed or was left out. */
  readonly complete: boolean;
  readonly unread: readonly UnreadSource[];
}

/** A source whose content is not read as the entry that should stand there. */
export interface UnreadSource {
  /** Its place among the sources of the request. */
  readonly source: number;
  /** Names the content that was looked at: of a file that is read in parts, the entry's alone. */
  readonly seen: string;
}

export type CallName = keyof WorkerCalls;
export type Params<N extends CallName> = WorkerCalls[N]['params'];
export type Result<N extends CallName> = WorkerCalls[N]['result'];

export interface Call<N extends CallName = CallName> {
  readonly number: number;
  readonly name: N;
  readonly params: Params<N>;
}

export type Reply =
  | { readonly number: number; readonly result: Result<CallName> }
  | { readonly number: number; readonly error: string };

/** A line for the log. */
export interface Note {
  readonly note: string;
}
