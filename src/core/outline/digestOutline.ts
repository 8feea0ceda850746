import type { Digest, DigestEntry, DigestSection } from '../digest.js';
import { texToText } from '../render/texToText.js';
import type { TextRange } from '../text.js';

/** What stands in the outline of a digest. */
export interface OutlineNode {
  readonly kind: 'section' | 'paper';
  /** Plain text, its TeX resolved; never empty. */
  readonly name: string;
  /** A paper's id with its version, and its category where no section tells it. */
  readonly detail: string;
  /** Holds those of all children, and `nameRange`. */
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly children: readonly OutlineNode[];
}

/**
 * The outline of a digest: its papers below the sections that hold them. A digest without such
 * sections is parted by category, when each of its categories is one stretch of the text; else its
 * papers stand side by side, since containers that lie in one another would lead breadcrumbs astray.
 * Linear in the number of entries and sections; titles cost the most, so that there is a step for
 * each of them.
 */
export function* digestOutline({ entries, sections = [] }: Digest): OutlineWork<OutlineNode[]> {
  const top = withoutTitle(bySection(entries, sections));
  if (top.some(isBranch)) return yield* nodesOf(top);
  if (isByCategory(entries)) return yield* byCategory(entries);
  return yield* papersOf(entries, true);
}

/** To be done in slices. */
export type OutlineWork<T> = Generator<undefined, T>;

interface Branch {
  readonly section: DigestSection;
  readonly children: Child[];
}

type Child = Branch | DigestEntry;

function isBranch(child: Child): child is Branch {
  return 'section' in child;
}

/** Entries and sections as they stand in one another, without sections that hold no entry. */
function bySection(entries: readonly DigestEntry[], sections: readonly DigestSection[]): Child[] {
  const top: Child[] = [];
  const open: Branch[] = [];
  let next = 0;
  for (const entry of entries) {
    const { startLine } = entry.range;
    let section = sections[next];
    while (section && section.range.startLine <= startLine) {
      closeBefore(open, section.range.startLine, section.level);
      open.push({ section, children: [] });
      section = sections[++next];
    }
    closeBefore(open, startLine, Infinity);
    let holder = top;
    for (const branch of open) {
      // With its first entry, so that empty ones stay out.
      if (branch.children.length === 0) holder.push(branch);
      holder = branch.children;
    }
    holder.push(entry);
  }
  return top;
}

function closeBefore(open: Branch[], line: number, level: number): void {
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (last.section.level < level && last.section.range.endLine >= line) return;
    open.pop();
  }
}

/** One heading above everything is the digest's own title, unless it names the papers' category. */
function withoutTitle(top: readonly Child[]): readonly Child[] {
  const [only, ...others] = top;
  if (!only || others.length > 0 || !isBranch(only)) return top;
  const [first] = only.children;
  if (!first || isBranch(first)) return only.children;
  const isCategory = first.category !== undefined && only.section.title.includes(first.category);
  return isCategory || only.children.some(isBranch) ? top : only.children;
}

/** Whether no category comes back after another one. */
function isByCategory(entries: readonly DigestEntry[]): boolean {
  const seen = new Set<string>();
  let last: string | undefined;
  for (const { category } of entries) {
    if (category !== undefined && category !== last && seen.has(category)) return false;
    if (category !== undefined) seen.add(category);
    last = category;
  }
  return seen.size > 0;
}

function* byCategory(entries: readonly DigestEntry[]): OutlineWork<OutlineNode[]> {
  const nodes: OutlineNode[] = [];
  for (let from = 0; from < entries.length;) {
    const category = entries[from]?.category;
    let to = from + 1;
    while (to < entries.length && entries[to]?.category === category) to++;
    const children = yield* papersOf(entries.slice(from, to), false);
    nodes.push(...(category === undefined ? children : categoryNode(category, children)));
    from = to;
  }
  return nodes;
}

/** Nothing in the text is its name: it leads to its first paper. */
function categoryNode(name: string, children: readonly OutlineNode[]): OutlineNode[] {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return [];
  const { startLine, startCharacter } = first.range;
  const { endLine, endCharacter } = last.range;
  const range = { startLine, startCharacter, endLine, endCharacter };
  return [{ kind: 'section', name, detail: '', range, nameRange: first.nameRange, children }];
}

function* nodesOf(level: readonly Child[]): OutlineWork<OutlineNode[]> {
  const nodes: OutlineNode[] = [];
  for (const child of level) {
    if (isBranch(child)) {
      const { title, range, nameRange } = child.section;
      const children = yield* nodesOf(child.children);
      const name = texToText(title) || title;
      nodes.push({ kind: 'section', name, detail: '', range, nameRange, children });
    } else {
      nodes.push(paperNode(child, false));
      yield;
    }
  }
  return nodes;
}

function* papersOf(
  entries: readonly DigestEntry[],
  withCategory: boolean,
): OutlineWork<OutlineNode[]> {
  const nodes: OutlineNode[] = [];
  for (const entry of entries) {
    nodes.push(paperNode(entry, withCategory));
    yield;
  }
  return nodes;
}

const noChildren: readonly OutlineNode[] = [];

function paperNode(entry: DigestEntry, withCategory: boolean): OutlineNode {
  const { title, category = '', range, nameRange } = entry;
  const id = writtenId(entry);
  const parted = withCategory && id !== '' && category !== '' ? ' · ' : '';
  const detail = withCategory ? id + parted + category : id;
  return {
    kind: 'paper',
    name: texToText(title) || id || entry.key,
    detail,
    range,
    nameRange: holds(range, nameRange) ? nameRange : startOf(range),
    children: noChildren,
  };
}

function writtenId({ id, version, doi = '' }: DigestEntry): string {
  if (id === undefined) return doi;
  return version === undefined ? id : `${id}v${version}`;
}

function holds(outer: TextRange, inner: TextRange): boolean {
  const begins =
    inner.startLine > outer.startLine ||
    (inner.startLine === outer.startLine && inner.startCharacter >= outer.startCharacter);
  const ends =
    inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endCharacter <= outer.endCharacter);
  return begins && ends;
}

function startOf({ startLine, startCharacter }: TextRange): TextRange {
  return { startLine, startCharacter, endLine: startLine, endCharacter: startCharacter };
}
