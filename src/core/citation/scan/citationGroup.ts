/** One key of a citation. Offsets are UTF-16 code units of the text, the end exclusive. */
export interface CitedKey {
  /** As the bibliography has it: without braces, quotes or escapes of the language. */
  readonly key: string;
  /** Where the key itself stands, inside whatever wraps it. */
  readonly start: number;
  readonly end: number;
}

/** One citation of one or more papers, from its first character to behind its last. */
export interface CitationGroup {
  readonly start: number;
  readonly end: number;
  /** In the order of the text; never empty. */
  readonly keys: readonly CitedKey[];
  /** The citation is part of the sentence; else it stands in parentheses or a note. */
  readonly narrative: boolean;
  /**
   * Nothing but a citation is written like this. False for a bare `@word`, which may be a person in
   * Markdown and a label of the document in Typst: whoever knows the bibliography has to decide.
   */
  readonly certain: boolean;
  /** Missing where no key can be taken out. */
  readonly list?: KeyList;
}

/** How one kind of citation lists its keys. Blanks may stand between all parts. */
export interface KeyList {
  /** What stands before the first item, from the beginning of the citation. */
  readonly open: RegExp;
  readonly separator: ',' | ';' | ' ';
  /** What may stand around a key that nothing else is said with: `@`, `@{}`. */
  readonly alone: readonly string[];
  /** What stands behind the last item. */
  readonly close: RegExp;
}

export interface ScanOptions {
  /** A LaTeX command of one's own, with backslash or without; known ones need none. */
  readonly latexCommand?: string;
}

/**
 * The part of a text that may hold citations. `text` is the document with all that is silent (code,
 * comments, addresses) overwritten by `silent`, so that offsets stay those of the document.
 */
export interface Scanned {
  readonly text: string;
  readonly options: ScanOptions;
}

/** Where a key may be typed, as offsets of the text. */
export interface KeyPlace {
  /** Where the key begins; what stands from here to the cursor was typed for it. */
  readonly start: number;
  /** Behind the key under the cursor. */
  readonly end: number;
  /** What to write there for a key; undefined when this place cannot hold it. */
  write(key: string): string | undefined;
}

/** How the citations of one language are read. */
export interface CitationScanner {
  /** Overwrites what is silent. Keeps the length and the line ends. */
  silence(text: string): string;
  /** All citations of a silenced text, by their starts. */
  find(scanned: Scanned): readonly CitationGroup[];
  /** Whether a key may be typed at an offset of a silenced text. */
  placeAt(scanned: Scanned, offset: number): KeyPlace | undefined;
}
