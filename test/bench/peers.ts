import { answerTask, memoryNow } from './child.js';
import { papersOf, readDigest, type BenchPaper } from './digests.js';
import {
  listFields,
  lunrEngine,
  miniSearchEngine,
  preprintEngine,
  type Engine,
} from './engines.js';
import { questionsFor } from './questions.js';
import { hits, spreadOf, type Spread } from './spread.js';

/** An engine over the titles, authors and summaries of a library, alone in a process. */
export interface PeerFigures {
  readonly papers: number;
  /** Milliseconds to make the index of texts in memory. */
  readonly build: number;
  /** Bytes by which the process has grown, after garbage collection. */
  readonly memory: number;
  readonly query: Spread;
}

const engines = {
  preprint: (papers: readonly BenchPaper[]) => preprintEngine(papers, listFields),
  lunr: lunrEngine,
  minisearch: miniSearchEngine,
};

export interface PeerTask {
  readonly engine: keyof typeof engines;
  readonly files: readonly string[];
}

/** Questions that all engines understand in the same way. */
const plain = new Set(['word', 'two words', 'Chinese', 'typo']);

answerTask(({ engine: name, files }: PeerTask): PeerFigures => {
  const papers = papersOf(files.map(readDigest));
  const before = memoryNow();
  const started = performance.now();
  const engine: Engine = engines[name](papers);
  const build = performance.now() - started;
  const memory = memoryNow() - before;
  const times = questionsFor(files)
    .filter(({ kind }) => plain.has(kind))
    .map(({ query }) => {
      const asked = performance.now();
      engine.search(query, hits);
      return performance.now() - asked;
    });
  return { papers: papers.length, build, memory, query: spreadOf(times) };
});
