import * as vscode from 'vscode';
import type { IndexedDocument } from '../core/digest.js';
import type { Span } from '../core/trends/calendar.js';
import { countPapers } from '../core/trends/countPapers.js';
import { digestsByDay } from '../core/trends/datedDigests.js';
import type { RisingTerms, TrendChoice, TrendFigures } from '../core/trends/figures.js';
import { termWindows } from '../core/trends/termWindows.js';
import { nextMonth } from './idAt.js';
import type { LibraryService } from './libraryService.js';
import type { MarksService } from './marksService.js';
import { inSlices } from './timeSlices.js';
import { transferable, type Answerer } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

const mostTerms = 20;

/** Digests that are read and tallied at a time. */
const atOnce = 2;

/** A digest that changes again and again while it is read is left out in the end. */
const mostRounds = 3;

/** What the digests of the library tell in numbers: counted here in slices, terms in the worker. */
export class TrendsService {
  readonly #library: LibraryService;
  readonly #marks: MarksService;
  readonly #files: WorkspaceFiles;
  readonly #worker: Answerer;
  /** Digests that the worker was not done with in time, by their content then. */
  readonly #aside = new Map<string, string>();

  constructor(
    library: LibraryService,
    marks: MarksService,
    files: WorkspaceFiles,
    worker: Answerer,
  ) {
    this.#library = library;
    this.#marks = marks;
    this.#files = files;
    this.#worker = worker;
  }

  /** undefined when no digest names its day, or when it is not wanted any more. */
  async figures(choice: TrendChoice, isWanted: () => boolean): Promise<TrendFigures | undefined> {
    const count = countPapers(this.#library.library, (key) => this.#marks.of(key), choice);
    return inSlices(count, isWanted);
  }

  /**
   * Reads the digests of both times that are not tallied yet.
   * @returns undefined when there is nothing to compare with, or when it is not wanted any more
   */
  async risingTerms(
    { span, choice }: Pick<TrendFigures, 'span' | 'choice'>,
    isWanted: () => boolean,
  ): Promise<RisingTerms | undefined> {
    const windows = termWindows(span, digestsByDay(this.#library.library).dated.keys());
    if (!windows) return undefined;
    const leftOut = new Set<string>();
    for (let round = 1; isWanted(); round++) {
      const states = (time: Span) =>
        this.#documentsOf(time).flatMap(({ uri, fingerprint }) =>
          fingerprint === undefined || leftOut.has(uri) ? [] : [{ uri, fingerprint }],
        );
      const answer = await this.#worker.call('risingTerms', {
        recent: states(windows.recent),
        earlier: states(windows.earlier),
        ...(choice.category !== undefined && { category: choice.category }),
        limit: mostTerms,
      });
      if ('terms' in answer) return { ...windows, terms: answer.terms };
      const open = [...answer.missing];
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let uri = open.shift(); uri !== undefined && isWanted(); uri = open.shift()) {
            const isTallied = await this.#tally(uri);
            if (!isTallied && round >= mostRounds) leftOut.add(uri);
          }
        }),
      );
    }
    return undefined;
  }

  #documentsOf({ from, to }: Span): IndexedDocument[] {
    const documents = [...this.#library.library.documents()];
    return documents.filter(({ digest }) => {
      const { value = '', precision } = digest?.date ?? {};
      return precision === 'day' && value >= from && value <= to;
    });
  }

  /** Whether it is in the tally now, in the state that the library knows. */
  async #tally(uri: string): Promise<boolean> {
    const { digest, fingerprint } = this.#library.library.document(uri) ?? {};
    if (!digest || fingerprint === undefined) return false;
    if (this.#aside.get(uri) === fingerprint) return false;
    const read = await this.#files.read(vscode.Uri.parse(uri));
    if (read.kind !== 'content') return false;
    const { content } = read;
    const request = { uri, digest, fingerprint, content, latest: nextMonth() };
    try {
      const isSame = await this.#worker.call('tallyTerms', request, transferable(content));
      if (!isSame) this.#library.reread(uri);
      return isSame;
    } catch (error) {
      if (!(error instanceof WorkerDied) || error.blame !== 'overdue') throw error;
      this.#aside.set(uri, fingerprint);
      return false;
    }
  }
}
