import { isPaperKey } from '../core/paper.js';
import { asListSpec } from '../core/reading/listSpec.js';
import type { ReadingMove } from '../core/reading/readingKeys.js';
import { asPaperAsk, type PaperAsk } from '../core/render/paperAsk.js';
import type { FromPage, PageState, ToPage } from './protocol.js';

/** Checks of what comes from the other side, or from an earlier page: undefined for anything else. */

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isIndex: Check = (value) => Number.isInteger(value);
const isSpec: Check = (value) => asListSpec(value) !== undefined;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const record =
  (shape: Shape): Check =>
  (value) =>
    fits(value, shape);

const moves: Readonly<Record<ReadingMove, true>> = {
  next: true,
  previous: true,
  nextUnread: true,
  pageDown: true,
  pageUp: true,
  filter: true,
  keys: true,
};

const row = record({ key: isPaperKey, title: isText, authors: isText, category: isText });
const mark = record({
  progress: oneOf('new', 'seen', 'read'),
  starred: isBoolean,
  muted: isBoolean,
});
const markOfKey: Check = (value) =>
  Array.isArray(value) && value.length === 2 && isPaperKey(value[0]) && mark(value[1]);

const toPage: Readonly<Record<ToPage['type'], Shape>> = {
  list: {
    list: isIndex,
    spec: isSpec,
    title: isText,
    words: (value) => typeof value === 'object' && value !== null,
    total: isIndex,
    at: maybe(isPaperKey),
    message: maybe(isText),
    asText: maybe(isBoolean),
  },
  rows: { list: isIndex, rows: listOf(row), marks: listOf(mark), isLast: isBoolean },
  marks: { marks: listOf(markOfKey) },
  paper: { key: isPaperKey, html: isText },
  similar: { key: isPaperKey, html: isText },
  stale: { keys: listOf(isPaperKey) },
  move: { move: oneOf(...Object.keys(moves)), order: isIndex },
  found: { text: isText, keys: listOf(isPaperKey) },
};

/** A page asks for a few neighbours; what asks for more is none. */
const mostNext = 8;
/** No window shows more rows at once. */
const mostSeen = 500;
/** Nobody types more into a filter. */
const longestFilter = 1000;

type OwnMessage = Exclude<FromPage, PaperAsk>;

const fromPage: Readonly<Record<OwnMessage['type'], Shape>> = {
  ready: {},
  moved: { order: isIndex },
  focus: { focused: isBoolean },
  show: {
    key: isPaperKey,
    html: isBoolean,
    next: (value) => listOf(isPaperKey)(value) && (value as unknown[]).length <= mostNext,
  },
  seen: {
    keys: (value) => listOf(isPaperKey)(value) && (value as unknown[]).length <= mostSeen,
    how: oneOf('opened', 'scrolled'),
  },
  find: { text: (value) => typeof value === 'string' && value.length <= longestFilter },
  star: { key: isPaperKey },
  changeKeys: {},
  openAsText: {},
};

const pageState: Shape = {
  spec: isSpec,
  key: maybe(isPaperKey),
  listTop: isNumber,
  paperTop: isNumber,
  width: maybe(isNumber),
  view: oneOf('list', 'paper'),
};

export function asToPage(data: unknown): ToPage | undefined {
  return isMessage(data, toPage) ? (data as ToPage) : undefined;
}

export function asFromPage(data: unknown): FromPage | undefined {
  if (isMessage(data, fromPage)) return data as FromPage;
  const asked = asPaperAsk(data);
  return asked && (!('key' in asked) || isPaperKey(asked.key)) ? asked : undefined;
}

/** The state of an earlier page, undefined when another version wrote it. */
export function asPageState(data: unknown): PageState | undefined {
  return fits(data, pageState) ? (data as PageState) : undefined;
}

function isMessage(data: unknown, shapes: Readonly<Record<string, Shape>>): boolean {
  const type = (data as { readonly type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return false;
  return fits(data, shapes[type] ?? {});
}

function fits(data: unknown, shape: Shape): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(shape).every(([name, check]) =>
    check((data as Readonly<Record<string, unknown>>)[name]),
  );
}
