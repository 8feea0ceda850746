import type { Digest, DigestEntry, DigestSection } from '../digest.js';
import type { TextRange } from '../text.js';

/** Whether two readings of one text give the same outline and the same folds. Linear, without waste. */
export function sameShape(a: Digest, b: Digest): boolean {
  return (
    a === b ||
    (sameList(a.entries, b.entries, sameEntry) &&
      sameList(a.sections ?? [], b.sections ?? [], sameSection))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && same(item, other);
    })
  );
}

function sameEntry(a: DigestEntry, b: DigestEntry): boolean {
  return (
    a.title === b.title &&
    a.key === b.key &&
    a.version === b.version &&
    a.category === b.category &&
    sameRange(a.range, b.range) &&
    sameRange(a.nameRange, b.nameRange)
  );
}

function sameSection(a: DigestSection, b: DigestSection): boolean {
  return a.title === b.title && a.level === b.level && sameRange(a.range, b.range);
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return (
    a.startLine === b.startLine &&
    a.startCharacter === b.startCharacter &&
    a.endLine === b.endLine &&
    a.endCharacter === b.endCharacter
  );
}
