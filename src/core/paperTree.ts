import { archiveFor, otherArchive } from './crossListings.js';
import { daysOf, entriesOn } from './entryDays.js';
import type { Library } from './library.js';
import type { PaperKey } from './paper.js';
import { newestKeysFirst } from './paperOrder.js';
import { joinedEntries, type DigestSource, type JoinedDigest } from './twins.js';

/** Whether a paper stands in its primary category alone, or in those of its cross-lists as well. */
export type CountBy = 'primary' | 'crossLists';

/** A node of the tree of papers. `id` is the same for the same place in every tree. */
export type TreeNode = { readonly id: string } & (
  | ({ readonly kind: 'archive'; readonly archive: string } & Counts)
  /** `day` is there in the tree by date, and names the digests whose papers are meant. */
  | ({
      readonly kind: 'category';
      /** '' for papers without one. */
      readonly category: string;
      readonly day?: string;
    } & Counts)
  /** `2026-02`, or '' for digests without a date; `count` is the number of digests. */
  | { readonly kind: 'month'; readonly month: string; readonly count: number }
  /** A day, or a month as far as the date is known. */
  | ({
      readonly kind: 'day';
      readonly day: string;
      readonly precision: 'day' | 'month';
    } & Counts)
  /** Papers number `from` to `to` (from 0, end exclusive) of a long list. */
  | {
      readonly kind: 'range';
      readonly of: CategoryNode;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'paper'; readonly key: PaperKey }
);

interface Counts {
  /** Papers that are listed. */
  readonly count: number;
  /** Papers that are left out. */
  readonly muted: number;
}

type CategoryNode = Extract<TreeNode, { kind: 'category' }>;

/** VS Code slows down with thousands of children; two hundred fill several screens. */
export const pageSize = 200;

/** The pages of a list of so many papers (from 0, ends exclusive). */
export function pagesOf(length: number): { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil(length / pageSize) }, (_, page) => {
    const from = page * pageSize;
    return { from, to: Math.min(length, from + pageSize) };
  });
}

/**
 * The library as a tree: by category (archive, category, papers) or by date (month, day, category,
 * papers). Children are made when they are asked for, at the cost of what they list.
 * @param filter only these papers, if given
 * @param hidden muted papers, which are counted and left out
 * @param countBy with cross-lists a paper stands in several categories; archives, days and months count
 * it once all the same
 */
export class PaperTree {
  readonly #library: Library;
  readonly #grouping: 'category' | 'date';
  readonly #filter: ReadonlySet<PaperKey> | undefined;
  readonly #hidden: ReadonlySet<PaperKey>;
  readonly #withCrossLists: boolean;

  constructor(
    library: Library,
    grouping: 'category' | 'date',
    filter: ReadonlySet<PaperKey> | undefined,
    hidden: ReadonlySet<PaperKey> = new Set(),
    countBy: CountBy = 'primary',
  ) {
    this.#library = library;
    this.#grouping = grouping;
    this.#filter = filter;
    this.#hidden = hidden;
    this.#withCrossLists = countBy === 'crossLists';
  }

  roots(): TreeNode[] {
    return this.#grouping === 'category' ? this.#archives() : this.#months();
  }

  /** The keys of all papers at or below a node, each once, in the tree's order. */
  keysBelow(node: TreeNode): PaperKey[] {
    const keys = new Set<PaperKey>();
    const collect = (each: TreeNode): void => {
      if (each.kind === 'paper') keys.add(each.key);
      else this.children(each).forEach(collect);
    };
    collect(node);
    return [...keys];
  }

  children(node: TreeNode): TreeNode[] {
    switch (node.kind) {
      case 'archive':
        return this.#categories().filter(({ category }) => archiveFor(category) === node.archive);
      case 'month':
        return this.#days(node.month);
      case 'day':
        return this.#categoriesOf(node);
      case 'category':
        return this.#papersOf(node);
      case 'range':
        return this.#keysOf(node.of)
          .slice(node.from, node.to)
          .map((key) => paperNode(node.of, key));
      case 'paper':
        return [];
    }
  }

