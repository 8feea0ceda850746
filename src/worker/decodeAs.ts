import type { Encoding } from '../core/encodings.js';

/** The bytes 0x80 to 0x9F of Windows-1252; those that stand for nothing stay control characters. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text from bytes in an encoding that is no Unicode.
 * Several versions of Node read Windows-1252 as Latin-1: https://github.com/nodejs/node/issues/56542
 */
export function decodeAs({ label }: Encoding, bytes: Uint8Array): string {
  const text = new TextDecoder(label).decode(bytes);
  if (label !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (sign) => signs.charAt(sign.charCodeAt(0) - 0x80));
}
