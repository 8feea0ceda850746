import type { Lines } from '../lines.js';
import type { TextRange } from '../text.js';

/** Where an entry writes a label, and what stands behind it. */
export interface FieldPlace {
  /** The line's text from the label on; of a data file the label alone. */
  readonly range: TextRange;
  /** What the label's line says behind it. */
  readonly text: string;
}

/** A label at the start of a line, whatever marks it: `**TL;DR**:`, `- Method：`, `> Result:`. */
const labelLine = /^([\s*#>|_-]{0,12})([^\s:：*][^:：*]{0,59})(\*{0,3}[:：]\*{0,3})/;
/** A key of JSON. */
const quotedKey = /"([^"\\]{1,60})" ?:/g;
/** A longer line is a data file's. */
const longLine = 20_000;

/**
 * The places of all labels of an entry, the first of each; one pass over its lines, however many
 * labels are looked for.
 */
export function fieldPlaces(lines: Lines, entry: TextRange): ReadonlyMap<string, FieldPlace> {
  const places = new Map<string, FieldPlace>();
  const last = Math.min(entry.endLine, lines.count - 1);
  for (let line = entry.startLine; line <= last; line++) {
    const from = line === entry.startLine ? entry.startCharacter : 0;
    const whole = lines.line(line);
    const text = whole.slice(from, line === entry.endLine ? entry.endCharacter : undefined);
    const found = text.length < longLine ? labelLine.exec(text) : null;
    if (found) {
      const [all, indent = '', label = ''] = found;
      const value = text.slice(all.length).trim();
      add(places, label.trim(), line, [from + indent.length, from + text.trimEnd().length], value);
    }
    for (const { 0: key, 1: label = '', index } of text.matchAll(quotedKey)) {
      const start = from + index + 1;
      add(places, label, line, [start, start + label.length], valueAt(text, index + key.length));
    }
  }
  return places;
}

function add(
  places: Map<string, FieldPlace>,
  label: string,
  line: number,
  [startCharacter, endCharacter]: readonly [number, number],
  text: string,
): void {
  if (places.has(label)) return;
  places.set(label, {
    range: { startLine: line, startCharacter, endLine: line, endCharacter },
    text,
  });
}

/** Enough to be named in a sentence. */
const mostOfValue = 100;

/** A string of JSON, as far as a sentence would name it. */
function valueAt(text: string, from: number): string {
  const part = text.slice(from, from + mostOfValue).trimStart();
  const value = part.startsWith('"') ? /^[^"]*/.exec(part.slice(1)) : /^[^,}\]]*/.exec(part);
  return (value?.[0] ?? '').trim();
}
