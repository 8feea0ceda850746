import { isEmpty } from './emptyFields.js';
import type { EntryText } from './entryTexts.js';
import type { HealthFinding } from './finding.js';

/** Notices of failure in place of texts (digest-formats.md 1.1 and 1.3), one finding for an entry. */
export function placeholders(texts: readonly EntryText[]): HealthFinding[] {
  return texts.flatMap((text): HealthFinding[] => {
    const failed = text.fields.filter((field) => field.failed && !isEmpty(text, field));
    const [first] = failed;
    if (!first) return [];
    const place = text.place(first.label);
    const labels = failed.map(({ label }) => label);
    return [
      {
        check: 'placeholderText',
        range: place?.range ?? text.entry.nameRange,
        args: [place?.text ?? '', ...labels],
      },
    ];
  });
}
