/** The array itself, or a copy that is at least twice as long. */
export function withRoom<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  array: T,
  length: number,
  type: new (length: number) => T,
): T {
  if (length <= array.length) return array;
  const longer = new type(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
