import type { Lines } from './lines.js';
import type { TextRange } from './text.js';

/**
 * A range as far as it lies in a text: the same where all of it does, else its ends moved to the nearest
 * place that the text has. Editors throw at a negative number, and find nothing behind the end.
 */
export function rangeInText(lines: Lines, range: TextRange): TextRange {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  const start = placeInText(lines, startLine, startCharacter);
  const end = placeInText(lines, endLine, endCharacter);
  const isBehind = end.line < start.line || (end.line === start.line && end.at < start.at);
  const last = isBehind ? start : end;
  const isSame =
    start.line === startLine &&
    start.at === startCharacter &&
    last.line === endLine &&
    last.at === endCharacter;
  if (isSame) return range;
  return {
    startLine: start.line,
    startCharacter: start.at,
    endLine: last.line,
    endCharacter: last.at,
  };
}

interface Place {
  readonly line: number;
  readonly at: number;
}

function placeInText(lines: Lines, line: number, character: number): Place {
  const inText = Math.max(0, Math.min(line, lines.count - 1));
  const length = lines.end(inText) - lines.start(inText);
  return { line: inText, at: Math.max(0, Math.min(character, length)) };
}
