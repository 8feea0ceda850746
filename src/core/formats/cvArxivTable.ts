import { codeFields, firstAuthors } from './cvArxivRow.js';
import { dayInCell, tableFormat, type TableRow } from './tableRows.js';
import { writtenId } from './writtenId.js';

/**
 * cv-arxiv-daily and its many forks (digest-formats.md 3, row 1): a table a topic, a row a paper.
 *
 *     |**2026-05-13**|**Title**|First Author et.al.|[2605.13741](http://arxiv.org/abs/2605.13741)|null|
 */
export const cvArxivTable = tableFormat({
  name: 'cvArxivTable',
  columns: ['publish date', 'title'],
  wide: 'title',

  facts(row, latest) {
    const link = row.cell('pdf', 'paper', 'homepage', 'link', 'url');
    const id = link && writtenId(link.text, latest, link.start);
    const title = plain(row, 'title');
    if (!id || title === '') return undefined;
    return {
      id,
      title,
      authors: firstAuthors(plain(row, 'authors')),
      day: dayInCell(row.cell('publish date')?.text ?? ''),
    };
  },

  body: (row) => ({ fields: codeFields(row.cell('code')?.text ?? '') }),
});

function plain(row: TableRow, name: string): string {
  const text = row.cell(name)?.text ?? '';
  const bold = text.length > 4 && text.startsWith('**') && text.endsWith('**');
  const inner = bold ? text.slice(2, -2) : text;
  return (inner.includes('\\') ? inner.replaceAll('\\|', '|') : inner).trim();
}
