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
const item =
  /^- \[(.+)\]\(https?:\/\/[^\s()]*\/\d{4}-\d\d-\d\d[+ ][^\s]*\.yaml\) \/ (\d{4}-\d\d-\d\d)/;

export const hfTagList: DigestFormat = {
  name: 'hfTagList',

  recognises(lines) {
    const first = lines.skipBlank(0);
    return lines.startsWith(first, '- [') && item.test(lines.line(first));
  },

  read(lines) {
    const entries: DigestEntry[] = [];
    for (let line = 0; line < lines.count; line++) {
      if (!lines.startsWith(line, '- [')) continue;
      const text = lines.line(line);
      const [, title = '', date = ''] = item.exec(text) ?? [];
      if (title === '') continue;
      const day = dayIn(date);
      entries.push({
        key: titleKey(title),
        title,
        authors: [],
        ...(day !== undefined && { day }),
        range: { startLine: line, startCharacter: 0, endLine: line, endCharacter: text.length },
        nameRange: {
          startLine: line,
          startCharacter: 3,
          endLine: line,
          endCharacter: 3 + title.length,
        },
      });
    }
    return { digest: { entries, labels: [] }, problems: [] };
  },

  readEntry(text) {
    const title = item.exec(new Lines(text).line(0))?.[1];
    return title === undefined ? undefined : { key: titleKey(title), body: { fields: [] } };
  },
};
