import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { BenchPaper } from './digests.js';
import type { Engine } from './engines.js';

const weights: Readonly<Record<string, number>> = {
  title: 6,
  authors: 4,
  summary: 3,
  fields: 1,
  abstract: 2,
};

interface Prototype {
  build(papers: readonly object[], fields: string): unknown;
  search(state: unknown, query: { q: string }, limit: number): { ids: string[] };
}

/**
 * The program that the design of the search was tried with, where it lies beside the checkout. It
 * expects its fields and weights from a module of its own, and gets them here.
 */
export function prototypeEngine(
  file: string,
  papers: readonly BenchPaper[],
  fields: readonly string[],
): Engine | undefined {
  if (!existsSync(file)) return undefined;
  const bench = { FIELDS: { asked: fields }, BOOST: weights };
  const own = createRequire(__filename);
  const load = (name: string): unknown => (name === './lib' ? bench : own(name));
  const module: { exports: unknown } = { exports: undefined };
  const program = compileFunction(readFileSync(file, 'utf8'), ['require', 'module']);
  (program as unknown as (require: typeof load, own: typeof module) => void)(load, module);
  const make = module.exports as (options: object) => Prototype;
  const prototype = make({ shard: 'day' });
  const docs = papers.map(({ key, category, date, text }) => {
    return { ...text, id: key, cat: category, day: date };
  });
  const state = prototype.build(docs, 'asked');
  return { search: (query, limit) => prototype.search(state, { q: query }, limit).ids };
}
