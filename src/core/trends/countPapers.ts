import type { Library } from '../library.js';
import type { Mark } from '../marks/mark.js';
import type { PaperKey } from '../paper.js';
import { joinedEntries, type JoinedDigest } from '../twins.js';
import { spanOfPeriod, timeOf, unitFor, type Span, type TimeUnit } from './calendar.js';
import { countAuthors } from './countAuthors.js';
import { digestsByDay, spanOfDays } from './datedDigests.js';
import {
  readingState,
  readingStates,
  type TimeFigures,
  type TrendChoice,
  type TrendFigures,
} from './figures.js';
import { countsOf, ranked } from './ranks.js';

/** Papers that are looked at between two pauses: less than a millisecond. */
const papersAtOnce = 64;

/** A paper with the category that the digests of a time give it. */
type Papers = Map<PaperKey, string>;

interface PapersOfTime {
  readonly time: Span;
  /** Days with a digest. */
  days: number;
  readonly papers: Papers;
}

/**
 * Counts what the digests of a period hold. Only digests that name their day count, on that day; a
 * paper counts once in each time, however many digests repeat it. Where digests of the same time give
 * it two categories, the first by alphabet counts. Costs a look at each entry, and some microseconds
 * for each paper of the period: the caller may rest at every pause.
 * @returns undefined when no digest names its day
 */
export function* countPapers(
  library: Library,
  markOf: (key: PaperKey) => Mark,
  choice: TrendChoice,
): Generator<undefined, TrendFigures | undefined> {
  const { dated, undated } = digestsByDay(library);
  const all = spanOfDays(dated.keys());
  if (!all) return undefined;
  const span = spanOfPeriod(choice.period, all);
  const unit = unitFor(span);

  const { times, inPeriod } = yield* gatherPapers(library, dated, span, unit);
  const categories = ranked(withOthers(countsOf(inPeriod.values()), times));
  const isChosen = (category: string): boolean =>
    choice.category === undefined || category === choice.category;
  const figures: TimeFigures[] = [];
  for (const { time, days, papers } of times) {
    const counts = countsOf(papers.values());
    figures.push({
      ...{ ...time, days, total: papers.size },
      counts: categories.map(({ name }) => counts.get(name) ?? 0),
      reading: yield* countReading(papers, isChosen, markOf),
    });
  }
  const chosen: PaperKey[] = [];
  for (const [key, category] of inPeriod) if (isChosen(category)) chosen.push(key);
  const authors = yield* countAuthors(library, chosen);
  return {
    ...{ choice, span, unit, categories, authors, undated },
    papers: inPeriod.size,
    times: figures,
    chosen: chosen.length,
  };
}

/** The papers of each time of a period that has a digest, in the order of time. */
function* gatherPapers(
  library: Library,
  dated: ReadonlyMap<string, readonly JoinedDigest[]>,
  span: Span,
  unit: TimeUnit,
): Generator<undefined, { readonly times: readonly PapersOfTime[]; readonly inPeriod: Papers }> {
  const inPeriod: Papers = new Map();
  const times = new Map<string, PapersOfTime>();
  for (const [day, digests] of [...dated].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (day < span.from || day > span.to) continue;
    const time = timeOf(day, unit, span);
    const counted = times.get(time.from) ?? { time, days: 0, papers: new Map() };
    times.set(time.from, counted);
    counted.days++;
    for (const digest of digests) {
      for (const { entry } of joinedEntries(digest, day)) {
        const key = library.homeOf(entry);
        note(counted.papers, key, entry.category ?? '');
        note(inPeriod, key, entry.category ?? '');
      }
      yield;
    }
  }
  return { times: [...times.values()], inPeriod };
}

/** On some day a digest may give a paper another category than it has in the end. */
function withOthers(
  counts: Map<string, number>,
  times: readonly PapersOfTime[],
): ReadonlyMap<string, number> {
  for (const { papers } of times) {
    for (const category of papers.values()) if (!counts.has(category)) counts.set(category, 0);
  }
  return counts;
}

/** In the order of `readingStates`. */
function* countReading(
  papers: Papers,
  isChosen: (category: string) => boolean,
  markOf: (key: PaperKey) => Mark,
): Generator<undefined, readonly number[]> {
  const counts = new Map(readingStates.map((state) => [state, 0]));
  let looked = 0;
  for (const [key, category] of papers) {
    if (!isChosen(category)) continue;
    const state = readingState(markOf(key));
    counts.set(state, (counts.get(state) ?? 0) + 1);
    if (++looked % papersAtOnce === 0) yield;
  }
  yield;
  return [...counts.values()];
}

function note(papers: Papers, key: PaperKey, category: string): void {
  const known = papers.get(key);
  if (known === undefined || known === '' || (category !== '' && category < known)) {
    papers.set(key, category);
  }
}
