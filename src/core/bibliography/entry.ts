import type { Lines } from '../lines.js';
import type { TextRange } from '../text.js';
import type { IdFault } from './idFault.js';

/**
 * Where an entry tells its arXiv id: in a field made for it (`eprint`, Hayagriva's `arxiv`), as the
 * DOI that arXiv gives, in its address, or in words (`journal = {arXiv preprint arXiv:…}`).
 */
export type IdSource = 'eprint' | 'doi' | 'url' | 'text';

/** Another key of an entry, as biblatex's `ids` lists them. */
export interface KeyAlias {
  readonly key: string;
  readonly range: TextRange;
}

/** An entry from which another one takes what it does not say itself. */
export interface EntryParent {
  readonly key: string;
  /** All of an `xdata` is the work's own; `crossref` names the collection that the work is part of. */
  readonly by: 'xdata' | 'crossref';
}

/** Facts whose whole value is a `@string` that the file does not define; by the name in lower case. */
export interface OpenMacros {
  readonly journal?: string;
  readonly booktitle?: string;
}

/** A work in a bibliography, as far as Preprint has to know it. Plain data. */
export interface BibliographyEntry {
  /** What notes cite it by; empty where the format has none (RIS without `ID`). */
  readonly key: string;
  /** As the format names it, in lower case: `article`, `article-journal`. */
  readonly type: string;
  /** As titles of the library are: Unicode, formulas as TeX in dollars, any other dollar as `\$`. */
  readonly title?: string;
  /** `First Last` in Unicode, without the braces of corporate names; without "and others". */
  readonly authors: readonly string[];
  readonly year?: number;
  /** Canonical and without version. */
  readonly arxivId?: string;
  /** Present with `arxivId`. */
  readonly idSource?: IdSource;
  /** The id stands in a sentence, which may speak of another paper. */
  readonly idInProse?: true;
  /** A field that is made for an arXiv id holds none. */
  readonly idFault?: IdFault;
  /** Without resolver. */
  readonly doi?: string;
  readonly url?: string;
  readonly journal?: string;
  /** Of the collection or the proceedings that the work is part of. */
  readonly booktitle?: string;
  /** Further keys that notes may cite it by. */
  readonly aliases?: readonly KeyAlias[];
  /** In the order in which they are asked. */
  readonly parents?: readonly EntryParent[];
  /** Keys of entries that it names and takes nothing from (`xref`, `related`, `entryset`). */
  readonly relatives?: readonly string[];
  /** To be looked up in the other bibliographies of a document. */
  readonly openMacros?: OpenMacros;
  /** The whole reference as it is typeset, written as titles are: of entries that have no fields. */
  readonly text?: string;
  /** The key as written; empty at the entry's start where there is none. */
  readonly keyRange: TextRange;
  readonly range: TextRange;
}

/**
 * What is wrong with a bibliography:
 * - duplicateKey [key, line of the first from 1]: the later entry is never cited;
 * - entryWithoutKey [type]: left out of `entries`, as nothing can cite it;
 * - unclosedEntry, brokenEntry [key]: read as far as it goes; the rest of the file is not harmed;
 * - notABibliography []: the text is of another shape altogether;
 * - mergeConflict []: git has left both versions of a place for a person to choose.
 */
export type BibliographyProblemKind =
  | 'duplicateKey'
  | 'entryWithoutKey'
  | 'unclosedEntry'
  | 'brokenEntry'
  | 'notABibliography'
  | 'mergeConflict'
  | 'moreProblems'
  | 'invalidUtf8'
  | 'notUtf8'
  | 'binary'
  /** Whoever reads it is never done with it. */
  | 'leftOut';

export interface BibliographyProblem {
  readonly kind: BibliographyProblemKind;
  /** From 0. */
  readonly line: number;
  readonly args: readonly (string | number)[];
}

export interface Bibliography {
  /** A name in the registry of formats. */
  readonly format: string;
  /** In the order of the file; of entries with one key all are here. */
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
  /** What `@string` defines, TeX as written, by the name in lower case. */
  readonly macros?: ReadonlyMap<string, string>;
}

/** What to call a work by in a list: its title, else the whole reference. */
export function nameOfWork({
  title,
  text,
}: Pick<BibliographyEntry, 'title' | 'text'>): string | undefined {
  return title ?? text;
}

/** What a format reads; the registry adds what is alike for all. */
export type ReadBibliography = Pick<Bibliography, 'entries' | 'problems' | 'macros'>;

/** Whether an entry stands for a work; an `@xdata` only holds what several works have in common. */
export function isWork({ type }: Pick<BibliographyEntry, 'type'>): boolean {
  return type !== 'xdata';
}

/** All keys that notes may cite an entry by, its own first. */
export function keysOf({ key, aliases = [] }: BibliographyEntry): string[] {
  return [key, ...aliases.map((alias) => alias.key)];
}

/** Where one of its keys stands in an entry; its own key for any other. */
export function rangeOfKey({ keyRange, aliases = [], ...entry }: BibliographyEntry, key: string) {
  if (key === entry.key) return keyRange;
  return aliases.find((alias) => alias.key === key)?.range ?? keyRange;
}

/** The range between two offsets. */
export function rangeBetween(lines: Lines, start: number, end: number): TextRange {
  const startLine = lines.lineAt(start);
  const endLine = lines.lineAt(end);
  return {
    startLine,
    startCharacter: start - lines.start(startLine),
    endLine,
    endCharacter: end - lines.start(endLine),
  };
}
