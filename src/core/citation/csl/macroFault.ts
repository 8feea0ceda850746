import { childrenOf, elementsIn, type StyleElement, type StyleFault } from './styleTree.js';

/** Calls that one entry makes; the largest styles make some thousand. */
const mostCalls = 50_000;
/** Elements in one another, those of macros where they are called; the engine bears some thousand. */
const deepest = 500;

/** What an element makes of an entry, with all that it calls. */
interface Cost {
  readonly calls: number;
  readonly depth: number;
}

const endless: Cost = { calls: Infinity, depth: Infinity };

/**
 * A macro that is not there, that calls itself, over others too, or that many others multiply or nest:
 * the engine breaks over the one, takes all memory for the other, and ends over the third.
 */
export function macroFault(style: StyleElement): StyleFault | undefined {
  const macros = new Map(
    childrenOf(style, 'macro').map((macro) => [macro.attrs['name'] ?? '', macro]),
  );
  const costs = new Map<string, Cost>();
  const open = new Set<string>();
  let missing: StyleFault | undefined;

  const costOfCall = (name: string, start: number, level: number): Cost => {
    const known = costs.get(name);
    if (known) return known;
    const macro = macros.get(name);
    if (!macro) {
      missing ??= { start, reason: `macro "${name}" is not defined` };
      return { calls: 0, depth: 0 };
    }
    if (open.has(name)) return endless;
    open.add(name);
    const { calls, depth } = costOf(macro, level);
    const cost = { calls: calls + 1, depth };
    open.delete(name);
    costs.set(name, cost);
    return cost;
  };
  /** @param level elements around it, those of macros too */
  const costOf = ({ name, attrs, children, start }: StyleElement, level: number): Cost => {
    if (level > deepest) return { calls: 0, depth: 1 };
    const called = attrs['macro'];
    let { calls, depth } =
      called === undefined ? { calls: 0, depth: 0 } : costOfCall(called, start, level + 1);
    for (const child of elementsIn(children)) {
      const inner = costOf(child, level + 1);
      // Of branches an entry takes one.
      calls = name === 'choose' ? Math.max(calls, inner.calls) : calls + inner.calls;
      depth = Math.max(depth, inner.depth);
    }
    return { calls, depth: depth + 1 };
  };

  for (const [name, { start }] of macros) {
    const { calls, depth } = costOfCall(name, start, 0);
    const fault = (reason: string): StyleFault => ({ start, reason: `macro "${name}" ${reason}` });
    if (calls === Infinity) return fault('calls itself');
    if (calls > mostCalls) return fault(`calls others ${calls} times`);
    if (depth > deepest) return fault('calls others too deep in one another');
  }
  for (const element of elementsIn(style.children)) {
    const { calls } = costOf(element, 0);
    if (calls <= mostCalls) continue;
    return { start: element.start, reason: `<${element.name}> calls macros ${calls} times` };
  }
  return missing;
}
