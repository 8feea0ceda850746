import { source, type Result } from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';

/**
 * Runs axe-core in a webview's document, or on a part of the window itself. It is evaluated, not
 * loaded, so the page's Content Security Policy does not stand in its way; but a webview must allow
 * scripts, or the run never ends.
 */
export async function axeViolations(page: Page, where: FrameLocator | string): Promise<Result[]> {
  const frame =
    typeof where === 'string'
      ? page.mainFrame()
      : await (await where.owner().elementHandle()).contentFrame();
  if (frame === null) throw new Error('There is no document in this frame.');

  const context = typeof where === 'string' ? JSON.stringify(where) : 'document';
  if (typeof where !== 'string') await showBackground(frame);
  await frame.evaluate(source);
  return frame.evaluate<Result[]>(
    `axe.run(${context}, { resultTypes: ['violations'] }).then((results) => results.violations)`,
  );
}

/**
 * A webview is transparent and the editor's background lies behind its frame, where axe-core cannot
 * see it: it would measure contrasts against white.
 */
async function showBackground(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const { style } = document.documentElement;
    style.setProperty('background-color', 'var(--vscode-editor-background)');
  });
}

/** One line per violation, for the message of a failed assertion. */
export function describeViolations(violations: readonly Result[]): string {
  return violations
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(', ')})`)
    .join('\n');
}
