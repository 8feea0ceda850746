import type { DigestEntry } from '../digest.js';
import type { Lines } from '../lines.js';
import type { AiField, EntryBody } from '../paper.js';
import { aiField } from './aiField.js';

/**
 * The texts of one entry of a daily digest: fields `Label: text` with labels of the generator's
 * choice, then the abstract. A label stands at the start of a line behind a blank one. Fields may
 * run over several lines and even hold blank ones, so that only the next label ends a field
 * (digest-formats.md 1.1).
 */
const labelled =
  /^(?:(?:> )?\*\*)?(\p{L}[^:：*]{0,39}?)(?:\*\*)?[:：](?:\*\*)?(?=\s|$|[^\s\p{ASCII}])/u;
const abstractLabels: ReadonlySet<string> = new Set(['Abstract', '摘要', '英文原始摘要']);
const summaryLabels: ReadonlySet<string> = new Set(['TL;DR', 'TLDR', '一句话结论', '一句话总结']);
/** The authors' own comment, where a fork passes it on. */
const commentLabel = 'Comment';
const categoryLabels: ReadonlySet<string> = new Set(['Main category', '主分类']);
/** The template of upstream: taken for labels wherever they stand first. */
const usualLabels: ReadonlySet<string> = new Set([
  'TL;DR',
  'TLDR',
  'Task',
  'Motivation',
  'Method',
  'Result',
  'Conclusion',
]);

/** Enough entries to tell a label, which many of them share, from a sentence with a colon. */
const sampleSize = 24;
/** The part of the sample that has to share a label: generators leave some out. */
const sharedBy = 1 / 4;

/** The labels that a digest uses for its AI fields, in their order. Cost: the first entries only. */
export function sampleLabels(lines: Lines, entries: readonly DigestEntry[]): string[] {
  const sample = entries.slice(0, sampleSize);
  const counts = new Map<string, number>();
  for (const { range } of sample) {
    const own = new Set<string>();
    for (let line = range.startLine + 1; line <= range.endLine; line++) {
      const label = labelAt(lines, line);
      if (label === undefined) continue;
      if (abstractLabels.has(label)) break;
      if (!categoryLabels.has(label)) own.add(label);
    }
    for (const label of own) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .filter(([label, count]) => usualLabels.has(label) || count >= sample.length * sharedBy)
    .map(([label]) => label);
}

/**
 * @param lines the entry alone
 * @param from its first line behind title and authors
 * @param labels the digest's labels
 */
export function readBody(lines: Lines, from: number, labels: readonly string[]): EntryBody {
  const closing = lastLineStarting(lines, '</details>') ?? lines.count;
  const abstractLine = findAbstract(lines, from, closing);
  const end = abstractLine?.line ?? closing;
  const starts = findLabels(lines, from, end, labels);
  const texts = starts.map(({ label, line }, index): AiField => {
    const until = starts[index + 1]?.line ?? end;
    return aiField(label, withoutLabel(lines.slice(line, until)));
  });
  const summary = texts.find((field) => summaryLabels.has(field.label));
  const comment = texts.find((field) => field.label === commentLabel);
  const abstract =
    abstractLine && withoutMarkup(lines.slice(abstractLine.line, closing).slice(abstractLine.skip));
  return {
    ...(summary && { summary }),
    fields: texts.filter((field) => field !== summary && field !== comment),
    ...(abstract !== undefined && abstract !== '' && { abstract }),
    ...(comment && !comment.failed && { comment: comment.text.replace(/\s*\n\s*/g, ' ') }),
  };
}

/** Template v0 announces the abstract in `<summary>` alone; the later ones label it. */
function findAbstract(
  lines: Lines,
  from: number,
  to: number,
): { readonly line: number; readonly skip: number } | undefined {
  for (let line = from; line < to; line++) {
    const label = labelAt(lines, line);
    if (label !== undefined && abstractLabels.has(label)) {
      return { line, skip: labelled.exec(lines.line(line))?.[0].length ?? 0 };
    }
    if (/^\s*<summary>Abstract<\/summary>\s*$/.test(lines.line(line))) {
      return { line: line + 1, skip: 0 };
    }
  }
  return undefined;
}

interface LabelLine {
  readonly label: string;
  readonly line: number;
}

/** In the entry's own order, which need not be that of the digest's first entry. */
function findLabels(
  lines: Lines,
  from: number,
  to: number,
  labels: readonly string[],
): LabelLine[] {
  const missing = new Set(labels);
  const found: LabelLine[] = [];
  for (let line = from; line < to; line++) {
    const label = labelAt(lines, line);
    // A second one of a kind is a sentence inside a field.
    if (label !== undefined && missing.delete(label)) found.push({ label, line });
  }
  return found;
}

function labelAt(lines: Lines, line: number): string | undefined {
  if (lines.isBlank(line)) return undefined;
  const first = lines.text[lines.start(line)] ?? '';
  if (first === ' ' || first === '<') return undefined;
  if (!opensParagraph(lines, line)) return undefined;
  return labelled.exec(lines.line(line))?.[1]?.trim();
}

function opensParagraph(lines: Lines, line: number): boolean {
  return line === 0 || lines.isBlank(line - 1) || /<\/summary>\s*$/.test(lines.line(line - 1));
}

function withoutLabel(text: string): string {
  const own = text.startsWith('> ') ? text.replace(/^> ?/gm, '') : text;
  return withoutMarkup(own.slice(labelled.exec(own)?.[0].length ?? 0));
}

/** The template's own `<details>` and `<summary>` lines, which stand between two fields. */
function withoutMarkup(text: string): string {
  return text
    .replace(/^[^\S\n]*(?:<\/?details>|<summary>.*<\/summary>)[^\S\n]*$/gm, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .replace(/^[^\S\n]+/, '');
}

function lastLineStarting(lines: Lines, prefix: string): number | undefined {
  for (let line = lines.count - 1; line >= 0; line--)
    if (lines.startsWith(line, prefix)) return line;
  return undefined;
}
