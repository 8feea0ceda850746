import type { AiField } from '../paper.js';
import type { EntryText } from './entryTexts.js';
import type { HealthFinding } from './finding.js';

/** Labels with nothing behind them. */
export function emptyFields(texts: readonly EntryText[]): HealthFinding[] {
  return texts.flatMap((text): HealthFinding[] => {
    const empty = text.fields.filter((field) => isEmpty(text, field));
    const [first] = empty;
    if (!first) return [];
    const range = text.place(first.label)?.range ?? text.entry.nameRange;
    return [{ check: 'emptyField', range, args: empty.map(({ label }) => label) }];
  });
}

/** Formats tell notices of failure and missing texts alike; the digest itself tells which it is. */
export function isEmpty(text: EntryText, field: AiField): boolean {
  return field.text.trim() === '' && text.place(field.label)?.text === '';
}
