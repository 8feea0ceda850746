import type { Lines } from '../lines.js';
import type { AiField } from '../paper.js';

/**
 * Texts under headings of one level, each with its heading for a label; headings without text are
 * left out.
 * @param mark the heading's beginning, such as `### `
 * @param from first line looked at; what stands before the first heading is nobody's
 */
export function headingFields(lines: Lines, mark: string, from: number): AiField[] {
  const fields: AiField[] = [];
  let label: string | undefined;
  let start = from;
  const close = (end: number): void => {
    const text = label === undefined ? '' : withoutRule(lines.slice(start, end)).trim();
    if (label !== undefined && text !== '') fields.push({ label, text });
  };
  for (let line = from; line < lines.count; line++) {
    if (!lines.startsWith(line, mark)) continue;
    close(line);
    label = lines.line(line).slice(mark.length).trim();
    start = line + 1;
  }
  close(lines.count);
  return fields;
}

/** `---` between two parts of a page. */
function withoutRule(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('\n---') ? trimmed.slice(0, -3) : trimmed === '---' ? '' : trimmed;
}
