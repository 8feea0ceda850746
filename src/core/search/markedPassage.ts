import { texToText } from '../render/texToText.js';
import type { Passage } from './passage.js';

/** Stand for the marks while TeX becomes text: no font, no keyboard and no macro has them. */
const open = '\ue000';
const close = '\ue001';
const placeholders = /[\ue000\ue001]/g;

/**
 * A passage as plain text with ‹ › around what was looked for, for lists that know no other style.
 * Where a mark is inside a macro, whose name says nothing in text, the source stays as it is.
 */
export function markedPassage({ text, marks }: Passage): string {
  let marked = '';
  let from = 0;
  for (const [start, end] of marks) {
    marked += clean(text.slice(from, start)) + open + clean(text.slice(start, end)) + close;
    from = end;
  }
  marked += clean(text.slice(from));
  const plain = texToText(marked);
  const shown = isBalanced(plain, marks.length) ? plain : marked.replace(/\s+/g, ' ');
  return shown.replaceAll(open, '‹').replaceAll(close, '›');
}

function clean(text: string): string {
  return text.replace(placeholders, '');
}

/** Each mark is still there, and opens before it closes. */
function isBalanced(text: string, marks: number): boolean {
  return (text.match(placeholders) ?? []).join('') === (open + close).repeat(marks);
}
