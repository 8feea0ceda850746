import type { QueryFilter } from './query.js';

/** What is written before the colon of a filter. */
export const filterNames: readonly string[] = ['cat', 'category', 'date', 'in', 'is'];

/**
 * Reads the value of a filter; undefined when it says nothing yet, or nothing that is understood.
 * @param open it may go on
 */
export function queryFilter(
  name: string,
  value: string,
  not: boolean,
  open: boolean,
): QueryFilter | undefined {
  if (value === '') return undefined;
  switch (name) {
    case 'cat':
    case 'category': {
      const beginning = /^(.*?)(\.?)\*+$/.exec(value);
      return {
        kind: 'category',
        category: (beginning?.[1] ?? value).toLowerCase(),
        open: open || (beginning !== null && beginning[2] === ''),
        not,
      };
    }
    case 'date':
      return dateFilter(value, not, open);
    case 'in': {
      const folder = value.toLowerCase().replace(/^[/\\]+|[/\\]+$/g, '');
      return folder === '' ? undefined : { kind: 'folder', folder, open, not };
    }
    case 'is':
      return { kind: 'state', state: value.toLowerCase(), not };
    default:
      return undefined;
  }
}

const day = String.raw`(\d{1,4}(?:-\d{0,2}(?:-\d{0,2})?)?)`;
const range = new RegExp(`^${day}?\\.\\.\\.?${day}?$`);
const comparison = new RegExp(`^([<>]=?)?${day}$`);

/** Dates are compared as texts: all days of `2026-01` lie between it and `2026-01~`. */
function dateFilter(value: string, not: boolean, open: boolean): QueryFilter | undefined {
  const between = range.exec(value);
  if (between) {
    const [from, to] = [padded(between[1], false), padded(between[2], open)];
    return { kind: 'date', from, before: to && `${to}~`, not };
  }
  const [, sign = '', typed = ''] = comparison.exec(value) ?? [];
  const date = padded(typed, open);
  if (date === '') return undefined;
  switch (sign) {
    case '>':
      return { kind: 'date', from: `${date}~`, before: '', not };
    case '>=':
      return { kind: 'date', from: date, before: '', not };
    case '<':
      return { kind: 'date', from: '', before: date, not };
    case '<=':
      return { kind: 'date', from: '', before: `${date}~`, not };
    default:
      return { kind: 'date', from: date, before: `${date}~`, not };
  }
}

/** `2026-1` is January, but for when it may go on: then it may become October. */
function padded(date = '', open: boolean): string {
  const parts = date.replace(/-+$/, '');
  return open ? parts : parts.replace(/-(\d)(?=-|$)/g, '-0$1');
}
