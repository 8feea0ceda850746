import type { StyleFault } from './newerNames.js';

/** Calls that one entry makes; the largest styles make some thousand. */
const mostCalls = 100_000;

/**
 * A macro that calls itself, over others too, or that many others multiply: the engine breaks over the
 * one, and takes all memory for the other.
 */
export function macroFault(style: string): StyleFault | undefined {
  const macros = new Map<string, { readonly start: number; readonly called: readonly string[] }>();
  for (const { index, 1: head = '', 2: body = '' } of style.matchAll(
    /<macro\b([^>]*)>((?:(?!<\/macro\s*>).)*)/gs,
  )) {
    const called = Array.from(body.matchAll(/<[^>]*?\smacro\s*=\s*["']([^"']*)/g));
    const [, name = ''] = /\bname\s*=\s*["']([^"']*)/.exec(head) ?? [];
    macros.set(name, { start: index, called: called.map(([, other = '']) => other) });
  }
  const calls = new Map<string, number>();
  const open = new Set<string>();
  const count = (name: string): number => {
    const known = calls.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) return Infinity;
    open.add(name);
    const { called = [] } = macros.get(name) ?? {};
    const sum = called.reduce((all, other) => all + count(other), 1);
    open.delete(name);
    calls.set(name, sum);
    return sum;
  };
  for (const [name, { start }] of macros) {
    const sum = count(name);
    if (sum === Infinity) return { start, end: start, message: `macro "${name}" calls itself` };
    if (sum > mostCalls) {
      return { start, end: start, message: `macro "${name}" calls others ${sum} times` };
    }
  }
  return undefined;
}
