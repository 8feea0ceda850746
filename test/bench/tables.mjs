/**
 * A table of Markdown, its columns as wide as they need to be.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const widths = head.map((cell, i) =>
    Math.max(3, cell.length, ...rows.map((r) => r[i]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/**
 * The last two cells of a row: empty where there is no budget.
 * @param {number} value
 * @param {number} budget
 * @param {(value: number) => string} show
 */
export function verdict(value, budget, show) {
  if (Number.isNaN(budget)) return ['', ''];
  return [show(budget), value <= budget ? 'yes' : 'no'];
}

/** The middle of some figures, and the least. @param {readonly number[]} values */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, best: sorted[0] ?? NaN };
}

/** @param {number} value */
export function ms(value) {
  return value.toFixed(Math.abs(value) < 100 ? 1 : 0);
}

/** @param {number} bytes */
export function mb(bytes) {
  return (bytes / 1e6).toFixed(1);
}
