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
import { nextMonth } from './idAt.js';
import { mathMacros } from './settings.js';
import { transferable, WorkerDied, type WorkerClient } from './workerClient.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** Older digests that may fill what the newest lacks. */
const mostSources = 3;

type Ask<T> = (request: PaperRequest, transfer: readonly ArrayBuffer[]) => Promise<Read<T>>;

/**
 * The longer texts of papers, which stay on disk until somebody wants them: read from the newest
 * digest, and from older ones only when a text is missing there or its generator failed.
 */
export class PaperTexts {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #onStale: (uri: string) => void;

  /** @param onStale told of digests that no longer hold what the library says they do */
  constructor(files: WorkspaceFiles, worker: WorkerClient, onStale: (uri: string) => void) {
    this.#files = files;
    this.#worker = worker;
    this.#onStale = onStale;
  }

  describe(paper: Paper): Promise<PaperText> {
    const macros = macrosFor(paper);
    return this.#read(paper, (request, transfer) =>
      this.#worker.call('describePaper', { ...request, macros }, transfer),
    );
  }

  /** The reader's safe HTML. */
  render(paper: Paper, labels: ReaderLabels): Promise<string> {
    const macros = macrosFor(paper);
    return this.#read(paper, (request, transfer) =>
      this.#worker.call('renderPaper', { ...request, labels, macros }, transfer),
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

  async #read<T>(paper: Paper, ask: Ask<T>): Promise<T> {
    const newest = await this.#ask(paper, 1, ask);
    const more = !newest.complete && paper.occurrences.length > 1;
    const { value, stale } = more ? await this.#ask(paper, mostSources, ask) : newest;
    for (const uri of stale) this.#onStale(uri);
    return value;
  }

  async #ask<T>(paper: Paper, count: number, ask: Ask<T>): Promise<Read<T>> {
    const reading = paper.occurrences.slice(0, count).map((place) => this.#source(place));
    const sources = (await Promise.all(reading)).filter((source) => source !== undefined);
    const request: PaperRequest = { paper, sources, latest: nextMonth() };
    try {
      return await ask(
        request,
        sources.flatMap(({ content }) => transferable(content)),
      );
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      // What the library knows, without the digests' texts, is better than nothing.
      return ask({ ...request, sources: [] }, []);
    }
  }

  async #source(place: Occurrence): Promise<EntrySource | undefined> {
    const read = await this.#files.read(vscode.Uri.parse(place.uri));
    return read.kind === 'content' ? { ...place, content: read.content } : undefined;
  }
}

/** Those of the folder that the newest digest lies in. */
function macrosFor({ occurrences: [newest] }: Paper): MathMacros {
  return mathMacros(newest && vscode.Uri.parse(newest.uri));
}
