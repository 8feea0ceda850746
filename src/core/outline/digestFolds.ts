import type { Digest } from '../digest.js';
import type { TextRange } from '../text.js';

/** Lines that fold away below the first of them; counted from 0, the last one inclusive. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** What folds in a digest: each paper, each section, and the table of contents, which is one. */
export function digestFolds({ entries, sections = [] }: Digest): Fold[] {
  return [...sections, ...entries]
    .map(({ range }) => ({ startLine: range.startLine, endLine: lastLineOf(range) }))
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** A range that ends where a line begins holds nothing of that line. */
function lastLineOf({ endLine, endCharacter }: TextRange): number {
  return endCharacter === 0 ? endLine - 1 : endLine;
}
