import { findIds, type Month } from '../arxivId.js';
import { dayIn } from '../digestDate.js';
import type { Lines } from '../lines.js';
import type { AiField } from '../paper.js';
import { authorNames } from './authorNames.js';
import { between } from './between.js';
import { shownText } from './htmlContent.js';
import { labelled, ownSummary, plainHeader, type EntryHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';
import { pageTemplates, type PageTemplate } from './paperPageTemplates.js';
import { piecesOf, type Block } from './markdownLabels.js';

/**
 * A page that a generator wrote about one paper (digest-formats.md 3, rank 18): a digest of one entry,
 * which is the whole page. Literature notes of a person, those that Preprint starts among them, look
 * alike and are none: only the strict marks of known generators count (`paperPageTemplates.ts`).
 */
const page = labelled({ header });

export const paperPage = markdownFormat({
  name: 'paperPage',
  firsts: '#-',
  withoutAuthors: true,

  recognises: (lines) => templateOf(lines) !== undefined,
  opens: (lines, line) => line === 0 && templateOf(lines) !== undefined,
  ...page,

  body(block, labels) {
    const template = templateOf(block.lines);
    const unlabelled = template?.unlabelled ?? 'nothing';
    const body = labelled({ header, unlabelled }).body(block, labels);
    const told = template?.summary && metaText(block.lines, template.summary);
    const summary = body.summary
      ? // One sentence is what its heading promises; keywords follow it.
        { ...body.summary, text: body.summary.text.replace(/\n\n.*$/s, '') }
      : told !== undefined && { label: ownSummary, text: told.replace(/^(?:\[[^\]]*\])+\s*/, '') };
    return { ...body, ...(summary && { summary }), fields: firstOfLabel(body.fields) };
  },

  /** Sections, and what stands under a label before the first of them; not the labels within. */
  labels(block) {
    const first = titleLine(block.lines) + 1;
    let section = first;
    while (section < block.to && !block.lines.startsWith(section, '## ')) section++;
    const labels = fieldLabels({ ...block, from: first, to: section });
    for (let line = section; line < block.to; line++) {
      if (block.lines.startsWith(line, '## ')) {
        labels.push(...fieldLabels({ ...block, from: line, to: line + 1 }));
      }
    }
    return labels;
  },

  day(lines) {
    const mark = templateOf(lines)?.dayMark;
    const line = mark === undefined ? undefined : lineWith(lines, mark);
    return line === undefined ? undefined : dayIn(lines.line(line));
  },
});

/** Pages that were written anew hold the older writing below, with the same headings. */
function firstOfLabel(fields: readonly AiField[]): AiField[] {
  const seen = new Set<string>();
  return fields.filter(({ label }) => !seen.has(label) && seen.add(label));
}

function fieldLabels(block: Block): string[] {
  return piecesOf(block).flatMap(({ label, role }) =>
    label !== undefined && (role === 'field' || role === 'summary') ? [label] : [],
  );
}

function templateOf(lines: Lines): PageTemplate | undefined {
  const first = lines.line(0);
  return pageTemplates.find(
    (template) => template.firstLine.test(first) && template.recognises(lines),
  );
}

/** The template's marks stand in the head of a page, or at its very end. */
const headLines = 60;
const tailLines = 12;

function lineWith(lines: Lines, mark: string): number | undefined {
  for (let line = 0; line < Math.min(lines.count, headLines); line++) {
    if (lines.line(line).includes(mark)) return line;
  }
  for (let line = Math.max(0, lines.count - tailLines); line < lines.count; line++) {
    if (lines.line(line).includes(mark)) return line;
  }
  return undefined;
}

function titleLine(lines: Lines): number {
  let line = 0;
  while (line < lines.count && line < headLines && !lines.startsWith(line, '# ')) line++;
  return line;
}

function header(lines: Lines, _line: number, latest?: Month): EntryHeader | undefined {
  const template = templateOf(lines);
  const at = titleLine(lines);
  const title = plainHeader(lines.line(at), '# '.length);
  if (!template || !title) return undefined;
  const line = lineWith(lines, template.idMark);
  const text = line === undefined ? '' : lines.line(line);
  const [id] = findIds(text, latest).filter(
    ({ idStart }) => idStart > text.indexOf(template.idMark),
  );
  const authors = template.authors && metaText(lines, template.authors);
  const category = template.category && metaText(lines, template.category);
  return {
    ...title,
    titleLine: at,
    ...(id && line !== undefined && { id, idLine: line }),
    ...(authors !== undefined && { authors: authorNames(authors) }),
    ...(category !== undefined && { categories: [category] }),
    height: at + 1,
  };
}

/** What a line of the head tells between two marks. */
function metaText(lines: Lines, [open, close]: readonly [string, string]): string | undefined {
  const line = lineWith(lines, open);
  const text = line === undefined ? undefined : between(lines.line(line), open, close);
  return text === undefined ? undefined : shownText(text) || undefined;
}
