import type { Lines } from '../lines.js';

/** A part of a note that an update writes anew; everything around it is the person's. */
export interface ManagedRegion {
  readonly name: string;
  /** The lines between the two marks: from 0, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface FoundRegions {
  readonly regions: readonly ManagedRegion[];
  /** Regions that cannot be told from the text around them, with the line of a mark. */
  readonly faults: readonly {
    readonly kind: 'regionOpen' | 'regionTwice';
    readonly name: string;
    readonly line: number;
  }[];
}

const mark = /^[ \t]*<!--[ \t]*preprint:(begin|end)[ \t]+([\w-]+)[ \t]*-->[ \t]*$/;

/** A mark counts on a line of its own; marks without their partner, or between others, are faults. */
export function findRegions(lines: Lines, from = 0): FoundRegions {
  const regions: ManagedRegion[] = [];
  const faults: FoundRegions['faults'][number][] = [];
  let open: { readonly name: string; readonly line: number } | undefined;
  for (let line = from; line < lines.count; line++) {
    const [, side, name = ''] = mark.exec(lines.line(line)) ?? [];
    if (side === undefined) continue;
    if (side === 'end' && open?.name === name) {
      regions.push({ name, from: open.line + 1, to: line });
      open = undefined;
      continue;
    }
    if (open) faults.push({ kind: 'regionOpen', ...open });
    if (side === 'end') faults.push({ kind: 'regionOpen', name, line });
    open = side === 'begin' ? { name, line } : undefined;
  }
  if (open) faults.push({ kind: 'regionOpen', ...open });
  for (const [index, { name, from: line }] of regions.entries()) {
    const isSecond = regions.findIndex((region) => region.name === name) < index;
    if (isSecond) faults.push({ kind: 'regionTwice', name, line: line - 1 });
  }
  const faulty = new Set(faults.map(({ name }) => name));
  return { regions: regions.filter(({ name }) => !faulty.has(name)), faults };
}
