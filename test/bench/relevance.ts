import { answerTask } from './child.js';
import { papersOf, readDigest, type BenchPaper } from './digests.js';
import {
  listFields,
  lunrEngine,
  miniSearchEngine,
  preprintEngine,
  type Engine,
} from './engines.js';
import { itemKinds } from './kinds.mjs';
import { prototypeEngine } from './prototype.js';
import { chineseOf, middle, pick, withTypo, wordsOf } from './questions.js';
import { randomNumbers } from './random.mjs';

/*
 * Known-item search: a person remembers some words of one paper; how near the top is it? The mean
 * over all questions of 1 / its place among the first ten (MRR@10), 0 where it is not among them.
 */

const seed = 2602;
const questionsOfEach = 1200;
const places = 10;

export type ItemKind = (typeof itemKinds)[number];

export interface RelevanceTask {
  readonly files: readonly string[];
  /** The prototype of the design, if it is there. */
  readonly prototype: string;
}

export interface EngineRelevance {
  readonly engine: string;
  readonly fields: string;
  /** MRR@10; none for questions that the engine's fields do not answer. */
  readonly mrr: Readonly<Partial<Record<ItemKind, number>>>;
}

export interface RelevanceFigures {
  readonly papers: number;
  readonly questions: Readonly<Record<ItemKind, number>>;
  readonly engines: readonly EngineRelevance[];
}

interface KnownItem {
  readonly kind: ItemKind;
  readonly query: string;
  readonly key: string;
}

const lists = listFields.join(', ');
const all = [...listFields, 'fields', 'abstract'] as const;

answerTask(({ files, prototype }: RelevanceTask): RelevanceFigures => {
  const papers = papersOf(files.map(readDigest));
  const items = itemKinds.flatMap((kind) => knownItems(kind, papers));
  const ask = (engine: string, fields: string, made: Engine | undefined): EngineRelevance[] =>
    made ? [{ engine, fields, mrr: relevanceOf(made, items, fields === lists) }] : [];
  return {
    papers: papers.length,
    questions: byKind((kind) => items.filter((item) => item.kind === kind).length),
    engines: [
      ...ask('Preprint', lists, preprintEngine(papers, listFields)),
      ...ask('lunr', lists, lunrEngine(papers)),
      ...ask('minisearch', lists, miniSearchEngine(papers)),
      ...ask('prototype', lists, prototypeEngine(prototype, papers, listFields)),
      ...ask('Preprint', 'all', preprintEngine(papers, [...all, 'id'])),
      ...ask('prototype', 'all', prototypeEngine(prototype, papers, all)),
    ],
  };
});

/** Questions of one kind, each for another paper, as far as there are papers that can be asked for. */
function knownItems(kind: ItemKind, papers: readonly BenchPaper[]): KnownItem[] {
  const random = randomNumbers(seed + itemKinds.indexOf(kind));
  const shuffled = papers.map((paper) => ({ paper, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled
    .flatMap(({ paper: { key, text } }): KnownItem[] => {
      const query = queryOf(kind, text, random);
      return query === undefined ? [] : [{ kind, query, key }];
    })
    .slice(0, questionsOfEach);
}

function queryOf(
  kind: ItemKind,
  { title, abstract, summary }: BenchPaper['text'],
  random: () => number,
): string | undefined {
  const words = wordsOf(title);
  switch (kind) {
    case 'title':
      return words.length < 3 ? undefined : some(words, 3, random).join(' ');
    case 'abstract': {
      const body = wordsOf(abstract);
      const from = Math.floor(body.length / 2);
      return body.length < 20 ? undefined : body.slice(from, from + 5).join(' ');
    }
    case 'Chinese': {
      const run = pick(chineseOf(summary), random);
      return run && middle(run, 6);
    }
    case 'typo': {
      const known = some(words, 3, random);
      const long = known.findIndex((word) => word.length >= 6);
      if (known.length < 3 || long < 0) return undefined;
      return known.map((word, at) => (at === long ? withTypo(word, random) : word)).join(' ');
    }
  }
}

/** So many of some words, in their order. */
function some(words: readonly string[], count: number, random: () => number): string[] {
  return words
    .map((word, at) => ({ word, at, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

/** @param listsOnly the engine holds no abstracts */
function relevanceOf(
  engine: Engine,
  items: readonly KnownItem[],
  listsOnly: boolean,
): EngineRelevance['mrr'] {
  const kinds = itemKinds.filter((kind) => !listsOnly || kind !== 'abstract');
  return Object.fromEntries(
    kinds.map((kind) => {
      const asked = items.filter((item) => item.kind === kind);
      const sum = asked.reduce((total, { query, key }) => {
        const place = engine.search(query, places).indexOf(key);
        return total + (place < 0 ? 0 : 1 / (place + 1));
      }, 0);
      return [kind, sum / asked.length];
    }),
  );
}

function byKind(figure: (kind: ItemKind) => number): Record<ItemKind, number> {
  return Object.fromEntries(itemKinds.map((kind) => [kind, figure(kind)])) as Record<
    ItemKind,
    number
  >;
}
