import type { DigestEntry } from '../digest.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import { titleKey } from '../title.js';
import type { DigestFormat } from './format.js';

/**
 * The papers of one tag of hf-daily-paper-newsletter, which tell no id but the day of each:
 *
 *     - [Title](https://github.com/…/archive/7/2024-01-22+Title.yaml) / 2024-01-22
 */
const opener = '- [';
// A file's name has an end: else each of many brackets would be a search to the end of the line.
const link =
  /\]\(https?:\/\/[^\s()]*\/\d{4}-\d\d-\d\d[+ ]\S{0,1000}\.yaml\) \/ (?=\d{4}-\d\d-\d\d)/y;

interface Item {
  readonly title: string;
  /** `2024-01-22`. */
  readonly date: string;
}

/** The last link of a line is the item's: titles hold brackets of their own. */
function itemIn(text: string): Item | undefined {
  if (!text.startsWith(opener)) return undefined;
  let end = text.lastIndexOf('](');
  while (end > opener.length) {
    link.lastIndex = end;
    if (link.test(text)) {
      const { lastIndex } = link;
      return { title: text.slice(opener.length, end), date: text.slice(lastIndex, lastIndex + 10) };
    }
    end = text.lastIndexOf('](', end - 1);
  }
  return undefined;
}

export const hfTagList: DigestFormat = {
  name: 'hfTagList',

  recognises(lines) {
    if (lines.firstSign !== '-') return false;
    const first = lines.skipBlank(0);
    return lines.startsWith(first, opener) && itemIn(lines.line(first)) !== undefined;
  },

  read(lines) {
    const entries: DigestEntry[] = [];
    for (let line = 0; line < lines.count; line++) {
      if (!lines.startsWith(line, opener)) continue;
      const text = lines.line(line);
      const item = itemIn(text);
      if (!item) continue;
      const { title, date } = item;
      const day = dayIn(date);
      entries.push({
        key: titleKey(title),
        title,
        authors: [],
        ...(day !== undefined && { day }),
        range: { startLine: line, startCharacter: 0, endLine: line, endCharacter: text.length },
        nameRange: {
          startLine: line,
          startCharacter: opener.length,
          endLine: line,
          endCharacter: opener.length + title.length,
        },
      });
    }
    return { digest: { entries, labels: [] }, problems: [] };
  },

  readEntry(text) {
    const title = itemIn(new Lines(text).line(0))?.title;
    return title === undefined ? undefined : { key: titleKey(title), body: { fields: [] } };
  },
};
