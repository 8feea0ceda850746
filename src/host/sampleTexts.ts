import type { Occurrence } from '../core/paper.js';
import { sampleText, type SampleText } from '../core/similar/sampleText.js';
import { contentsOf, sourceIn } from './digestContents.js';
import { nextMonth } from './idAt.js';
import { transferable, unlessDied, type Answerer } from './workerClient.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** Digests that are read at the same time: they may be large. */
const filesAtOnce = 4;

/** Reads what papers are compared by from their digests. */
export class SampleTexts {
  readonly #files: WorkspaceFiles;
  readonly #workers: Answerer;

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
    const contents = await contentsOf(this.#files, [uri]);
    const sources = places.flatMap((place) => sourceIn(contents, place));
    if (sources.length === 0) return [];
    const call = this.#workers.call(
      'sampleTexts',
      { sources, latest: nextMonth() },
      [...contents.values()].flatMap(transferable),
    );
    return (await unlessDied(call)) ?? [];
  }
}
