/** A stretch of a JSON text; offsets are UTF-16 code units. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export interface JsonArray {
  /** Behind the `[`. */
  readonly inside: number;
  /** Of the `]`; -1 when it is missing. */
  readonly close: number;
  /** Its objects. Other elements are left out. */
  readonly objects: readonly JsonSpan[];
}

/**
 * The objects of the array that a JSON text is, found by brackets and quotes alone, so that each
 * can be parsed by itself: one broken object does not take the others along, and each has its place.
 */
export function findArray(text: string): JsonArray | undefined {
  const begin = /^\s*\[/.exec(text);
  if (!begin) return undefined;
  const inside = begin[0].length;
  const objects: JsonSpan[] = [];
  const token = /"(?:[^"\\\r\n]|\\.)*"?|[[\]{}]/g;
  token.lastIndex = inside;
  let depth = 0;
  let start = inside;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [sign] = match;
    if (sign === '{' || sign === '[') {
      if (depth === 0) start = match.index;
      depth++;
    } else if (sign === '}' || sign === ']') {
      if (depth === 0) return { inside, close: match.index, objects };
      depth--;
      if (depth === 0 && text[start] === '{') objects.push({ start, end: token.lastIndex });
    }
  }
  return { inside, close: -1, objects };
}

/** Where the value of a member of an object stands, a string without its quotes. */
export function findMember(text: string, object: JsonSpan, name: string): JsonSpan | undefined {
  const token = /"((?:[^"\\\r\n]|\\.)*)"(\s*:\s*)?|[[\]{}]/g;
  token.lastIndex = object.start;
  let depth = 0;
  while (token.lastIndex < object.end) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [sign, member, colon] = match;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (depth === 1 && colon !== undefined && member === name) {
      const value = /"((?:[^"\\\r\n]|\\.)*)"|[^\s,{}[\]]+/y;
      value.lastIndex = token.lastIndex;
      const found = value.exec(text);
      if (!found) return undefined;
      const start = found.index + (found[1] === undefined ? 0 : 1);
      return { start, end: start + (found[1] ?? found[0]).length };
    }
  }
  return undefined;
}
