import { arxivKey, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { AiField, EntryBody } from '../paper.js';
import type { DigestFormat } from './format.js';
import { headingFields } from './headingFields.js';
import { writtenId, type WrittenId } from './writtenId.js';

/**
 * The layout of daily-arXiv-astro-ph since 2026: a table of contents, sections of free names, and
 * entries without authors whose texts stand under headings.
 *
 *     # Dark Matter
 *     ## <a id="2606.02566v1"></a>[Title](http://arxiv.org/abs/2606.02566v1) [[back]](#toc-1)
 *     **Relevance:** `0.6126`
 *     ### Background
 */
const start = /^## <a id="[^"<>]{1,40}"><\/a>\[/;
const contents = /^# <a id="toc"><\/a>/;
const back = /\) \[\[back\]\]\(#[^()\s]{1,40}\)\s*$/;
const fieldMark = '### ';
const labelled = /^\*\*([^*:]{1,40}):\*\* +`?([^`]*)`?$/;
const summaryLabel = 'Summary';

export const anchorDaily: DigestFormat = {
  name: 'anchorDaily',

  recognises(lines) {
    if (contents.test(lines.line(0))) return true;
    const first = lines.firstWith('## <a ') ?? lines.headCount;
    for (let line = first; line < lines.headCount; line++) {
      if (lines.startsWith(line, '## <a ') && readHeader(lines.line(line))) return true;
    }
    return false;
  },

  read(lines, { latest }) {
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    let section: string | undefined;
    let open: { readonly header: Header; readonly line: number } | undefined;
    const close = (end: number): void => {
      if (open) entries.push(entryOf(lines, open.header, open.line, end, section));
      open = undefined;
    };
    for (let line = 0; line < lines.count; line++) {
      if (lines.startsWith(line, '# ')) {
        close(line);
        section = lines.line(line).slice(2).trim();
      } else if (lines.startsWith(line, '## <a ')) {
        close(line);
        const header = readHeader(lines.line(line), latest);
        if (header) open = { header, line };
        else if (start.test(lines.line(line))) {
          const title = lines.line(line).replace(start, '');
          problems.push({ kind: 'entryCutOff', line, args: [title] });
        }
      }
    }
    close(lines.count);
    const first = entries[0];
    const { summary, fields = [] } = first
      ? readBody(new Lines(lines.sliceRange(first.range)))
      : {};
    const labels = [...fields, ...(summary ? [summary] : [])].map(({ label }) => label);
    return { digest: { entries, labels }, problems };
  },

  readEntry(text, _labels, { latest }) {
    const lines = new Lines(text);
    const header = readHeader(lines.line(0), latest);
    return header && { key: arxivKey(header.found.id), body: readBody(lines) };
  },
};

interface Header {
  readonly title: string;
  readonly found: WrittenId;
}

function readHeader(text: string, latest?: Month): Header | undefined {
  const from = start.exec(text)?.[0].length;
  const end = back.exec(text)?.index ?? text.trimEnd().length - 1;
  if (from === undefined || text[end] !== ')') return undefined;
  const titleEnd = text.lastIndexOf('](', end);
  if (titleEnd < from) return undefined;
  const urlStart = titleEnd + 2;
  const found = writtenId(text.slice(urlStart, end), latest);
  if (!found) return undefined;
  const { idStart, idEnd } = found;
  return {
    title: text.slice(from, titleEnd),
    found: { ...found, idStart: urlStart + idStart, idEnd: urlStart + idEnd },
  };
}

function entryOf(
  lines: Lines,
  { title, found }: Header,
  line: number,
  end: number,
  section: string | undefined,
): DigestEntry {
  const { id, version, idStart, idEnd } = found;
  let last = end - 1;
  while (last > line && lines.isBlank(last)) last--;
  return {
    key: arxivKey(id),
    id,
    ...(version !== undefined && { version }),
    title,
    authors: [],
    ...(section !== undefined && { category: section }),
    range: {
      startLine: line,
      startCharacter: 0,
      endLine: last,
      endCharacter: lines.end(last) - lines.start(last),
    },
    nameRange: { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd },
  };
}

function readBody(lines: Lines): EntryBody {
  const fields: AiField[] = [];
  for (let line = 1; line < lines.count && !lines.startsWith(line, fieldMark); line++) {
    const [, label, text = ''] = labelled.exec(lines.line(line)) ?? [];
    if (label !== undefined) fields.push({ label, text });
  }
  fields.push(...headingFields(lines, fieldMark, 1));
  const summary = fields.find(({ label }) => label === summaryLabel);
  return { ...(summary && { summary }), fields: fields.filter((field) => field !== summary) };
}
