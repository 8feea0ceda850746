/**
 * A file with the entries of another again and again, up to about a length. A list in JSON gets more
 * members and a table by topic more topics; all other formats bear being written one below the other.
 * @param length in UTF-16 code units
 */
export function enlarged(text: string, length: number): string {
  const copies = Math.max(1, Math.round(length / text.length));
  const repeated = Array.from({ length: copies }, (_, number) => number);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return (text.endsWith('\n') ? text : `${text}\n`).repeat(copies);
  }
  const indentation = text.trimEnd().includes('\n') ? 2 : undefined;
  return JSON.stringify(larger(value, repeated), null, indentation);
}

function larger(value: unknown, repeated: readonly number[]): unknown {
  if (Array.isArray(value)) return repeated.flatMap(() => value as unknown[]);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  if (members.some(([, member]) => Array.isArray(member))) {
    return Object.fromEntries(members.map(([name, member]) => [name, larger(member, repeated)]));
  }
  return Object.fromEntries(
    repeated.flatMap((number) => members.map(([name, member]) => [`${name} ${number}`, member])),
  );
}
