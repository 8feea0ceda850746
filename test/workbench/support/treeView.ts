import type { Locator } from 'playwright-core';

/**
 * The rows of a tree that are in sight as lines of text: indented by level, the description behind a
 * bar. `Computer Science | 11`.
 */
export function treeLines(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((elements) =>
    elements.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
      const level = Number(row.getAttribute('aria-level')) - 1;
      const description = text('.label-description');
      const indent = '  '.repeat(level);
      return `${indent}${text('.label-name')}${description === '' ? '' : ` | ${description}`}`;
    }),
  );
}
