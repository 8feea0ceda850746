import type { Lines } from '../lines.js';

/** How a generator writes a page about one paper, and by what it is told from a person's note. */
export interface PageTemplate {
  /** Asked first: it spares all other documents the rest. */
  readonly firstLine: RegExp;
  recognises(lines: Lines): boolean;
  /** What stands before the id, in its line. */
  readonly idMark: string;
  /** What the line holds that tells the day. */
  readonly dayMark: string;
  /** Between which marks of one line authors, category and summary stand, where no label tells them. */
  readonly authors?: readonly [string, string];
  readonly category?: readonly [string, string];
  readonly summary?: readonly [string, string];
  /** What the text below the title is; without it, it is left out. */
  readonly unlabelled?: 'abstract';
}

const headLines = 40;

function hasLine(lines: Lines, start: string, from = 1, to = headLines): boolean {
  for (let line = from; line < Math.min(to, lines.count); line++) {
    if (lines.startsWith(line, start)) return true;
  }
  return false;
}

/** exopoiesis: abstract between authors and a tail of fixed lines, the last of them links to arXiv. */
const abstractPage: PageTemplate = {
  firstLine: /^# \S/,
  recognises(lines) {
    if (!lines.startsWith(lines.skipBlank(1), '**Authors:** ')) return false;
    const from = Math.max(0, lines.count - 12);
    return (
      hasLine(lines, '**Published:** ', from, lines.count) &&
      hasLine(lines, '**arXiv categories:** ', from, lines.count) &&
      hasLine(lines, '[arXiv abstract page](http', from, lines.count)
    );
  },
  idMark: '[arXiv abstract page](',
  dayMark: '**Published:**',
  unlabelled: 'abstract',
};

/** zhaoyang97: day and id in two lines below the title, then the section of one sentence. */
const pickedNote: PageTemplate = {
  firstLine: /^# \S/,
  recognises(lines) {
    const second = lines.skipBlank(1);
    return (
      /^\*\*日期\*\*: 20\d\d-\d\d-\d\d/.test(lines.line(second)) &&
      /^\*\*arXiv\*\*: \[/.test(lines.line(second + 1)) &&
      hasLine(lines, '**领域**: ', second + 2, second + 8) &&
      hasLine(lines, '## 一句话总结', second + 2)
    );
  },
  idMark: '**arXiv**:',
  dayMark: '**日期**:',
};

/** Throne0826: the front matter names the model that wrote the page and the hash of its source. */
const draftedPage: PageTemplate = {
  firstLine: /^---\s*$/,
  recognises: (lines) =>
    hasLine(lines, 'arxiv_id: ') &&
    hasLine(lines, 'generator_model: ') &&
    hasLine(lines, 'source_sha256: ') &&
    hasLine(lines, '<div class="paper-shell"', 1, 60),
  idMark: 'arxiv_id:',
  dayMark: 'announcement_date:',
  authors: ['<strong>作者</strong>', '</span>'],
  category: ['<p class="paper-eyebrow">', ' · '],
  summary: ['description: "', '"'],
};

export const pageTemplates: readonly PageTemplate[] = [abstractPage, pickedNote, draftedPage];
