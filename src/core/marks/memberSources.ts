/**
 * The members of an object as its text has them, `"n": 1.0`, by name: reading and writing them would
 * make another number of `1e400`, `1.0` or a large integer. Of a name that comes twice the last, as
 * JSON.parse has it. One pass over the text.
 * @param text valid JSON
 */
export function memberSources(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let name: string | undefined;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = closingQuote(text, at);
      if (depth === 1 && name === undefined) {
        name = JSON.parse(text.slice(at, end + 1)) as string;
        from = at;
      }
      at = end;
      continue;
    }
    const isEnd = (sign === ',' && depth === 1) || (sign === '}' && depth === 1);
    if (isEnd && name !== undefined) {
      members.set(name, text.slice(from, at).trimEnd());
      name = undefined;
    }
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
  }
  return members;
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}
