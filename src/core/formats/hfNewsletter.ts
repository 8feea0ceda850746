import { arxivKey, findIds, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { DigestFormat } from './format.js';

/**
 * Hugging Face's daily papers as a newsletter in Markdown (hf-daily-paper-newsletter-chinese):
 *
 *     ### 1. Translated title
 *     **原文标题：** Title, which may be
 *       wrapped
 *     **摘要：**
 *     Translated abstract
 *     **论文链接：** [HuggingFace](https://huggingface.co/papers/2501.12909) | [arXiv](…)
 */
const header = /^### \d{1,3}\. \S/;
const titleLabel = /^\*\*(?:原文标题|Original Title|Title)[:：]\*\*/i;
const abstractLabel = /^\*\*(?:摘要|Abstract|Summary)[:：]\*\*/i;
const linkLabel = /^\*\*(?:论文链接|Paper Links?|Links?)[:：]\*\*/i;
const recognitionLines = 200;
/** The title stands this near to the header. */
const titleWithin = 4;

export const hfNewsletter: DigestFormat = {
  name: 'hfNewsletter',

  recognises(lines) {
    const limit = Math.min(lines.count, recognitionLines);
    const first = lines.firstWith('### ', limit) ?? limit;
    for (let line = first; line < limit; line++) {
      if (header.test(lines.line(line))) return titleAt(lines, line, lines.count) !== undefined;
    }
    return false;
  },

  read(lines, { latest }) {
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    let open: number | undefined;
    const close = (end: number): void => {
      if (open === undefined) return;
      const entry = readItem(lines, open, end, latest);
      if (entry) entries.push(entry);
      else {
        const title = lines.line(open).replace(/^### \d+\. /, '');
        problems.push({ kind: 'entryCutOff', line: open, args: [title] });
      }
      open = undefined;
    };
    for (let line = 0; line < lines.count; line++) {
      if (lines.startsWith(line, '### ') && header.test(lines.line(line))) {
        close(line);
        open = line;
      } else if (lines.startsWith(line, '## ') || lines.startsWith(line, '---')) {
        close(line);
      }
    }
    close(lines.count);
    return { digest: { entries, labels: [] }, problems };
  },

  readEntry(text, _labels, { latest }) {
    const lines = new Lines(text);
    const entry = header.test(lines.line(0)) && readItem(lines, 0, lines.count, latest);
    if (!entry) return undefined;
    const abstract = abstractOf(lines);
    return { key: entry.key, body: { fields: [], ...(abstract !== '' && { abstract }) } };
  },
};

interface Title {
  readonly title: string;
  readonly lastLine: number;
}

/** Titles come wrapped, as arXiv's interface gives them. */
function titleAt(lines: Lines, from: number, end: number): Title | undefined {
  for (let line = from + 1; line < Math.min(end, from + titleWithin); line++) {
    const label = titleLabel.exec(lines.line(line))?.[0];
    if (label === undefined) continue;
    let last = line + 1;
    while (last < end && !lines.isBlank(last) && !lines.startsWith(last, '**')) last++;
    const title = lines
      .slice(line, last)
      .slice(label.length)
      .trim()
      .replace(/\s*\n\s*/g, ' ');
    return title === '' ? undefined : { title, lastLine: last - 1 };
  }
  return undefined;
}

function readItem(
  lines: Lines,
  from: number,
  end: number,
  latest?: Month,
): DigestEntry | undefined {
  const titled = titleAt(lines, from, end);
  if (!titled) return undefined;
  for (let line = end - 1; line > from; line--) {
    if (!linkLabel.test(lines.line(line))) continue;
    const text = lines.line(line);
    const found = findIds(text.slice(0, text.indexOf(')') + 1), latest)[0];
    if (!found) return undefined;
    const { id, version, idStart, idEnd } = found;
    // The link may stand before the title.
    const last = Math.max(line, titled.lastLine);
    return {
      key: arxivKey(id),
      id,
      ...(version !== undefined && { version }),
      title: titled.title,
      authors: [],
      range: {
        startLine: from,
        startCharacter: 0,
        endLine: last,
        endCharacter: lines.end(last) - lines.start(last),
      },
      nameRange: { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd },
    };
  }
  return undefined;
}

function abstractOf(lines: Lines): string {
  let from: number | undefined;
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    if (from === undefined && abstractLabel.test(text)) from = line;
    else if (from !== undefined && linkLabel.test(text)) {
      return lines.slice(from, line).replace(abstractLabel, '').trim();
    }
  }
  return '';
}
