import * as vscode from 'vscode';
import type { Occurrence, Paper } from '../core/paper.js';
import type { NoteAnswer } from '../core/notes/writeNote.js';
import type { MathMacros } from '../core/render/mathMacros.js';
import type { ReaderLabels } from '../core/render/readerLabels.js';
import type {
  EntrySource,
  FoundLink,
  NoteOrder,
  PaperRequest,
  PaperText,
  Read,
} from '../worker/protocol.js';
import { AsideEntries } from './asideEntries.js';
import { contentOf } from './digestContents.js';
import { nextMonth } from './idAt.js';
import { mathMacros } from './settings.js';
import type { UnreadEntries } from './unreadEntries.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** Older digests that may fill what the newest lacks. */
const mostSources = 3;

/** Whose words are wanted where several digests tell of a paper. */
export interface TextWish {
  /** The digest that is being read; the newest when missing. */
  readonly from?: Occurrence | undefined;
  /** @see WorkerCalls.renderPaper */
  readonly text?: number | undefined;
}

interface Reading {
  readonly first: number;
  /** Of the paper, those first whose words count most. */
  readonly places: readonly Occurrence[];
}

/** With the places of the entries that were not read. */
type Answer<T> = Omit<Read<T>, 'unread'> & {
  readonly unread: readonly { readonly place: Occurrence; readonly seen: string }[];
};

type Ask<T> = (request: PaperRequest, transfer: readonly ArrayBuffer[]) => Promise<Read<T>>;

/**
 * The longer texts of papers, which stay on disk until somebody wants them: read from the newest
 * digest, and from older ones only when a text is missing there or its generator failed.
 */
export class PaperTexts {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #unread: Pick<UnreadEntries, 'note'>;
  readonly #aside = new AsideEntries();

  /** @param unread told of entries that are not where the library says they are */
  constructor(files: WorkspaceFiles, worker: WorkerClient, unread: Pick<UnreadEntries, 'note'>) {
    this.#files = files;
    this.#worker = worker;
    this.#unread = unread;
  }

  describe(paper: Paper): Promise<PaperText> {
    const macros = macrosFor(paper);
    return this.#read(paper, (request, transfer) =>
      this.#worker.call('describePaper', { ...request, macros }, transfer),
    );
  }

  /** The reader's safe HTML, with a choice among the texts when its digests say different things. */
  render(paper: Paper, labels: ReaderLabels, { from, text }: TextWish = {}): Promise<string> {
    const macros = macrosFor(paper);
    const wish = text === undefined ? {} : { text };
    const ask: Ask<string> = (request, transfer) =>
      this.#worker.call('renderPaper', { ...request, labels, macros, ...wish }, transfer);
    return this.#read(paper, ask, { first: mostSources, places: placesFrom(paper, from) });
  }

  /** A document of its own about the paper. */
  markdown(paper: Paper): Promise<string> {
    return this.#read(paper, (request, transfer) =>
      this.#worker.call('paperMarkdown', request, transfer),
    );
  }

  /** A literature note, or what is to change in the one that there is. */
  writeNote(paper: Paper, order: NoteOrder): Promise<NoteAnswer> {
    return this.#read(paper, (request, transfer) =>
      this.#worker.call('writeNote', { ...request, order }, transfer),
    );
  }

  /** Identifiers in a text that editors do not take for links by themselves. */
  findLinks(text: string): Promise<readonly FoundLink[]> {
    return this.#worker.call('findLinks', { text, latest: nextMonth() });
  }

  /** @param first places that are read at once; more when they say too little */
  async #read<T>(
    paper: Paper,
    ask: Ask<T>,
    { first = 1, places = paper.occurrences }: Partial<Reading> = {},
  ): Promise<T> {
    const read = await this.#ask(paper, places.slice(0, first), ask);
    const more = !read.complete && places.length > first && first < mostSources;
    const { value, unread } = more
      ? await this.#ask(paper, places.slice(0, mostSources), ask)
      : read;
    for (const { place, seen } of unread) this.#unread.note(place, seen);
    return value;
  }

  async #ask<T>(paper: Paper, places: readonly Occurrence[], ask: Ask<T>): Promise<Answer<T>> {
    const reading = this.#aside.without(places).map((place) => this.#source(place));
    const sources = (await Promise.all(reading)).filter((source) => source !== undefined);
    const request: PaperRequest = { paper, sources, latest: nextMonth() };
    const transfer = sources.flatMap(({ content }) => transferable(content));
    try {
      const { unread, ...read } = await ask(request, transfer);
      const found = unread.flatMap(({ source, seen }) => {
        const place = sources[source];
        return place ? [{ place, seen }] : [];
      });
      return { ...read, unread: found };
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      this.#aside.note(error, sources);
      // What the library knows, without the digests' texts, is better than nothing.
      return { ...(await ask({ ...request, sources: [] }, [])), unread: [] };
    }
  }

  async #source(place: Occurrence): Promise<EntrySource | undefined> {
    const content = await contentOf(this.#files, vscode.Uri.parse(place.uri));
    return content === undefined ? undefined : { ...place, content };
  }
}

/** Those of the folder that the newest digest lies in. */
function macrosFor({ occurrences: [newest] }: Paper): MathMacros {
  return mathMacros(newest && vscode.Uri.parse(newest.uri));
}

function placesFrom({ occurrences }: Paper, first: Occurrence | undefined): readonly Occurrence[] {
  return first ? [first, ...occurrences.filter((place) => place !== first)] : occurrences;
}
