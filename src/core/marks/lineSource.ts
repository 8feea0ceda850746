/** A line as it stands in a file, without its end; `bytes` may be all of the file. */
export interface LineSource {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a line may stand in a file of marks although it tells of no paper: a remark behind `#` or
 * `//`, or something in braces, as a newer version may write it. Looks at both ends of the line alone.
 */
export function isRemark({ bytes, from, to }: LineSource): boolean {
  let first = from;
  while (first < to && isSpace(bytes[first])) first++;
  if (bytes[first] === code('#')) return true;
  if (bytes[first] === code('/')) return bytes[first + 1] === code('/') && first + 1 < to;
  if (bytes[first] !== code('{')) return false;
  let last = to - 1;
  while (last > first && isSpace(bytes[last])) last--;
  return bytes[last] === code('}');
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

function code(sign: string): number {
  return sign.charCodeAt(0);
}
