import type { Locator, Page } from 'playwright-core';

/** An editor shows its hover after 300 ms; a language feature may still be starting. */
const patience = 3000;
const attempts = 4;

/**
 * Rests the pointer on the first occurrence of a text in the editor and waits for the hover. The
 * pointer leaves and comes back when none appears, since an editor asks only once per visit.
 */
export async function hoverOverText(page: Page, text: string): Promise<Locator> {
  const hovers = page.locator('.monaco-editor .monaco-hover').filter({ visible: true });
  const hover = hovers.filter({ hasNotText: 'Loading...' });
  const line = page.locator('.editor-instance .view-line').filter({ hasText: text }).first();
  await line.waitFor();
  if ((await hover.count()) > 0) {
    // That of another text stays for a while.
    await page.mouse.move(0, 0);
    await hover.first().waitFor({ state: 'hidden' });
  }
  for (let attempt = 1; ; attempt++) {
    const { x, y } = await textCentre(line, text);
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    try {
      await hover.first().waitFor({ timeout: patience });
      return hover.first();
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.mouse.move(0, 0);
    }
  }
}

/** The lines of the active editor that are in sight, from above. */
export async function shownText(page: Page): Promise<string> {
  const lines = page.locator('.editor-instance .view-line').filter({ visible: true });
  await lines.first().waitFor();
  const shown = await lines.evaluateAll((elements) =>
    elements
      .map((element) => ({
        top: element.getBoundingClientRect().top,
        text: element.textContent.replaceAll('\u00a0', ' '),
      }))
      .sort((a, b) => a.top - b.top),
  );
  return shown.map(({ text }) => text).join('\n');
}

/** The centre of a text within a line, whose words may be spread over several elements. */
function textCentre(line: Locator, text: string): Promise<{ x: number; y: number }> {
  return line.evaluate((element, wanted) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);

    // The editor writes spaces as no-break spaces.
    const whole = nodes
      .map((node) => node.data)
      .join('')
      .replaceAll('\u00a0', ' ');
    const start = whole.indexOf(wanted);
    if (start < 0) throw new Error(`"${wanted}" is not within one line in sight.`);

    const at = (offset: number): [Text, number] => {
      for (const node of nodes) {
        if (offset <= node.data.length) return [node, offset];
        offset -= node.data.length;
      }
      throw new Error('The line has changed.');
    };
    const range = document.createRange();
    range.setStart(...at(start));
    range.setEnd(...at(start + wanted.length));
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, text);
}
