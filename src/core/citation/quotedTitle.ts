import { findMath } from '../render/mathSegments.js';

/** Ends a sentence, even before quotes. */
const ended = /[.?!…。？！]["”’]*$/;
/** Single quotes in double ones; an apostrophe between letters ends none. */
const single = /‘((?:[^‘’]|(?<=\p{L})’(?=\p{L}))*)’/gu;

/**
 * A title in double quotes, its own being single ones there, with the mark inside of them all, as
 * Americans have it; empty for an empty title.
 * @param mark is left out behind a mark of the title's own
 */
export function quotedTitle(title: string, mark: string): string {
  if (title === '') return '';
  const turned = turnedQuotes(title);
  if (ended.test(title)) return `“${turned}”`;
  return turned !== title && /["”]$/.test(title)
    ? `“${turned.slice(0, -1)}${mark}’”`
    : `“${turned}${mark}”`;
}

/** Formulas with quotes in them are left alone, and what is around them. */
function turnedQuotes(title: string): string {
  if (findMath(title).some(({ tex }) => /["“”]/.test(tex))) return title;
  const isPaired = title.split('"').length % 2 === 1;
  const curly = isPaired ? title.replace(/"([^"]*)"/g, '“$1”') : title;
  return curly.replace(/“([^“”]*)”/g, (_, inner: string) => `‘${inner.replace(single, '“$1”')}’`);
}
