/**
 * A text without halves of characters, which no encoding can write: each becomes U+FFFD, as it does when
 * a file is saved and read again. Offsets stay as they are. An editor lets a half stand that was pasted or
 * left behind, an escape in JSON may be one, and a text that is cut at a length may end in one; parsers
 * and `encodeURIComponent` throw at them.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
