import type { AiField } from '../paper.js';

const andOthers = /\bet\.? ?al\.?,?$/i;

/** `Ada Example et.al.` is the one name that is told. */
export function firstAuthors(text: string): readonly string[] {
  // The generator's own words are cut off without a search.
  const named = text.endsWith(' et.al.') ? text.slice(0, -7) : text.replace(andOthers, '').trim();
  if (!named.includes(',')) return named === '' ? [] : [named.trim()];
  return named
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `**[link](https://github.com/…)**`; `null` where there is no code. */
export function codeFields(text: string): readonly AiField[] {
  const url = /\]\((https?:\/\/[^\s)]+)\)/.exec(text)?.[1];
  return url === undefined ? [] : [{ label: 'Code', text: url }];
}
