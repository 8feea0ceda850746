/** Whether the parts of a pattern follow each other, the first at the start, the last at the end. */
export function fits(text: string, parts: readonly string[]): boolean {
  const [head = '', ...others] = parts;
  const tail = others.pop() ?? '';
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}

export function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
