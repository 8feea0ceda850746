/**
 * A number from 1 for a text: where two are not the same, neither are the texts, and where they are,
 * the texts nearly always are (FNV-1a). For finding texts without keeping them.
 */
export function textNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0 || 1;
}
