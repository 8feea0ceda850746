import type { Locator, Page } from 'playwright-core';

const inputSelector = '.quick-input-widget input[type=text]';

/** The field of the quick pick or input box that is open. */
export function quickInput(page: Page): Locator {
  return page.locator(inputSelector).filter({ visible: true });
}

export function quickPickRows(page: Page): Locator {
  return page.locator('.quick-input-list .monaco-list-row');
}

/** How long a window may take until it answers, in milliseconds: a new one starts its extensions. */
const patience = 60_000;
/** After this long without an answer it is asked again. */
const askedAgainAfter = 3000;
/** A question that is not there by then was closed as soon as it came. */
const askedWithin = 20_000;
/** A row whose press has changed nothing by then has missed it: lists are drawn anew at any time. */
const takenWithin = 10_000;

/**
 * Presses a key that opens a quick pick and takes a row of it. A window that is still coming up takes
 * no keys, and a webview that is just being loaded passes none on, or takes the focus back, which
 * closes the quick pick: then the key is pressed again.
 */
export async function pickAfter(
  page: Page,
  key: string,
  filter: string,
  label: string,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    await page.keyboard.press(key);
    try {
      await quickInput(page).waitFor({ timeout: askedAgainAfter });
      await pickRow(page, filter, label, askedAgainAfter);
      return;
    } catch (error) {
      if (Date.now() > deadline || (await quickInput(page).isVisible())) throw error;
    }
  }
}

/** Whether something is asked, by now or soon; not so when something else has taken the focus. */
async function isAsked(page: Page): Promise<boolean> {
  try {
    await quickInput(page).waitFor({ timeout: askedWithin });
    return true;
  } catch {
    return false;
  }
}

/**
 * Answers the input box that is open, or about to be. It fails when something else takes the focus,
 * which closes the box: what is typed never goes elsewhere.
 */
export async function answer(page: Page, text: string): Promise<void> {
  const input = quickInput(page);
  await input.waitFor({ timeout: askedWithin });
  await input.fill(text, { timeout: askedAgainAfter });
  await input.press('Enter', { timeout: askedAgainAfter });
}

/**
 * Filters the open quick pick by a text and takes the row of exactly that label. Rows that are not
 * there yet, such as the commands of an extension still to be registered, are waited for.
 */
export async function pickRow(
  page: Page,
  filter: string,
  label: string,
  opensWithin = patience,
): Promise<void> {
  const input = quickInput(page);
  const row = quickPickRows(page).filter({ has: page.getByText(label, { exact: true }) });
  // The first command of a window waits for the extension to be started.
  await input.waitFor({ timeout: opensWithin });
  // Either it closes, or the command asks its own question in the same place.
  const isTaken = () =>
    page.waitForFunction(
      ([selector, text]) => {
        const field = document.querySelector<HTMLInputElement>(selector);
        return field === null || field.offsetParent === null || field.value !== text;
      },
      [inputSelector, filter] as const,
      { timeout: takenWithin },
    );
  const deadline = Date.now() + patience;
  for (;;) {
    await input.fill(filter, { timeout: askedAgainAfter });
    try {
      await row.first().click({ timeout: askedAgainAfter });
      await isTaken();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      // A filter is applied to the rows of that moment: asked again, it finds later ones.
      await input.fill(filter.slice(0, 1), { timeout: askedAgainAfter });
    }
  }
}

/**
 * Types into the open list of papers and presses the one with this text, once it is the only one:
 * until then the list may be the one for what stood there before. Looking and pressing are one step,
 * since rows move while a list fills.
 * @returns false when something has taken the focus from the list before, which closes it
 */
export async function takePaper(page: Page, query: string, text: string): Promise<boolean> {
  if (!(await isAsked(page))) return false;
  await quickInput(page).fill(query);
  const deadline = Date.now() + patience;
  for (;;) {
    const end = await page.waitForFunction(
      ([selector, wanted]) => {
        const isShown = (element: HTMLElement | null) => element && element.offsetParent !== null;
        if (!isShown(document.querySelector<HTMLElement>(selector))) return 'closed';
        const list = document.querySelectorAll<HTMLElement>('.quick-input-list .monaco-list-row');
        const [row, ...others] = [...list].filter(isShown);
        if (!row || others.length > 0 || !row.textContent.includes(wanted)) return undefined;
        row.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        return 'pressed';
      },
      [inputSelector, text] as const,
      { timeout: patience, polling: 50 },
    );
    if ((await end.jsonValue()) === 'closed') return false;
    try {
      await quickInput(page).waitFor({ state: 'hidden', timeout: takenWithin });
      return true;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
