import type { Period } from '../core/trends/calendar.js';
import type { TrendChoice } from '../core/trends/figures.js';
import type { ChartMark } from '../core/trends/trendQueries.js';
import { chartNames, type ChartName } from '../core/trends/trendTables.js';
import type { FromTrends, ToTrends, TrendsState } from './protocol.js';

/** Larger pictures are none of ours. */
const longestPicture = 2_000_000;

const periods: Readonly<Record<Period, true>> = {
  month: true,
  quarter: true,
  year: true,
  all: true,
};

export const firstState: TrendsState = { choice: { period: 'month' }, share: false, tables: [] };

/** A message of the host, undefined for anything else that a window may be sent. */
export function asToTrends(data: unknown): ToTrends | undefined {
  if (!isRecord(data)) return undefined;
  const known =
    data.type === 'counting' ||
    data.type === 'empty' ||
    (data.type === 'words' && isRecord(data.words)) ||
    (data.type === 'figures' && isCount(data.version) && isRecord(data.figures)) ||
    (data.type === 'terms' && isCount(data.version));
  return known ? (data as ToTrends) : undefined;
}

/** What the page may ask for, made anew from what is understood of it; undefined for all else. */
export function asFromTrends(data: unknown): FromTrends | undefined {
  if (!isRecord(data)) return undefined;
  const { type, version, chart, share, svg } = data;
  switch (type) {
    case 'ready':
    case 'openSample':
      return { type };
    case 'choose': {
      const choice = asChoice(data.choice);
      return choice && { type, choice };
    }
    case 'open': {
      const mark = asMark(data.mark);
      return mark && isCount(version) ? { type, version, mark } : undefined;
    }
    case 'saveTable':
      return isChart(chart) && isCount(version) && typeof share === 'boolean'
        ? { type, version, chart, share }
        : undefined;
    case 'savePicture':
      return isChart(chart) && typeof svg === 'string' && isPicture(svg)
        ? { type, chart, svg }
        : undefined;
    default:
      return undefined;
  }
}

/** The state of an earlier page, as far as it is understood. */
export function asTrendsState(data: unknown): TrendsState {
  if (!isRecord(data)) return firstState;
  const tables: readonly unknown[] = Array.isArray(data.tables) ? data.tables : [];
  return {
    choice: asChoice(data.choice) ?? firstState.choice,
    share: data.share === true,
    tables: tables.filter(isChart),
  };
}

function asChoice(data: unknown): TrendChoice | undefined {
  if (!isRecord(data)) return undefined;
  const { period, category } = data;
  if (typeof period !== 'string' || !Object.hasOwn(periods, period)) return undefined;
  return {
    period: period as Period,
    ...(typeof category === 'string' && category.length < 200 && { category }),
  };
}

function asMark(data: unknown): ChartMark | undefined {
  if (!isRecord(data)) return undefined;
  const { chart, at, series } = data;
  return isChart(chart) && isCount(at) && isCount(series) ? { chart, at, series } : undefined;
}

/** A drawing without anything that could act or load where it is opened. */
function isPicture(svg: string): boolean {
  if (svg.length > longestPicture || !svg.startsWith('<svg ') || !svg.endsWith('</svg>')) {
    return false;
  }
  return Array.from(svg.matchAll(/<[^>]*>?/g)).every(([tag]) => isPlain(tag));
}

function isPlain(tag: string): boolean {
  const [, name = '', attributes = ''] =
    /^<\/?(\w+)((?:\s+[\w-]+="[^"<]*")*)\s*\/?>$/.exec(tag) ?? [];
  return (
    elements.has(name) &&
    Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g)).every(
      ([, attribute = '', value = '']) =>
        drawn.has(attribute) || (attribute === 'xmlns' && value === svgNamespace),
    ) &&
    !/url\(/i.test(attributes)
  );
}

export const svgNamespace = 'http://www.w3.org/2000/svg';

const elements = new Set(['svg', 'g', 'rect', 'line', 'text', 'title']);

/** Attributes that say how something is drawn: the page writes these (`pictureText.ts`). */
export const drawnStyles = [
  'fill',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** … and these, of where. */
export const drawnPlaces = [
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'width', 'height', 'viewBox', 'transform'],
] as const;

const drawn: ReadonlySet<string> = new Set([...drawnStyles, ...drawnPlaces]);

function isChart(value: unknown): value is ChartName {
  return chartNames.some((name) => name === value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
