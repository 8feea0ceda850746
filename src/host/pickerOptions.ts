import type * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import type { FeatureContext } from './featureContext.js';
import type { EntryPlace } from '../worker/bibliographyProtocol.js';
import type { LibraryService } from './libraryService.js';
import type { SearchHistory } from './searchHistory.js';
import type { SearchService } from './searchService.js';

/** Long lists are of no use in a picker, and cost the window its fluency. */
export const mostPapers = 100;

/** What a picker looks into. */
export interface PickerSources {
  readonly library: Pick<LibraryService, 'library' | 'state' | 'start' | 'onDidChangeState'>;
  readonly search: Pick<SearchService, 'find' | 'passages' | 'missing' | 'onDidChange'>;
  readonly log: Pick<FeatureContext['log'], 'error'>;
}

/** What somebody has chosen: a paper of the digests, or a work that a bibliography alone has. */
export type Picked = Paper | EntryPlace;

export function isEntry(picked: Picked): picked is EntryPlace {
  return 'entry' in picked;
}

/** Those of the digests, in their order. */
export function papersAmong(picked: readonly Picked[]): readonly Paper[] {
  return picked.flatMap((one) => (isEntry(one) ? [] : [one]));
}

/** What bibliographies have for a query. */
export interface FoundEntries {
  /** The entries of the papers that digests have for it, in their order; some may only be likely. */
  readonly ofPapers: readonly (EntryPlace | undefined)[];
  /** Entries of other works, best first. */
  readonly others: readonly EntryPlace[];
}

/** The bibliographies whose works are offered beside the papers of the digests. */
export interface EntrySource {
  /** @param papers what digests have for the query */
  find(query: string, papers: readonly Paper[]): Promise<FoundEntries>;
}

/** A button of each paper's row. */
export interface PaperButton extends vscode.QuickInputButton {
  /** @param stays the picker is to keep the keyboard */
  run(paper: Paper, stays: boolean): unknown;
}

/** Done with everything that was found: a button of the picker, and the last row. */
export interface QueryButton extends vscode.QuickInputButton {
  readonly iconPath: vscode.ThemeIcon;
  readonly tooltip: string;
  run(query: string): unknown;
}

export interface PickerOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Papers are ticked, and taken together. */
  readonly many?: boolean;
  /** What is in the box at first. */
  readonly query?: string;
  /** Each of the first papers shows where it has the words. */
  readonly passages?: boolean;
  /** Works that are in a bibliography are offered too, and papers say which entry they have. */
  readonly entries?: EntrySource;
  readonly paperButtons?: readonly PaperButton[];
  readonly queryButton?: QueryButton;
  /** Earlier queries are offered while the box is empty. */
  readonly history?: SearchHistory;
  /** May be kept open by a button, to go through what was found. */
  readonly mayStay?: boolean;
  /** @param stays the picker is to keep the keyboard */
  accept(picked: readonly Picked[], stays: boolean): unknown;
  /** It has gone, with or without a choice. */
  closed?(): unknown;
}
