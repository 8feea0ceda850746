import type { AiField, EntryBody } from '../paper.js';
import { firstAuthors } from './cvArxivRow.js';
import { htmlContent } from './htmlContent.js';
import type { Cell } from './tableCells.js';
import { dayInCell, tableFormat } from './tableRows.js';
import { writtenId } from './writtenId.js';

/**
 * zezhishao/DailyArXiv and its forks (digest-formats.md 3, row 7): a table a keyword, with the abstract
 * and the authors' comment folded into cells.
 *
 *     | **[Title](https://arxiv.org/abs/2608.19171v1)** | 2026-08-19 | <details>…</details> | 40 pages |
 */
export const dailyArxivTable = tableFormat({
  name: 'dailyArxivTable',
  columns: ['title', 'date'],
  wide: 'abstract',

  facts(row, latest) {
    const cell = row.cell('title');
    const link = cell && linkIn(cell);
    if (!link) return undefined;
    const id = writtenId(link.url, latest, link.urlStart);
    if (!id) return undefined;
    return {
      id,
      title: link.title,
      authors: firstAuthors(row.cell('authors')?.text ?? ''),
      day: dayInCell(row.cell('date')?.text ?? ''),
    };
  },

  body(row): EntryBody {
    const [first, ...others] = folded(row.cell('abstract')?.text ?? '');
    const comment = folded(row.cell('comment')?.text ?? '')[0]?.text ?? '';
    return {
      fields: others,
      ...(first && first.text !== '' && { abstract: first.text }),
      ...(comment !== '' && { comment }),
    };
  },
});

interface Link {
  readonly title: string;
  readonly url: string;
  /** In UTF-16 code units of the line. */
  readonly urlStart: number;
}

/** The URL is what follows the last `](`: titles hold brackets of their own. */
function linkIn({ text, start }: Cell): Link | undefined {
  const from = /^(?:\*\*)?\[/.exec(text)?.[0].length;
  const titleEnd = text.lastIndexOf('](');
  const urlEnd = text.lastIndexOf(')');
  if (from === undefined || titleEnd < from || urlEnd < titleEnd) return undefined;
  return {
    title: text.slice(from, titleEnd).replaceAll('\\|', '|').trim(),
    url: text.slice(titleEnd + 2, urlEnd),
    urlStart: start + titleEnd + 2,
  };
}

const fold = /<details><summary>([^<]*)<\/summary>/g;

/** `<details><summary>EN</summary><p>Text</p></details>`, any number of them; or the text alone. */
function folded(cell: string): AiField[] {
  const starts = [...cell.matchAll(fold)];
  if (starts.length === 0) return [{ label: '', text: htmlContent(cell) }];
  return starts.map((start, index) => ({
    label: start[1] ?? '',
    text: htmlContent(cell.slice(start.index + start[0].length, starts[index + 1]?.index)),
  }));
}
