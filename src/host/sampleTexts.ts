import type { Occurrence } from '../core/paper.js';
import { sampleText, type SampleText } from '../core/similar/sampleText.js';
import { AsideEntries } from './asideEntries.js';
import { contentsOf, sourceIn } from './digestContents.js';
import { nextMonth } from './idAt.js';
import { transferable, type Answerer } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** Digests that are read at the same time: they may be large. */
const filesAtOnce = 4;

/** Reads what papers are compared by from their digests. */
export class SampleTexts {
  readonly #files: WorkspaceFiles;
  readonly #workers: Answerer;
  readonly #aside = new AsideEntries();

  constructor(files: WorkspaceFiles, workers: Answerer) {
    this.#files = files;
    this.#workers = workers;
  }

  /** Of each place; its title alone where its digest cannot be read. Reads each digest once. */
  async of(places: readonly Occurrence[]): Promise<readonly SampleText[]> {
    const byFile = new Map<string, Occurrence[]>();
    for (const place of places) {
      const inFile = byFile.get(place.uri) ?? [];
      byFile.set(place.uri, inFile);
      inFile.push(place);
    }
    const texts = new Map<Occurrence, SampleText>();
    const files = byFile.entries();
    const lane = async (): Promise<void> => {
      for (const [uri, inFile] of files) {
        const read = await this.#read(uri, inFile);
        for (const [at, place] of inFile.entries()) {
          const text = read[at];
          if (text) texts.set(place, text);
        }
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, lane));
    return places.map((place) => texts.get(place) ?? sampleText(place.entry, undefined));
  }

  async #read(
    uri: string,
    places: readonly Occurrence[],
  ): Promise<readonly (SampleText | undefined)[]> {
    if (this.#aside.without(places).length < places.length) return [];
    const contents = await contentsOf(this.#files, [uri]);
    const sources = places.flatMap((place) => sourceIn(contents, place));
    if (sources.length === 0) return [];
    const request = { sources, latest: nextMonth() };
    try {
      const transfer = [...contents.values()].flatMap(transferable);
      return await this.#workers.call('sampleTexts', request, transfer);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      this.#aside.note(error, sources);
      return [];
    }
  }
}
