import type { Month } from './arxivId.js';
import type { DigestEntry } from './digest.js';
import { kaggleCategories, kaggleRecord } from './formats/kaggle.js';

/** A format that can be read line by line, for files that never are in memory as a whole. */
export interface LineFormat {
  /** A name in the registry of formats, which reads the text of an entry. */
  readonly name: string;
  recognisesLine(line: string): boolean;
  /**
   * At a fraction of the cost of reading the line, so that others are passed over.
   * @param line its bytes as Latin-1 characters do: categories are ASCII
   */
  categoriesIn(line: string): readonly string[];
  /** As of line 0; undefined for what is no record, or damaged. */
  entry(line: string, latest: Month): DigestEntry | undefined;
}

const kaggleMembers = ['id', 'title', 'authors', 'categories', 'abstract'];

const kaggleLines: LineFormat = {
  name: 'kaggle',
  recognisesLine: (line) =>
    kaggleMembers.every((name) => line.includes(`"${name}"`)) &&
    kaggleRecord(line)?.id !== undefined,
  categoriesIn: kaggleCategories,
  entry: kaggleRecord,
};

export const lineFormats: readonly LineFormat[] = [kaggleLines];

/**
 * Whether a paper of some categories is wanted: one of them, the primary one or a cross-list, is named,
 * or lies in an archive that is (`cs` and `cs.*` mean all of computer science).
 */
export function wantedCategories(wanted: readonly string[]): (category: string) => boolean {
  const names = wanted.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/\.?\*$/, ''),
  );
  const exact = new Set(names.filter((name) => name !== ''));
  const known = new Map<string, boolean>();
  return (category) => {
    let isWanted = known.get(category);
    if (isWanted === undefined) {
      const name = category.toLowerCase();
      const dot = name.indexOf('.');
      isWanted = exact.has(name) || (dot > 0 && exact.has(name.slice(0, dot)));
      known.set(category, isWanted);
    }
    return isWanted;
  };
}
