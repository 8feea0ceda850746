import { candidateHint } from '../arxivId.js';
import { dayIn } from '../digestDate.js';
import type { Lines } from '../lines.js';
import { noteIdentity } from '../notes/noteIdentity.js';
import { genericHeader, markLevel, type HeaderKind } from './genericHeader.js';
import { piecesOf } from './markdownLabels.js';

/** Recognition reads no further. */
const mostLines = 400;
const mostCharacters = 64_000;
/** Fewer headings are a chapter of a note, fewer items the references of a README. */
const fewestHeadings = 5;
const fewestItems = 10;
/** Items of a list that begins with a day: a digest of a quiet day. */
const fewestDatedItems = 5;
/** The part of the headings or items of a level that have to be entries. */
const ofLevel = 0.6;
/** The part of the lines that entries have to fill. */
const ofLines = 0.6;
/** The part of the entries that fill the same form. */
const ofForm = 0.75;

/**
 * Which marks of a text are entries of a digest: headings of level 1 to 6, or items (0). undefined
 * when it looks like no digest: ordinary notes, a literature note, a README with references. An
 * awesome list of papers counts as one. Cost: the first 64 kB at most, and next to nothing for texts
 * that hold hardly any id.
 */
export function genericLevel(lines: Lines): number | undefined {
  let limit = Math.min(lines.count, mostLines);
  while (limit > 1 && lines.start(limit) > mostCharacters) limit--;
  const head = lines.text.slice(0, Math.min(lines.start(limit), 2 * mostCharacters));
  if (!hasIds(head) || isNote(head)) return undefined;
  const tally = new Tally(lines, limit);
  for (const level of [1, 2, 3, 4, 5, 6, 0]) {
    if (tally.isDigestOf(level)) return level;
  }
  return undefined;
}

function hasIds(text: string): boolean {
  const hints = text.matchAll(candidateHint);
  let count = 0;
  while (count < fewestHeadings && !hints.next().done) count++;
  return count >= fewestHeadings;
}

/** Literature notes name their paper in the front matter; Preprint marks what it writes itself. */
function isNote(text: string): boolean {
  if (text.includes('<!-- preprint:')) return true;
  const identity = text.startsWith('---') ? noteIdentity(text) : undefined;
  return identity?.paper !== undefined || identity?.citationKey !== undefined;
}

interface Mark {
  readonly line: number;
  readonly level: number;
  readonly kind: HeaderKind | undefined;
}

/** The headings and items of the head of a text. */
class Tally {
  readonly #lines: Lines;
  readonly #limit: number;
  readonly #marks: readonly Mark[];
  readonly #dated: boolean;

  constructor(lines: Lines, limit: number) {
    this.#lines = lines;
    this.#limit = limit;
    const marks: Mark[] = [];
    let fence: string | undefined;
    for (let line = 0; line < limit; line++) {
      const opened = /^\s{0,3}(`{3,}|~{3,})/.exec(lines.line(line).slice(0, 12))?.[1];
      if (opened !== undefined) fence = fence === undefined ? opened[0] : undefined;
      if (fence !== undefined || opened !== undefined) continue;
      const level = markLevel(lines, line);
      if (level === undefined) continue;
      // In programs and settings `#` begins a remark, and code follows at once.
      const header = level === 1 && !isParted(lines, line) ? undefined : genericHeader(lines, line);
      marks.push({ line, level, kind: header?.kind });
    }
    this.#marks = marks;
    const title = marks.find(({ level }) => level > 0);
    this.#dated = title !== undefined && dayIn(lines.line(title.line)) !== undefined;
  }

  isDigestOf(level: number): boolean {
    const marks = this.#marks.filter((mark) => mark.level === level);
    const kind = usual(marks);
    const entries = marks.filter((mark) => mark.kind !== undefined && mark.kind === kind);
    const fewest = level > 0 ? fewestHeadings : this.#dated ? fewestDatedItems : fewestItems;
    if (entries.length < fewest || entries.length < marks.length * ofLevel) return false;
    if (kind === 'below' && !this.#dated && !this.#fillsForm(entries)) return false;
    return this.#covers(level);
  }

  /** Notes on many papers have ids below their headings too: a generator's texts have labels as well. */
  #fillsForm(entries: readonly Mark[]): boolean {
    const filled = entries.filter(({ line }) => {
      const next = this.#marks.find((mark) => mark.line > line && mark.level > 0);
      const block = { lines: this.#lines, from: line + 1, to: next?.line ?? this.#limit };
      return piecesOf(block).some(({ role }) => role === 'authors' || role === 'abstract');
    });
    return filled.length >= entries.length * ofForm;
  }

  /** Most lines belong to entries; headings of sections count for neither side. */
  #covers(level: number): boolean {
    let inside = false;
    let covered = 0;
    let total = 0;
    let next = 0;
    for (let line = 0; line < this.#limit; line++) {
      const mark = this.#marks[next]?.line === line ? this.#marks[next++] : undefined;
      if (this.#lines.isBlank(line)) continue;
      if (mark && mark.level > 0 && (level === 0 || mark.level < level)) {
        inside = false;
        continue;
      }
      if (mark?.level === level) inside = mark.kind !== undefined;
      else if (level === 0 && !/\s/.test(this.#lines.text[this.#lines.start(line)] ?? '')) {
        inside = false;
      }
      total++;
      if (inside) covered++;
    }
    return covered >= total * ofLines;
  }
}

function usual(marks: readonly Mark[]): HeaderKind | undefined {
  const count = (kind: HeaderKind): number => marks.filter((mark) => mark.kind === kind).length;
  return (['link', 'text', 'below'] as const).reduce((best, kind) =>
    count(kind) > count(best) ? kind : best,
  );
}

function isParted(lines: Lines, line: number): boolean {
  return line + 1 >= lines.count || lines.isBlank(line + 1);
}
