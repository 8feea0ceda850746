import type { PaperFacts, PaperKey } from '../paper.js';
import type { Progress } from '../marks/mark.js';
import { texToText } from '../render/texToText.js';

/** One paper as a list for reading shows it. Plain texts without TeX, never HTML. */
export interface ListRow {
  readonly key: PaperKey;
  readonly title: string;
  /** Names as many as anybody looks for, parted by commas. */
  readonly authors: string;
  /** '' for none. */
  readonly category: string;
}

/** What a list shows of a paper's mark. */
export interface RowMark {
  readonly progress: Progress;
  readonly starred: boolean;
  /** Left out of the list, by itself or by a rule of the person. */
  readonly muted: boolean;
}

/** UTF-16 code units. Collaborations have thousands of authors. */
const longestAuthors = 600;

/** Some ten microseconds: made for thousands of papers. */
export function listRow({ key, title, authors, category }: PaperFacts): ListRow {
  let names = '';
  for (const author of authors) {
    if (names.length > longestAuthors) break;
    names += (names === '' ? '' : ', ') + texToText(author);
  }
  return { key, title: texToText(title), authors: names, category: category ?? '' };
}
