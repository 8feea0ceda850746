import { listItems } from '../citation/scan/brackets.js';
import type { CitedKey } from '../citation/scan/citationGroup.js';
import type { FieldPlace } from './bibFields.js';

/** Nobody gives a work more names, nor a collection more parts. */
const mostKeys = 1000;

/** The keys in the value of a field that lists some; none in one that is a macro or joined of several. */
export function keyList(text: string, { valueStart, valueEnd }: FieldPlace): readonly CitedKey[] {
  const value = text.slice(valueStart, valueEnd);
  if (!/^(?:\{[^{}"#]*\}|"[^{}"#]*")$/.test(value)) return [];
  return listItems(text, valueStart + 1, valueEnd - 1, ',')
    .filter((item) => item.text !== '')
    .slice(0, mostKeys)
    .map((item) => ({ key: item.text, start: item.start, end: item.start + item.text.length }));
}
