import { isArxivCategory } from '../categories.js';
import { Lines } from '../lines.js';
import type { DigestFormat } from './format.js';
import { genericHeader, markLevel } from './genericHeader.js';
import { genericLevel } from './genericLevel.js';
import { labelled } from './labelledEntries.js';
import { markdownFormat, type MarkdownShape } from './markdownEntries.js';

/**
 * The last resort: a file of many entries of one shape, each a heading or an item of a list with a
 * title and exactly one arXiv id (`genericHeader.ts`), and little else (`genericLevel.ts`). It is asked
 * when no other format knows a file, and its name tells people that nobody knows its generator.
 */
export const generic: DigestFormat = {
  name: 'generic',
  recognises: (lines) => genericLevel(lines) !== undefined,
  read: (lines, context) => formatOf(genericLevel(lines) ?? 1).read(lines, context),
  readEntry(text, labels, context) {
    const level = markLevel(new Lines(text), 0);
    return level === undefined ? undefined : formatOf(level).readEntry(text, labels, context);
  },
};

function formatOf(level: number): DigestFormat {
  const header = remembering(genericHeader);
  const shape: MarkdownShape = {
    name: 'generic',
    opens: (lines, line, latest) =>
      markLevel(lines, line) === level && header(lines, line, latest) !== undefined,
    recognises: (lines) => genericLevel(lines) === level,
    withoutAuthors: true,
    repeats: true,
    category: categoryOf,
    ...labelled({ header, unlabelled: 'summary' }),
    ...(level === 0
      ? { closes: (lines, line) => !/\s/.test(lines.text[lines.start(line)] ?? ' ') }
      : {
          firsts: '#',
          closes: (lines, line) => (markLevel(lines, line) ?? 7) <= level,
        }),
  };
  return markdownFormat(shape);
}

/** The header of an entry is asked for at once again, when its block is read. */
function remembering(read: typeof genericHeader): typeof genericHeader {
  const found = new Map<number, ReturnType<typeof genericHeader>>();
  let of: Lines | undefined;
  return (lines, line, latest) => {
    if (of !== lines) found.clear();
    of = lines;
    if (!found.has(line)) found.set(line, read(lines, line, latest));
    return found.get(line);
  };
}

/** `## cs.CV (12)`; the words of other headings are no categories. */
function categoryOf(lines: Lines, line: number): string | undefined {
  if (!lines.startsWith(line, '#')) return undefined;
  const [, name = ''] =
    /^#{1,6} +(?:[^\p{L}\s]{1,4} )?([\w.-]{2,24})/u.exec(lines.line(line)) ?? [];
  return isArxivCategory(name) && name.includes('.') ? name : undefined;
}
