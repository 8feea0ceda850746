import type { ChartMark } from '../core/trends/trendQueries.js';
import { draw } from './svg.js';

/** A bar as something that can be pressed, and said aloud. */
export interface Bar {
  readonly mark: ChartMark;
  /** What a screen reader says, and the tooltip. */
  readonly label: string;
  /** Its place among the others, as arrow keys go: to the right, and down. */
  readonly column: number;
  readonly row: number;
}

const bars = new WeakMap<Element, Bar>();

/** The group that a bar is drawn in. */
export function drawBar(bar: Bar, chart: SVGSVGElement): SVGGElement {
  const group = draw('g', { class: 'bar', role: 'button', tabindex: -1 }, chart);
  // Its name, and its tooltip.
  draw('title', {}, group).textContent = bar.label;
  bars.set(group, bar);
  return group;
}

/** One stop of the Tab key for all bars of a chart; arrow keys go from bar to bar. */
export function makeKeys(
  chart: SVGSVGElement,
  focus: ChartMark | undefined,
  open: (mark: ChartMark) => void,
): void {
  const groups = [...chart.querySelectorAll<SVGGElement>('.bar')];
  const first = groups.find((group) => isSame(bars.get(group)?.mark, focus));
  (first ?? groups[0])?.setAttribute('tabindex', '0');
  if (first) first.focus({ preventScroll: true });

  chart.addEventListener('click', (event) => {
    const bar = barOf(event.target);
    if (bar) open(bar.mark);
  });
  chart.addEventListener('keydown', (event) => {
    const bar = barOf(event.target);
    if (!bar || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(bar.mark);
    else if (!go(event.key, bar)) return;
    event.preventDefault();
  });

  function go(key: string, from: Bar): boolean {
    const next = nextBar(key, from, groups);
    if (next === undefined) return false;
    for (const group of groups) group.setAttribute('tabindex', group === next ? '0' : '-1');
    next?.focus();
    return true;
  }
}

/** The bar that has the keyboard, of this chart. */
export function focusedMark(chart: Element): ChartMark | undefined {
  const { activeElement } = document;
  return activeElement && chart.contains(activeElement) ? barOf(activeElement)?.mark : undefined;
}

/** @returns null at the edge; undefined for keys that lead nowhere */
function nextBar(
  key: string,
  from: Bar,
  groups: readonly SVGGElement[],
): SVGGElement | null | undefined {
  const distance = (bar: Bar): number | undefined => {
    const [across, down] = [bar.column - from.column, bar.row - from.row];
    switch (key) {
      case 'ArrowRight':
        return across > 0 ? across * 1000 + Math.abs(down) : undefined;
      case 'ArrowLeft':
        return across < 0 ? -across * 1000 + Math.abs(down) : undefined;
      case 'ArrowDown':
        return down > 0 && across === 0 ? down : undefined;
      case 'ArrowUp':
        return down < 0 && across === 0 ? -down : undefined;
      case 'Home':
        return bar.column * 1000 + bar.row;
      case 'End':
        return -(bar.column * 1000 + bar.row);
      default:
        return undefined;
    }
  };
  if (!/^(?:Arrow(?:Right|Left|Down|Up)|Home|End)$/.test(key)) return undefined;
  let best: { readonly group: SVGGElement; readonly far: number } | undefined;
  for (const group of groups) {
    const bar = bars.get(group);
    const far = bar && distance(bar);
    if (far !== undefined && (!best || far < best.far)) best = { group, far };
  }
  return best?.group ?? null;
}

function barOf(target: EventTarget | null): Bar | undefined {
  const group = target instanceof Element ? target.closest('.bar') : null;
  return group ? bars.get(group) : undefined;
}

function isSame(a: ChartMark | undefined, b: ChartMark | undefined): boolean {
  return a !== undefined && b !== undefined && a.at === b.at && a.series === b.series;
}
