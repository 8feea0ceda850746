import { arxivKey, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import { codeFields, firstAuthors } from './cvArxivRow.js';
import type { DigestFormat } from './format.js';
import { dayInCell, rowEntry, statedDate, type RowFacts } from './tableRows.js';
import { writtenId } from './writtenId.js';

/**
 * The list that cv-arxiv-daily makes for WeChat (digest-formats.md 3, row 1), under `## Topic`:
 *
 *     - 2022-11-30, **Title**, First Author et.al., Paper: [url](url), Code: **[url](url)**
 */
const beforeTitle = /^- 20\d\d-\d\d-\d\d, \*\*/;
const dayEnd = '- 2022-11-30'.length;
const titleStart = '- 2022-11-30, **'.length;
const beforePaper = ', Paper: [';
const afterTitle = '**, ';
const topicHeading = /^## +(\S.*)$/;

export const cvArxivList: DigestFormat = {
  name: 'cvArxivList',

  recognises(lines) {
    const line = lines.firstWith('- 20');
    return line !== undefined && readItem(lines.line(line)) !== undefined;
  },

  read(lines, { latest }) {
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    let topic: string | undefined;
    for (let line = 0; line < lines.count; line++) {
      if (lines.startsWith(line, '## ')) topic = topicHeading.exec(lines.line(line))?.[1]?.trim();
      if (!lines.startsWith(line, '- 20')) continue;
      const text = lines.line(line);
      const item = readItem(text, latest);
      if (!item) {
        if (beforeTitle.test(text)) {
          const title = text.slice(titleStart).split(afterTitle)[0] ?? '';
          problems.push({ kind: 'entryCutOff', line, args: [title] });
        }
        continue;
      }
      entries.push(rowEntry(item, line, text.length, topic));
    }
    const date = statedDate(lines);
    return { digest: { entries, labels: [], ...(date && { date }) }, problems };
  },

  readEntry(text, _labels, { latest }) {
    const item = readItem(new Lines(text).line(0), latest);
    return item && { key: arxivKey(item.id.id), body: { fields: codeFields(item.code) } };
  },
};

interface Item extends RowFacts {
  readonly code: string;
}

function readItem(text: string, latest?: Month): Item | undefined {
  const paper = text.lastIndexOf(beforePaper);
  if (paper === -1 || !beforeTitle.test(text)) return undefined;
  const titleEnd = text.lastIndexOf(afterTitle, paper);
  const linkStart = paper + beforePaper.length - 1;
  const linkEnd = text.indexOf(')', linkStart);
  const link = text.slice(linkStart, linkEnd === -1 ? undefined : linkEnd);
  const id = writtenId(link, latest, linkStart);
  if (titleEnd < titleStart || !id) return undefined;
  const code = text.indexOf(', Code: ', paper);
  return {
    id,
    title: text.slice(titleStart, titleEnd).trim(),
    authors: firstAuthors(text.slice(titleEnd + afterTitle.length, paper)),
    day: dayInCell(text.slice('- '.length, dayEnd)),
    code: code === -1 ? '' : text.slice(code),
  };
}
