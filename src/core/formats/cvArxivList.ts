import { arxivKey, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import { codeFields, firstAuthors } from './cvArxivRow.js';
import type { DigestFormat } from './format.js';
import { dayInCell, statedDate } from './tableRows.js';
import { writtenId } from './writtenId.js';

/**
 * The list that cv-arxiv-daily makes for WeChat (digest-formats.md 3, row 1), under `## Topic`:
 *
 *     - 2022-11-30, **Title**, First Author et.al., Paper: [url](url), Code: **[url](url)**
 */
const beforeTitle = /^- (20\d\d-\d\d-\d\d), \*\*/;
const beforePaper = ', Paper: [';
const afterTitle = '**, ';
const topicHeading = /^## +(\S.*)$/;
const recognitionLines = 400;

export const cvArxivList: DigestFormat = {
  name: 'cvArxivList',

  recognises(lines) {
    const limit = Math.min(lines.count, recognitionLines);
    for (let line = 0; line < limit; line++) {
      if (lines.startsWith(line, '- 20')) return readItem(lines.line(line)) !== undefined;
    }
    return false;
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
          const title = text.replace(beforeTitle, '').split(afterTitle)[0] ?? '';
          problems.push({ kind: 'entryCutOff', line, args: [title] });
        }
        continue;
      }
      const { idStart, idEnd, facts } = item;
      entries.push({
        ...facts,
        ...(topic !== undefined && { category: topic }),
        range: { startLine: line, startCharacter: 0, endLine: line, endCharacter: text.length },
        nameRange: { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd },
      });
    }
    const date = statedDate(lines);
    return { digest: { entries, labels: [], ...(date && { date }) }, problems };
  },

  readEntry(text, _labels, { latest }) {
    const item = readItem(new Lines(text).line(0), latest);
    return item && { key: item.facts.key, body: { fields: codeFields(item.code) } };
  },
};

interface Item {
  readonly facts: Omit<DigestEntry, 'range' | 'nameRange'>;
  readonly idStart: number;
  readonly idEnd: number;
  readonly code: string;
}

function readItem(text: string, latest?: Month): Item | undefined {
  const start = beforeTitle.exec(text);
  const paper = text.lastIndexOf(beforePaper);
  if (!start || paper === -1) return undefined;
  const titleStart = start[0].length;
  const titleEnd = text.lastIndexOf(afterTitle, paper);
  const linkStart = paper + beforePaper.length - 1;
  const linkEnd = text.indexOf(')', linkStart);
  const link = text.slice(linkStart, linkEnd === -1 ? undefined : linkEnd);
  const found = writtenId(link, latest);
  if (titleEnd < titleStart || !found) return undefined;
  const day = dayInCell(start[1] ?? '');
  const code = text.indexOf(', Code: ', paper);
  return {
    facts: {
      key: arxivKey(found.id),
      id: found.id,
      ...(found.version !== undefined && { version: found.version }),
      title: text.slice(titleStart, titleEnd).trim(),
      authors: firstAuthors(text.slice(titleEnd + afterTitle.length, paper)),
      ...(day !== undefined && { day }),
    },
    idStart: linkStart + found.idStart,
    idEnd: linkStart + found.idEnd,
    code: code === -1 ? '' : text.slice(code),
  };
}
