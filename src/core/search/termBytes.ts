/**
 * Terms as bytes: each UTF-16 code unit as UTF-8 would write it, so that bytes sort as code units do
 * and words of ASCII, the most by far, take one byte a letter.
 */
export function termBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

/** The code units of a term, for what must count letters, not bytes. */
export function termUnits(bytes: Uint8Array, length: number): number[] {
  const units: number[] = [];
  for (let at = 0; at < length;) {
    const byte = bytes[at] ?? 0;
    const second = (bytes[at + 1] ?? 0) & 63;
    if (byte < 0x80) units.push(byte);
    else if (byte < 0xe0) units.push(((byte & 31) << 6) | second);
    else units.push(((byte & 15) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 63));
    at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
  }
  return units;
}

export function termText(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...termUnits(bytes, length));
}

/** A code unit takes three bytes at most, and a term has 64 code units at most. */
export const longestTermBytes = 192;

/** Compares two stretches; negative when the first comes before. */
export function compareBytes(
  a: Uint8Array,
  fromA: number,
  lengthA: number,
  b: Uint8Array,
  fromB: number,
  lengthB: number,
): number {
  const shared = Math.min(lengthA, lengthB);
  for (let at = 0; at < shared; at++) {
    const difference = (a[fromA + at] ?? 0) - (b[fromB + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}
