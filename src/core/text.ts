/**
 * A stretch of a document as VS Code counts it: lines and characters from 0, characters in UTF-16
 * code units, the end exclusive. Lines end at `\n`, `\r\n` or a lone `\r`; a byte order mark is not
 * part of the text. Flat, because a year of digests holds half a million of them.
 */
export interface TextRange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}
