import { Lines } from '../../lines.js';
import type { Stretch } from './silence.js';

/** What the lines of a Markdown text are, as far as citations care. */
export interface MarkdownBlocks {
  /** Code blocks, in order. */
  readonly code: readonly Stretch[];
  /** Runs of lines between blank lines and code: no inline code goes beyond one. */
  readonly prose: readonly Stretch[];
}

interface Fence {
  readonly sign: string;
  readonly length: number;
  /** A MyST directive that holds prose: its own lines are silent, what is between is not. */
  readonly prose: boolean;
}

/** Quote marks, list markers, then the fence: a fence may begin in either. */
const fenceLine =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<fence>`{3,}|~{3,})(?<info>[^`\r\n]*|[^\r\n]*)$/;
/** A list item, a footnote or a definition: what is indented below it is its text, not code. */
const itemLine =
  /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|\(?[a-zA-Z#@][.)])(?=[ \t]|$)|\[\^[^\]\s]+\]:|:)[ \t]*/;
const proseDirective =
  /^\s*\{(?:admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|figure|margin|sidebar|aside|epigraph|pull-quote|topic|blockquote|dropdown|card|grid|grid-item|grid-item-card|tab-set|tab-item|list-table|table|prf:[a-z]+|exercise|solution)\}/;

/** Finds code blocks: fenced, also in lists and quotes, and indented. One pass over the lines. */
export function markdownBlocks(text: string): MarkdownBlocks {
  const lines = new Lines(text);
  const code: Stretch[] = [];
  const prose: Stretch[] = [];
  const fences: Fence[] = [];
  let paragraph: number | undefined;
  /** Columns of indentation that belong to the list item around; undefined outside of lists. */
  let item: number | undefined;
  let afterBlank = true;
  let inIndented = false;
  const endParagraph = (end: number): void => {
    if (paragraph !== undefined) prose.push({ start: paragraph, end });
    paragraph = undefined;
  };
  const hide = (number: number): void => {
    endParagraph(lines.start(number));
    code.push({ start: lines.start(number), end: lines.end(number) });
  };
  for (let number = frontMatterEnd(lines); number < lines.count; number++) {
    const line = lines.line(number);
    const open = fences.at(-1);
    if (open && closes(line, open)) {
      fences.pop();
      hide(number);
      continue;
    }
    if (open?.prose === false) {
      hide(number);
      continue;
    }
    if (line.trim() === '') {
      endParagraph(lines.start(number));
      afterBlank = true;
      continue;
    }
    const indent = indentation(line);
    const isIndented: boolean = indent >= (item ?? 0) + 4 && (inIndented || afterBlank);
    inIndented = isIndented;
    if (isIndented) {
      hide(number);
      continue;
    }
    const fence = fenceLine.exec(line)?.groups;
    const mark = fence?.['fence'];
    const info = fence?.['info'] ?? '';
    if (mark !== undefined && !(mark.startsWith('`') && info.includes('`'))) {
      const sign = mark[0] ?? '`';
      fences.push({ sign, length: mark.length, prose: proseDirective.test(info) });
      hide(number);
      afterBlank = false;
      continue;
    }
    const marker = itemLine.exec(line)?.[0];
    if (marker !== undefined && indent < (item ?? 0) + 4) {
      item = line.startsWith('[^') || line.trimStart().startsWith(':') ? 4 : columns(marker);
    } else if (afterBlank && indent < (item ?? 0)) item = indent === 0 ? undefined : indent;
    afterBlank = false;
    paragraph ??= lines.start(number);
  }
  endParagraph(text.length);
  return { code, prose: withFrontMatter(lines, prose) };
}

/** The line after YAML front matter, whose texts may cite (`nocite`, `abstract`) at any indentation. */
function frontMatterEnd(lines: Lines): number {
  if (lines.line(0).trimEnd() !== '---') return 0;
  for (let number = 1; number < lines.count; number++) {
    if (/^(?:---|\.\.\.)\s*$/.test(lines.line(number))) return number + 1;
  }
  return 0;
}

function withFrontMatter(lines: Lines, prose: readonly Stretch[]): readonly Stretch[] {
  const end = frontMatterEnd(lines);
  return end === 0 ? prose : [{ start: 0, end: lines.start(end) }, ...prose];
}

function closes(line: string, fence: Fence): boolean {
  const text = line.replace(/^[ \t>]*/, '').trimEnd();
  return text.length >= fence.length && /^(?:`+|~+)$/.test(text) && text.startsWith(fence.sign);
}

function indentation(line: string): number {
  return columns(/^[ \t]*/.exec(line)?.[0] ?? '');
}

function columns(text: string): number {
  let count = 0;
  for (const sign of text) count += sign === '\t' ? 4 - (count % 4) : 1;
  return count;
}
