import type { Declarations } from './bibliography/declared.js';
import type { PaperFacts, PaperKey } from './paper.js';
import type { OwnRecipe } from './formats/own/recipe.js';
import type { NoteIdentity } from './notes/noteIdentity.js';
import type { TextRange } from './text.js';

/** A document to be read. */
export interface SourceText {
  /** Path below the workspace folder with `/` between its parts; dates are read from it. */
  readonly path: string;
  /** Decoded, without byte order mark; line ends as they are in the file. */
  readonly text: string;
  /** Of an open document; that of a file on disk is told by its path. */
  readonly languageId?: string;
  /** A LaTeX command of the user's own that cites. */
  readonly latexCommand?: string;
  /** The value of the setting `preprint.formats` in JSON, as far as it concerns the document. */
  readonly formats?: string;
  /** A cell of a notebook: a part of somebody's note, never a digest. */
  readonly isCell?: true;
}

/** The day that a digest reports, or as much of it as can be known. */
export interface DigestDate {
  /** `2026-02-13` for a day, `2026-02` for a month. */
  readonly value: string;
  readonly precision: 'day' | 'month';
  readonly source: 'fileName' | 'folder' | 'heading' | 'content' | 'newestId';
}

/** Why a part of a document could not be read. The host turns it into a sentence (`problemText.ts`). */
export interface Problem {
  readonly kind:
    | 'entryCutOff'
    | 'entryWithoutAuthors'
    | 'duplicateEntry'
    | 'tocMismatch'
    | 'idNotRead'
    | 'dateNotRead'
    | 'moreProblems'
    | 'invalidUtf8'
    | 'notUtf8'
    | 'binary'
    | 'tooLarge'
    | 'unreadable'
    | 'keptAlone'
    | 'readerDied'
    | 'readerOverdue'
    | 'notSearchable';
  /** From 0; 0 when the whole document is meant. */
  readonly line: number;
  /** What the sentence names: an id, a count, a category. */
  readonly args: readonly (string | number)[];
}

/** What one digest says of one paper. Its longer texts (`EntryBody`) are read from disk on demand. */
export interface DigestEntry extends PaperFacts {
  /** The whole entry, from its header to its last line. */
  readonly range: TextRange;
  /** What Go to Definition selects: the id (with its version) where the digest writes one, else the title. */
  readonly nameRange: TextRange;
  /** `2026-02-13`, where a format dates each of its entries: the rows of a table that grows. */
  readonly day?: string;
  /** In a file that is too large to be read at once: where its text is. */
  readonly slice?: FileSlice;
}

/** Bytes of a file. */
export interface FileSlice {
  readonly offset: number;
  readonly length: number;
}

/** What one of several documents holds that are made of a file too large to be read at once. */
export interface FilePart {
  /** URI of the file. */
  readonly of: string;
  /** Where the next part begins: in bytes, and in lines from 0; missing in the last. */
  readonly next?: { readonly offset: number; readonly line: number };
}

/** A heading of a digest that is no entry's own, and all that stands below it. */
export interface DigestSection {
  /** Without the marks of Markdown; TeX as it is written. */
  readonly title: string;
  /** 1 to 6, as its `#` count. */
  readonly level: number;
  /** A table of contents. */
  readonly isContents?: true;
  /** From the heading to the last line before the next one of its level or above. */
  readonly range: TextRange;
  /** The words of the heading, with their Markdown. */
  readonly nameRange: TextRange;
}

export interface Digest {
  /** A name in the registry of formats, or that of `own`. */
  readonly format: string;
  /** Of a format that a person has described. */
  readonly own?: OwnRecipe;
  readonly date?: DigestDate;
  /** The labels of its AI fields in their order, as written: what `readEntry` looks for. */
  readonly labels: readonly string[];
  /** In the digest's order. */
  readonly entries: readonly DigestEntry[];
  /** In the digest's order; missing when it has none. Found for all formats alike (`outline/sections.ts`). */
  readonly sections?: readonly DigestSection[];
}

/** How a mention is written: `arXiv:ID`, a URL, a DOI, BibTeX's `eprint`, or the bare id. */
export type MentionSyntax = 'prefix' | 'url' | 'doi' | 'eprint' | 'bare';

/** A paper named in a document, other than by a digest's own entry for it. */
export interface Mention {
  readonly key: PaperKey;
  readonly syntax: MentionSyntax;
  /** The id with its version. */
  readonly range: TextRange;
}

/** A key by which a document cites a work of its bibliographies. */
export interface CitationUse {
  readonly key: string;
  /** The key as it stands there. */
  readonly range: TextRange;
  /** Other things are written like this too: only who finds the key in a bibliography knows. */
  readonly uncertain?: true;
}

/** Everything that is kept of one document. Plain data: it crosses the worker's boundary as it is. */
export interface IndexedDocument {
  readonly uri: string;
  /**
   * Names the content that this was made of by its SHA-1 in hex, with the format behind it when that
   * is a person's own. Missing when nothing was read.
   */
  readonly fingerprint?: string;
  readonly digest?: Digest;
  readonly mentions: readonly Mention[];
  /** In the order of the text. Missing when there are none; digests have none. */
  readonly citations?: readonly CitationUse[];
  /** What the document says of what it cites from; missing when it says nothing. */
  readonly declarations?: Declarations;
  /** Whose literature note it may be; missing when its front matter names no paper. */
  readonly note?: NoteIdentity;
  readonly problems: readonly Problem[];
  /** Of a part of a file, whose URI is not the file's. */
  readonly part?: FilePart;
}
