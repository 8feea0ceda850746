import type { TrendTable } from '../core/trends/trendTables.js';
import type { Texts } from './texts.js';

/** A chart's numbers for those who read them, or have them read. */
export function dataTable(
  { columns, rows, shares }: TrendTable,
  caption: string,
  texts: Texts,
): HTMLTableElement {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  const head = table.createTHead().insertRow();
  for (const column of columns) head.append(cell('th', column, 'col'));
  const body = table.createTBody();
  for (const [first = '', ...others] of rows) {
    const row = body.insertRow();
    row.append(cell('th', textOf(first, 0), 'row'));
    for (const [at, value] of others.entries()) {
      const data = cell('td', textOf(value, at + 1));
      if (typeof value === 'number') data.className = 'number';
      row.append(data);
    }
  }
  return table;

  function textOf(value: string | number, column: number): string {
    if (typeof value === 'string') return value;
    return shares.has(column) ? texts.share(value) : texts.number(value);
  }
}

function cell(name: 'th' | 'td', text: string, scope?: string): HTMLTableCellElement {
  const element = document.createElement(name);
  element.textContent = text;
  if (scope !== undefined) element.scope = scope;
  return element;
}
