import { stemOf } from './paths.js';
import type { Part } from './parts.js';

/** What names stand for. */
export type Definitions = ReadonlyMap<string, string>;

const longestPath = 1000;
/** Definitions in one another. */
const deepest = 5;

/**
 * What a document's macros stand for: the first one counts, as `\providecommand` has it.
 * LaTeX's `\jobname` is the root's name.
 */
export function definitionsOf({ path, says }: Part): Map<string, string> {
  const found = new Map([['jobname', stemOf(path)]]);
  for (const [name, value] of says.definitions ?? []) {
    if (!found.has(name)) found.set(name, value);
  }
  return found;
}

/** A path with what its macros stand for; undefined when one of them is not known. */
export function expanded(path: string, definitions: Definitions): string | undefined {
  let text = path;
  for (let depth = 0; /\\[A-Za-z@]/.test(text); depth++) {
    if (depth === deepest || text.length > longestPath) return undefined;
    const unknown: string[] = [];
    text = text.replace(/\\([A-Za-z@]+)(?:\s*\{\}|\s+)?/g, (_, name: string) => {
      const value = definitions.get(name);
      if (value === undefined) unknown.push(name);
      return value ?? '';
    });
    if (unknown.length > 0) return undefined;
  }
  return text;
}
