import type { AiField } from '../paper.js';

const andOthers = /\bet\.? ?al\.?,?$/i;

/** `Ada Example et.al.` is the one name that is told. */
export function firstAuthors(text: string): readonly string[] {
  const named = text.replace(andOthers, '');
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
