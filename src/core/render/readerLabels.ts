/** What a person can do with the paper in the page; the host runs the command of the same name. */
export type ReaderAction =
  | 'goToDigest'
  | 'openOnArxiv'
  | 'openPdf'
  | 'insertCitation'
  | 'copyBibtex'
  | 'copyLink'
  | 'createLiteratureNote';

const actions: Readonly<Record<ReaderAction, true>> = {
  goToDigest: true,
  openOnArxiv: true,
  openPdf: true,
  insertCitation: true,
  copyBibtex: true,
  copyLink: true,
  createLiteratureNote: true,
};

export function asReaderAction(name: string | undefined): ReaderAction | undefined {
  return name !== undefined && Object.hasOwn(actions, name) ? (name as ReaderAction) : undefined;
}

/** Every visible string of the page, localised by the host. Plain text, never HTML. */
export interface ReaderLabels {
  readonly actions: Readonly<Record<ReaderAction, string>>;
  /** Names the row of buttons for screen readers. */
  readonly toolbar: string;
  readonly authors: string;
  /** The fold over the authors that are not shown at once: "554 more authors" (`hiddenAuthors`). */
  readonly moreAuthors: string;
  /** What pressing the name of an author does. */
  readonly searchAuthor: string;
  /** "Also in cs.CL, stat.ML"; '' when the paper is not cross-listed. */
  readonly crossLists: string;
  /** Names the authors' own comment on their paper. */
  readonly comment: string;
  /** That earlier digests had the paper; '' when none had. */
  readonly seenBefore: string;
  /** Stands once above what a model wrote: short, such as "AI". */
  readonly ai: string;
  /** Names the choice among what several digests say, for screen readers. */
  readonly texts: string;
  /** Shows what all of them say. */
  readonly allTexts: string;
  /** The sentence beside it: "Written by a language model. It may be wrong." */
  readonly aiNote: string;
  /** In place of a field that the generator could not write. */
  readonly failed: string;
  readonly abstract: string;
  /** In place of an abstract that the digest does not hold. */
  readonly noAbstract: string;
  /** The same, where the digest holds the paper but what it says of it could not be read. */
  readonly unread: string;
  readonly occurrencesHeading: string;
  /** One for each of `Paper.occurrences`, in the same order: "2026-02-13 · digests/2026-02-13.md". */
  readonly occurrences: readonly string[];
  readonly notesHeading: string;
  /** Marks the paper's own note among the documents that name it. */
  readonly literatureNote: string;
  /** Documents that tell of the paper and are no digests. */
  readonly notes: readonly { readonly label: string; readonly isLiterature: boolean }[];
}

/** Authors shown before the fold. Lists reach 574 names (digest-formats.md 1.1). */
const shownAuthors = 20;

/** How many authors stand under the fold: 0, or more than one. */
export function hiddenAuthors(count: number): number {
  return count > shownAuthors + 1 ? count - shownAuthors : 0;
}
