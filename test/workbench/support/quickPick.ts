import type { Locator, Page } from 'playwright-core';

const inputSelector = '.quick-input-widget input[type=text]';

/** The field of the quick pick or input box that is open. */
export function quickInput(page: Page): Locator {
  return page.locator(inputSelector).filter({ visible: true });
}

export function quickPickRows(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

/**
 * Presses a key that opens a quick pick and takes a row of it. A webview that is just being loaded
 * passes no keys on, or takes the focus back, which closes the quick pick: then the key is pressed
 * again.
 */
export async function pickAfter(
  page: Page,
  key: string,
  filter: string,
  label: string,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    try {
      await quickInput(page).waitFor({ timeout: 3000 });
      await pickRow(page, filter, label);
      return;
    } catch (error) {
      if (attempt === 5 || (await quickInput(page).isVisible())) throw error;
    }
  }
}

/**
 * Filters the open quick pick by a text and takes the row of exactly that label. Rows that are not
 * there yet, such as the commands of an extension still to be registered, are waited for.
 */
export async function pickRow(page: Page, filter: string, label: string): Promise<void> {
  const input = quickInput(page);
  const row = quickPickRows(page).filter({ has: page.getByText(label, { exact: true }) });
  for (let attempt = 1; ; attempt++) {
    await input.fill(filter, { timeout: 3000 });
    try {
      await row.first().click({ timeout: 3000 });
      break;
    } catch (error) {
      if (attempt === 5) throw error;
      // A filter is applied to the rows of that moment: asked again, it finds later ones.
      await input.fill(filter.slice(0, 1), { timeout: 3000 });
    }
  }
  // Either it closes, or the command asks its own question in the same place.
  await page.waitForFunction(
    ([selector, text]) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      return field === null || field.offsetParent === null || field.value !== text;
    },
    [inputSelector, filter] as const,
  );
}
