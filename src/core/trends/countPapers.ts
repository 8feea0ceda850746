import type { Digest } from '../digest.js';
import type { Library } from '../library.js';
import type { Mark } from '../marks/mark.js';
import type { PaperKey } from '../paper.js';
import { texToText } from '../render/texToText.js';
import { spanOfPeriod, timeOf, unitFor, type Span } from './calendar.js';
import {
  readingState,
  readingStates,
  type Ranked,
  type TimeFigures,
  type TrendChoice,
  type TrendFigures,
} from './figures.js';

const mostAuthors = 25;

/** Papers that are looked at between two pauses: less than a millisecond. */
const papersAtOnce = 64;

/** A paper with the category that the digests of a time give it. */
type Papers = Map<PaperKey, string>;

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

  const inPeriod: Papers = new Map();
  const times = new Map<string, { readonly time: Span; days: number; readonly papers: Papers }>();
  for (const [day, digests] of dated) {
    if (day < span.from || day > span.to) continue;
    const time = timeOf(day, unit, span);
    const counted = times.get(time.from) ?? { time, days: 0, papers: new Map() };
    times.set(time.from, counted);
    counted.days++;
    for (const { entries } of digests) {
      for (const entry of entries) {
        const key = library.homeOf(entry);
        note(counted.papers, key, entry.category ?? '');
        note(inPeriod, key, entry.category ?? '');
      }
      yield;
    }
  }

  const byCategory = countsOf(inPeriod.values());
  // On some day a digest may give a paper another category than it has in the end.
  for (const { papers } of times.values()) {
    for (const category of papers.values()) {
      if (!byCategory.has(category)) byCategory.set(category, 0);
    }
    yield;
  }
  const categories = ranked(byCategory);
  const isChosen = (category: string): boolean =>
    choice.category === undefined || category === choice.category;
  const figures: TimeFigures[] = [];
  for (const { time, days, papers } of [...times.values()].sort((a, b) =>
    a.time.from < b.time.from ? -1 : 1,
  )) {
    const counts = countsOf(papers.values());
    const reading = new Map(readingStates.map((state) => [state, 0]));
    let looked = 0;
    for (const [key, category] of papers) {
      if (!isChosen(category)) continue;
      const state = readingState(markOf(key));
      reading.set(state, (reading.get(state) ?? 0) + 1);
      if (++looked % papersAtOnce === 0) yield;
    }
    figures.push({
      ...time,
      days,
      total: papers.size,
      counts: categories.map(({ name }) => counts.get(name) ?? 0),
      reading: [...reading.values()],
    });
    yield;
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

/** The days of digests, each with its digests. A month is no day. */
export function digestsByDay(library: Library): {
  readonly dated: ReadonlyMap<string, readonly Digest[]>;
  readonly undated: number;
} {
  const dated = new Map<string, Digest[]>();
  let undated = 0;
  for (const { digest } of library.documents()) {
    if (!digest || digest.entries.length === 0) continue;
    if (digest.date?.precision !== 'day') {
      undated++;
      continue;
    }
    const { value } = digest.date;
    dated.set(value, [...(dated.get(value) ?? []), digest]);
  }
  return { dated, undated };
}

/** From the first to the last of some days; undefined when there is none. */
export function spanOfDays(days: Iterable<string>): Span | undefined {
  const [first = '', ...others] = [...days].sort();
  return first === '' ? undefined : { from: first, to: others.at(-1) ?? first };
}

function* countAuthors(
  library: Library,
  keys: readonly PaperKey[],
): Generator<undefined, readonly Ranked[]> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const key of keys) {
    // Some lists name an author twice.
    for (const author of new Set(library.paper(key)?.authors.map(texToText))) {
      counts.set(author, (counts.get(author) ?? 0) + 1);
    }
    if (++looked % papersAtOnce === 0) yield;
  }
  // Sorting all of a hundred thousand would be a long time without a pause.
  const first: Ranked[] = [];
  looked = 0;
  for (const [name, papers] of counts) {
    if (papers > 1) first.push({ name, papers });
    if (first.length > 20 * mostAuthors) first.sort(mostFirst).splice(mostAuthors);
    if (++looked % 1024 === 0) yield;
  }
  return first.sort(mostFirst).slice(0, mostAuthors);
}

function note(papers: Papers, key: PaperKey, category: string): void {
  const known = papers.get(key);
  if (known === undefined || known === '' || (category !== '' && category < known)) {
    papers.set(key, category);
  }
}

function countsOf(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function ranked(counts: ReadonlyMap<string, number>): Ranked[] {
  return Array.from(counts, ([name, papers]) => ({ name, papers })).sort(mostFirst);
}

/** Of equals, by name. */
function mostFirst(a: Ranked, b: Ranked): number {
  return b.papers - a.papers || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
