import type { ArxivId, Month } from '../core/arxivId.js';
import type { IndexedDocument } from '../core/digest.js';
import type { Paper, PaperKey } from '../core/paper.js';
import type { ReaderLabels } from '../core/render/readerLabels.js';
import type { TextRange } from '../core/text.js';

/** A file as it lies on disk; the bytes are transferred, not copied. Open documents send their text. */
export type Content = Uint8Array | string;

export interface IndexRequest {
  readonly uri: string;
  /** Below the workspace folder, parted by `/`. */
  readonly path: string;
  readonly content: Content;
  /** Ids of later months are refused. */
  readonly latest: Month;
}

/** Where the texts of one occurrence of a paper are to be read. */
export interface EntrySource {
  readonly uri: string;
  readonly format: string;
  readonly labels: readonly string[];
  /** The key of the entry that is expected there: anything else means that the file has changed. */
  readonly key: PaperKey;
  /** Lines of the entry in `content`, the last one inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly content: Content;
}

export interface PaperRequest {
  readonly paper: Paper;
  /** Newest first. */
  readonly sources: readonly EntrySource[];
  readonly latest: Month;
}

/** Plain Unicode texts without TeX, for places that show no math. */
export interface PaperText {
  readonly title: string;
  readonly authors: readonly string[];
  readonly summary?: string;
  readonly abstract?: string;
}

/** An identifier that an editor does not take for a link by itself. */
export interface FoundLink extends ArxivId {
  readonly key: PaperKey;
  /** The whole form: `arXiv:2510.06174v2`. */
  readonly range: TextRange;
}

/** Every question that the worker answers. A new one is a row here; the compiler shows the rest. */
export interface WorkerCalls {
  readonly index: { readonly params: IndexRequest; readonly result: IndexedDocument };
  readonly findLinks: {
    readonly params: { readonly text: string; readonly latest: Month };
    readonly result: readonly FoundLink[];
  };
  readonly describePaper: { readonly params: PaperRequest; readonly result: Read<PaperText> };
  readonly renderPaper: {
    readonly params: PaperRequest & { readonly labels: ReaderLabels };
    readonly result: Read<string>;
  };
}

/** What was made of a paper's texts, and the digests that no longer hold them where they should. */
export interface Read<T> {
  readonly value: T;
  /** Nothing is missing that an older digest might tell: no text failed or was left out. */
  readonly complete: boolean;
  readonly stale: readonly string[];
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
