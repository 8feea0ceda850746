import { readFileSync, writeFileSync } from 'node:fs';
import { WorkerClient } from '../../src/host/workerClient.js';
import type { SearchFigures } from '../../src/worker/protocol.js';
import {
  questionKinds,
  questionsFor,
  withNewWord,
  type Question,
  type QuestionKind,
} from './questions.js';
import { measureSimilar, type SimilarFigures } from './similar.js';
import { openServices, silentLog, type Services } from './services.js';
import { hits, spreadOf, type Spread } from './spread.js';

/** How the library is filled, by Preprint's own services; all times in milliseconds. */
export interface Opening {
  /** Until both workers answered; the other times begin after it. */
  readonly workerStart: number;
  /** Until the lists of all papers were there. */
  readonly ready: number;
  /** Until a word of the newest digest found a paper. */
  readonly first: number;
  /** Until every digest could be searched. */
  readonly searchable: number;
}

export interface QueryFigures {
  readonly asked: number;
  /** Questions that had an answer. */
  readonly answered: number;
  readonly all: Spread;
  readonly kinds: Readonly<Record<QuestionKind, Spread>>;
}

export interface SearchingFigures {
  /** Asked of the worker that holds the index, with one segment for each digest. */
  readonly before: QueryFigures & { readonly index: SearchFigures };
  /** The same with all segments merged. */
  readonly after: QueryFigures & { readonly index: SearchFigures };
  /** Asked of the service, which verifies phrases in the files and merges papers. */
  readonly service: Spread;
  readonly similar: SimilarFigures;
  readonly compaction: number;
  /** Of the folder of the cache, in bytes. */
  readonly cacheSize: number;
  /** Until a new word of one digest, the largest, was found. */
  readonly changed: readonly number[];
}

/** The best of so many answers to each question counts: others use the machine as well. */
const rounds = 5;
const changes = 5;

/**
 * Opens a library and waits until all of it can be searched.
 * @param word of the newest digest
 */
export async function open(services: Services, word: string): Promise<Opening> {
  const { library, search, workerStart } = services;
  const started = performance.now();
  const since = (): number => performance.now() - started;
  const ready = library.start().then(since);
  const searchable = search.ready().then(since);
  const first = await firstAnswer(services, word, searchable);
  const firstAt = since();
  if (!first) throw new Error(`"${word}" was not found.`);
  return { workerStart, ready: await ready, first: firstAt, searchable: await searchable };
}

/** Asks again whenever there is more to be found, as the picker does. */
async function firstAnswer(
  services: Services,
  word: string,
  searchable: Promise<unknown>,
): Promise<boolean> {
  const over = searchable.then(() => true);
  for (let last = false; ;) {
    const more = changeOf(services).then(() => false);
    const { total } = await services.search.find(word, hits, true);
    if (total > 0 || last) return total > 0;
    last = await Promise.race([more, over]);
  }
}

function changeOf({ search }: Services): Promise<void> {
  return new Promise((resolve) => {
    const listening = search.onDidChange(() => {
      listening.dispose();
      resolve();
    });
  });
}

/**
 * Asks a library that stands, before and after its index is merged, and changes a digest.
 * @param cache an empty folder
 */
export async function measureSearching(
  files: readonly string[],
  program: string,
  cache: string,
): Promise<SearchingFigures> {
  const services = await openServices(files, program, cache);
  const loose = new WorkerClient(program, silentLog, Infinity);
  const questions = questionsFor(files);
  try {
    await services.search.ready();
    await compacted(services.searcher);
    // The service merges segments as soon as it is idle; a worker that is filled by hand does not.
    for (const { uri, fingerprint = '' } of services.library.library.documents()) {
      const shard = services.places.shard(uri) ?? '';
      await loose.call('restoreShard', { uri, fingerprint, cache: shard });
    }
    const before = await askWorker(loose, questions);
    const indexBefore = await loose.call('searchFigures', null);
    const started = performance.now();
    await compacted(loose);
    const compaction = performance.now() - started;
    return {
      before: { ...before, index: indexBefore },
      after: {
        ...(await askWorker(services.searcher, questions)),
        index: await services.searcher.call('searchFigures', null),
      },
      service: await askService(services, questions),
      similar: await measureSimilar(services),
      compaction,
      cacheSize: await loose.call('cacheSize', { folder: services.places.folder ?? '' }),
      changed: await changeOften(services, largest(files)),
    };
  } finally {
    loose.dispose();
    services.dispose();
  }
}

async function compacted(searcher: WorkerClient): Promise<void> {
  while (await searcher.call('compact', null));
}

/** As typed, where the last word may go on, and complete. */
const manners = [true, false];

async function askWorker(
  searcher: WorkerClient,
  questions: readonly Question[],
): Promise<QueryFigures> {
  const asked = questions.flatMap(({ kind, query }) =>
    manners.map((typing) => ({ kind, query, typing, best: Infinity, total: 0 })),
  );
  // What the engine learns from the first answers is not measured.
  for (let round = 0; round <= rounds; round++) {
    for (const one of asked) {
      const { query, typing } = one;
      const started = performance.now();
      one.total = (await searcher.call('search', { query, typing, limit: hits })).total;
      if (round > 0) one.best = Math.min(one.best, performance.now() - started);
    }
  }
  const kinds = questionKinds.map((kind) => {
    const own = asked.filter((one) => one.kind === kind);
    return [kind, spreadOf(own.map(({ best }) => best))] as const;
  });
  return {
    asked: asked.length,
    answered: asked.filter(({ total }) => total > 0).length,
    all: spreadOf(asked.map(({ best }) => best)),
    kinds: Object.fromEntries(kinds) as Record<QuestionKind, Spread>,
  };
}

async function askService({ search }: Services, questions: readonly Question[]): Promise<Spread> {
  const times: number[] = [];
  for (const { query } of questions) {
    for (const typing of manners) {
      const started = performance.now();
      await search.find(query, hits, typing);
      times.push(performance.now() - started);
    }
  }
  return spreadOf(times);
}

function largest(files: readonly string[]): string {
  const sizes = files.map((file) => readFileSync(file).length);
  return files[sizes.indexOf(Math.max(...sizes))] ?? '';
}

/** Puts a word that stands nowhere into the title of one entry, another each time. */
async function changeOften(services: Services, file: string): Promise<number[]> {
  const text = readFileSync(file, 'utf8');
  const times: number[] = [];
  try {
    for (let number = 0; number < changes; number++) {
      // No two are a typo apart.
      const word = `zyxw${('abcdefgh'[number] ?? '').repeat(4)}`;
      writeFileSync(file, withNewWord(text, word));
      const started = performance.now();
      services.files.tellChanged(file);
      while ((await services.search.find(word, 1)).total !== 1) await changeOf(services);
      times.push(performance.now() - started);
    }
  } finally {
    writeFileSync(file, text);
  }
  return times;
}