  #archives(): TreeNode[] {
    const archives = new Map<string, CategoryNode[]>();
    for (const node of this.#categories()) push(archives, archiveFor(node.category), node);
    const counts = this.#archiveCounts(archives);
    const mutes = this.#mutedBy((key) => new Set(this.#listings(key).map(archiveFor)));
    return [...archives]
      .sort(([a], [b]) => compareLast(a, b, otherArchive))
      .map(([archive, nodes]): TreeNode => {
        const [only] = nodes;
        // `hep-th` is archive and category in one.
        if (only && nodes.length === 1 && only.category === archive) return only;
        const muted = mutes.get(archive) ?? 0;
        const count = (counts.get(archive) ?? 0) - muted;
        return { kind: 'archive', id: `archive/${archive}`, archive, count, muted };
      });
  }

  /** Papers of each archive, the muted ones among them. */
  #archiveCounts(
    archives: ReadonlyMap<string, readonly CategoryNode[]>,
  ): ReadonlyMap<string, number> {
    if (this.#withCrossLists && this.#filter) {
      return tally(this.#filter, (key) => new Set(this.#listings(key).map(archiveFor)));
    }
    const counts = new Map<string, number>();
    for (const [archive, nodes] of archives) {
      if (this.#withCrossLists) counts.set(archive, this.#papersOfArchive(archive, nodes));
      else
        counts.set(
          archive,
          nodes.reduce((sum, { count, muted }) => sum + count + muted, 0),
        );
    }
    return counts;
  }

  #papersOfArchive(archive: string, nodes: readonly CategoryNode[]): number {
    const { categories, crossListings } = this.#library;
    const primary = nodes.reduce((sum, { category }) => {
      return sum + (categories.get(category)?.size ?? 0);
    }, 0);
    return primary + (crossListings.archives.get(archive) ?? 0);
  }

  #categories(): CategoryNode[] {
    const mutes = this.#mutedBy((key) => this.#listings(key));
    return [...this.#categoryCounts()]
      .sort(([a], [b]) => compareLast(a, b, ''))
      .map(([category, all]) => {
        const muted = mutes.get(category) ?? 0;
        return {
          kind: 'category',
          id: `category/${category}`,
          category,
          count: all - muted,
          muted,
        };
      });
  }

  #categoryCounts(): ReadonlyMap<string, number> {
    if (this.#filter) return tally(this.#filter, (key) => this.#listings(key));
    const { categories, crossListings } = this.#library;
    const counts = new Map(Array.from(categories, ([category, keys]) => [category, keys.size]));
    if (!this.#withCrossLists) return counts;
    for (const [category, { size }] of crossListings.papers) {
      counts.set(category, (counts.get(category) ?? 0) + size);
    }
    return counts;
  }

  #mutedBy(groupsOf: (key: PaperKey) => Iterable<string>): ReadonlyMap<string, number> {
    const keys = [...this.#hidden].filter((key) => this.#filter?.has(key) !== false);
    return tally(keys, groupsOf);
  }

  /** The categories that a paper stands in; none for one that is not listed. */
  #listings(key: PaperKey): readonly string[] {
    const category = this.#library.categoryOf(key);
    if (category === undefined) return [];
    return this.#withCrossLists ? [category, ...this.#library.crossListings.of(key)] : [category];
  }

  #months(): TreeNode[] {
    const months = new Map<string, Set<string>>();
    for (const joined of this.#library.digests()) {
      // A file that was read in parts counts once.
      const file = this.#library.document(joined.uri)?.part?.of ?? joined.uri;
      for (const [day] of this.#daysIn(joined)) {
        const month = day.slice(0, 7);
        months.set(month, (months.get(month) ?? new Set()).add(file));
      }
    }
    return [...months]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([month, { size: count }]) =>
        month === ''
          ? this.#dayNode('', 'month')
          : { kind: 'month', id: `month/${month}`, month, count },
      );
  }

  #days(month: string): TreeNode[] {
    const days = new Map<string, 'day' | 'month'>();
    for (const joined of this.#library.digests()) {
      for (const [day, precision] of this.#daysIn(joined)) {
        if (day.startsWith(month)) days.set(day, precision);
      }
    }
    return [...days]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([day, precision]) => this.#dayNode(day, precision));
  }

  #dayNode(day: string, precision: 'day' | 'month'): TreeNode {
    const keys = [...this.#categoriesOn(day).values()].flatMap((those) => [...those]);
    return { kind: 'day', id: `day/${day}`, day, precision, ...this.#countsOf(new Set(keys)) };
  }

  #categoriesOf(node: Extract<TreeNode, { kind: 'day' }>): TreeNode[] {
    const { day } = node;
    return [...this.#categoriesOn(day)]
      .sort(([a], [b]) => compareLast(a, b, ''))
      .map(([category, keys]) => ({
        kind: 'category',
        id: `day/${day}/${category}`,
        category,
        day,
        ...this.#countsOf(keys),
      }));
  }

  #countsOf(keys: ReadonlySet<PaperKey>): Counts {
    const muted =
      this.#hidden.size === 0 ? 0 : [...keys].filter((key) => this.#hidden.has(key)).length;
    return { count: keys.size - muted, muted };
  }

  /** The papers of a day by the categories that its digests give them, in the digests' order. */
  #categoriesOn(day: string): Map<string, Set<PaperKey>> {
    const categories = new Map<string, Set<PaperKey>>();
    const put = (category: string, key: PaperKey): void => {
      categories.set(category, (categories.get(category) ?? new Set()).add(key));
    };
    const onDay = [...this.#library.digestsOn(day)].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    for (const joined of onDay) {
      for (const { entry, crossLists } of joinedEntries(joined, day)) {
        const key = this.#library.homeOf(entry);
        if (this.#filter && !this.#filter.has(key)) continue;
        put(entry.category ?? '', key);
        if (this.#withCrossLists) for (const category of crossLists) put(category, key);
      }
    }
    return categories;
  }

  #papersOf(node: CategoryNode): TreeNode[] {
    const keys = this.#keysOf(node);
    if (keys.length <= pageSize) return keys.map((key) => paperNode(node, key));
    return pagesOf(keys.length).map(({ from, to }) => {
      return { kind: 'range', id: idBelow(node.id, from), of: node, from, to };
    });
  }

  #keysOf({ category, day }: CategoryNode): PaperKey[] {
    const keys =
      day === undefined
        ? newestKeysFirst(this.#papersIn(category))
        : [...(this.#categoriesOn(day).get(category) ?? [])];
    const [filter, hidden] = [this.#filter, this.#hidden];
    if (!filter && hidden.size === 0) return keys;
    return keys.filter((key) => filter?.has(key) !== false && !hidden.has(key));
  }

  *#papersIn(category: string): Iterable<PaperKey> {
    const { categories, crossListings } = this.#library;
    yield* categories.get(category) ?? [];
    if (this.#withCrossLists) yield* crossListings.papers.get(category) ?? [];
  }

  /** The days of a digest with a paper that passes the filter. */
  *#daysIn(joined: JoinedDigest): Iterable<[day: string, precision: 'day' | 'month']> {
    const filter = this.#filter;
    for (const [day, precision] of daysOf(joined.digest)) {
      const passes = ({ digest }: DigestSource): boolean =>
        entriesOn(digest, day).some((entry) => filter?.has(this.#library.homeOf(entry)));
      if (!filter || [joined, ...joined.twins].some(passes)) yield [day, precision];
    }
  }
}

function paperNode(parent: CategoryNode, key: PaperKey): TreeNode {
  return { kind: 'paper', id: idBelow(parent.id, key), key };
}

/** Parted by what no category and no query holds, so that no two places share an id. */
export function idBelow(id: string, part: string | number): string {
  return `${id}\n${part}`;
}

/** How many of some papers are in each of their groups. */
function tally(
  keys: Iterable<PaperKey>,
  groupsOf: (key: PaperKey) => Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    for (const group of groupsOf(key)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Alphabetical, with one value behind all others. */
function compareLast(a: string, b: string, last: string): number {
  if (a === b) return 0;
  if (a === last) return 1;
  if (b === last) return -1;
  return a < b ? -1 : 1;
}
