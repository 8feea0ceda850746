import type { EntryText } from './entryTexts.js';
import type { HealthFinding } from './finding.js';

/** Entries without an abstract in a digest whose entries have one: more than half of them. */
export function missingAbstracts(texts: readonly EntryText[]): HealthFinding[] {
  const without = texts.filter(({ body }) => body.abstract === undefined);
  if (without.length * 2 >= texts.length) return [];
  return without.map((text) => {
    const range = text.place('Abstract')?.range ?? text.entry.nameRange;
    return { check: 'missingAbstract', range, args: [] };
  });
}
