import type { EntryText } from './entryTexts.js';
import type { HealthFinding } from './finding.js';
import { scriptOf, type Script } from './script.js';

/** Fewer fields than these tell no rule. */
const leastFields = 5;
/** The part of the fields of one label that makes its script the usual one. */
const usualShare = 2 / 3;

/**
 * Fields in another script than most of their label: a digest may give its titles in one language and
 * its summaries in another, so that each label has a usual script of its own.
 */
export function otherLanguages(texts: readonly EntryText[]): HealthFinding[] {
  const scripts = new Map<string, Map<Script, number>>();
  const written = texts.map((text) => {
    return text.fields.flatMap(({ label, text: words }) => {
      const script = scriptOf(words);
      if (!script) return [];
      const counts = scripts.get(label) ?? new Map<Script, number>();
      scripts.set(label, counts.set(script, (counts.get(script) ?? 0) + 1));
      return [{ label, script }];
    });
  });
  const usual = new Map(Array.from(scripts, ([label, counts]) => [label, usualScript(counts)]));
  return texts.flatMap((text, at): HealthFinding[] => {
    const others = (written[at] ?? []).filter(({ label, script }) => {
      const expected = usual.get(label);
      return expected !== undefined && expected !== script;
    });
    const [first] = others;
    if (!first) return [];
    const range = text.place(first.label)?.range ?? text.entry.nameRange;
    return [{ check: 'otherLanguage', range, args: others.map(({ label }) => label) }];
  });
}

function usualScript(counts: ReadonlyMap<Script, number>): Script | undefined {
  let total = 0;
  for (const count of counts.values()) total += count;
  if (total < leastFields) return undefined;
  for (const [script, count] of counts) if (count >= total * usualShare) return script;
  return undefined;
}
