import type { DigestEntry, Problem } from '../digest.js';
import type { Lines } from '../lines.js';
import type { TextRange } from '../text.js';
import type { HealthFinding } from './finding.js';

/** What could not be read, at the name of its entry or else at its line. */
export function problemPlaces(
  problems: readonly Problem[],
  entries: readonly DigestEntry[],
  lines: Lines,
): HealthFinding[] {
  const byLine = new Map<number, DigestEntry[]>();
  for (const entry of entries) {
    const here = byLine.get(entry.range.startLine);
    if (here) here.push(entry);
    else byLine.set(entry.range.startLine, [entry]);
  }
  return problems.map(({ kind, line, args }) => {
    const here = byLine.get(line) ?? [];
    const entry = here.find(({ id, title }) => args.includes(id ?? title)) ?? here[0];
    return { check: kind, range: entry?.nameRange ?? lineRange(lines, line), args };
  });
}

/** The text of a line without the blanks around it. */
export function lineRange(lines: Lines, at: number): TextRange {
  const line = Math.max(0, Math.min(at, lines.count - 1));
  const text = lines.line(line);
  const startCharacter = text.length - text.trimStart().length;
  const endCharacter = Math.max(startCharacter, text.trimEnd().length);
  return { startLine: line, startCharacter, endLine: line, endCharacter };
}
