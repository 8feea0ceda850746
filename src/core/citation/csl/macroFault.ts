import type { StyleFault } from './newerNames.js';

/** Calls that one entry makes; the largest styles make some thousand. */
const mostCalls = 100_000;
/** Elements in one another, those of macros where they are called; the engine bears some thousand. */
const deepest = 500;

interface MacroCall {
  readonly name: string;
  /** Elements around it in its macro. */
  readonly depth: number;
}

interface Macro {
  readonly start: number;
  readonly calls: readonly MacroCall[];
}

/** What a macro makes of an entry, with all that it calls. */
interface Cost {
  readonly calls: number;
  readonly depth: number;
}

const endless: Cost = { calls: Infinity, depth: Infinity };

/**
 * A macro that calls itself, over others too, or that many others multiply or nest: the engine breaks
 * over the one, takes all memory for the other, and ends over the third.
 * @param style each tag of which is closed before the next one begins
 */
export function macroFault(style: string): StyleFault | undefined {
  const macros = macrosIn(style);
  const costs = new Map<string, Cost>();
  const open = new Set<string>();
  const cost = (name: string): Cost => {
    const known = costs.get(name);
    if (known) return known;
    if (open.has(name)) return endless;
    // Each macro is an element at least.
    if (open.size > deepest) return { calls: 1, depth: deepest };
    open.add(name);
    let [calls, depth] = [1, 1];
    for (const call of macros.get(name)?.calls ?? []) {
      const inner = cost(call.name);
      calls += inner.calls;
      depth = Math.max(depth, call.depth + inner.depth);
    }
    open.delete(name);
    costs.set(name, { calls, depth });
    return { calls, depth };
  };
  for (const [name, { start }] of macros) {
    const { calls, depth } = cost(name);
    const fault = (message: string): StyleFault => ({ start, end: start, message });
    if (calls === Infinity) return fault(`macro "${name}" calls itself`);
    if (calls > mostCalls) return fault(`macro "${name}" calls others ${calls} times`);
    if (depth > deepest) return fault(`macro "${name}" calls others too deep in one another`);
  }
  return undefined;
}

function macrosIn(style: string): ReadonlyMap<string, Macro> {
  const macros = new Map<string, Macro>();
  for (const { index, 1: head = '', 2: body = '' } of style.matchAll(
    /<macro\b([^>]*)>((?:(?!<\/macro\s*>).)*)/gs,
  )) {
    const [, name = ''] = /\bname\s*=\s*["']([^"']*)/.exec(head) ?? [];
    macros.set(name, { start: index, calls: callsIn(body) });
  }
  return macros;
}

function callsIn(body: string): MacroCall[] {
  const calls: MacroCall[] = [];
  let depth = 1;
  for (const { 0: tag } of body.matchAll(/<[^>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    const [, name] = /\smacro\s*=\s*["']([^"']*)/.exec(tag) ?? [];
    if (name !== undefined) calls.push({ name, depth });
    if (!tag.startsWith('</') && !tag.endsWith('/>')) depth++;
  }
  return calls;
}
