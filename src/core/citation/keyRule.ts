/**
 * Whether a key can be written in every language and format: it begins with a letter, a digit or `_`,
 * ends with one, and holds `_ : . + / -` between. What others have written may be laxer, and is read.
 */
export function isWritableKey(key: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_:.+/-]*[\p{L}\p{N}\p{M}_])?$/u.test(key);
}
