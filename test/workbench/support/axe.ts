import { source, type Result } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';

/**
 * Runs axe-core in a webview's document, or on a part of the window itself. It is evaluated, not
 * loaded, so the page's Content Security Policy does not stand in its way.
 */
export async function axeViolations(page: Page, where: FrameLocator | string): Promise<Result[]> {
  const frame =
    typeof where === 'string'
      ? page.mainFrame()
      : await (await where.owner().elementHandle()).contentFrame();
  if (frame === null) throw new Error('There is no document in this frame.');

  const context = typeof where === 'string' ? JSON.stringify(where) : 'document';
  await frame.evaluate(source);
  return frame.evaluate<Result[]>(
    `axe.run(${context}, { resultTypes: ['violations'] }).then((results) => results.violations)`,
  );
}

/** One line per violation, for the message of a failed assertion. */
export function describeViolations(violations: readonly Result[]): string {
  return violations
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(', ')})`)
    .join('\n');
}
