import type { PaperKey } from '../../src/core/paper.js';
import { SampleTexts } from '../../src/host/sampleTexts.js';
import { SimilarPapers } from '../../src/host/similarPapers.js';
import type { WorkspaceFiles } from '../../src/host/workspaceFiles.js';
import { randomNumbers } from './random.mjs';
import type { Services } from './services.js';
import { spreadOf, type Spread } from './spread.js';

/** How long it takes to find the papers that are like one. */
export interface SimilarFigures {
  /** Papers that were asked for, and those that had an answer. */
  readonly asked: number;
  readonly answered: number;
  /** Asked of the worker that holds the index, when it has been merged. */
  readonly worker: Spread;
  /** As the reader asks: the paper's digest is read first. */
  readonly service: Spread;
}

const seed = 1963;
const papers = 200;
/** As many as a list shows. */
const hits = 30;

/** Asks for papers of all digests, each once: no answer is known from before. */
export async function measureSimilar({
  library: service,
  files,
  search,
  searcher,
}: Services): Promise<SimilarFigures> {
  const { library } = service;
  const samples = new SampleTexts(files as unknown as WorkspaceFiles, searcher);
  const similar = new SimilarPapers(service, search, samples);
  const keys = chosen([...library.keys()]);
  const [asked, read]: [number[], number[]] = [[], []];
  let answered = 0;
  for (const key of keys) {
    const paper = library.paper(key);
    const place = paper?.occurrences[0];
    if (!paper || !place) continue;
    const [text] = await samples.of([place]);
    if (!text) continue;
    let started = performance.now();
    const request = { text, keys: [key], within: '', limit: hits };
    const found = await searcher.call('similarPapers', request);
    asked.push(performance.now() - started);
    if (found.length > 0) answered++;
    started = performance.now();
    await similar.to(paper, { limit: hits });
    read.push(performance.now() - started);
  }
  return {
    ...{ asked: asked.length, answered },
    ...{ worker: spreadOf(asked), service: spreadOf(read) },
  };
}

function chosen(keys: readonly PaperKey[]): PaperKey[] {
  const random = randomNumbers(seed);
  return Array.from({ length: papers }, () => keys[Math.floor(random() * keys.length)]).filter(
    (key) => key !== undefined,
  );
}
