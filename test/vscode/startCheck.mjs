import { openView, treeRows, visibleWebview } from './windowParts.mjs';
import { openPage } from './workbenchPage.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** How long each step may take; indexing the sample library is the slowest of them. */
const stepTimeout = 60_000;

/**
 * Looks at the window as a person would: opens Preprint's view, goes down to the first paper, opens it
 * and waits for the reader. Rejects with the step that did not come true.
 * @param {string} url
 * @param {string} picture where a picture of the window goes, whatever the outcome
 */
export async function checkWindow(url, picture) {
  const { browser, page } = await openPage(url);
  try {
    page.setDefaultTimeout(stepTimeout);
    await step('Preprint is in the activity bar', openView(page));
    await step('the tree shows rows', treeRows(page).first().waitFor());
    const paper = await step('the tree shows a paper', findPaper(page));
    const rows = await treeRows(page).count();
    await paper.click();
    const title = await step('the reader shows the paper', readerTitle(page));
    return { rows, title };
  } finally {
    await page.screenshot({ path: picture });
    await browser.close();
  }
}

/**
 * @template T
 * @param {string} claim
 * @param {Promise<T>} work
 */
async function step(claim, work) {
  try {
    return await work;
  } catch (error) {
    throw new Error(`Not so: ${claim}.\n${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/**
 * Expands the first collapsed row, level by level, until a row without children appears.
 * @param {Page} page
 */
async function findPaper(page) {
  const rows = treeRows(page);
  const papers = rows.filter({ has: page.locator('.monaco-tl-twistie:not(.collapsible)') });
  const collapsed = rows.and(page.locator('[aria-expanded="false"]'));
  const expanded = rows.and(page.locator('[aria-expanded="true"]'));
  for (;;) {
    await papers.or(collapsed).first().waitFor();
    if ((await papers.count()) > 0) return papers.first();

    const before = await expanded.count();
    await collapsed.first().locator('.monaco-tl-twistie').dispatchEvent('click');
    await expanded.nth(before).waitFor();
  }
}

/** @param {Page} page */
async function readerTitle(page) {
  const heading = visibleWebview(page).locator('main h1');
  await heading.filter({ hasText: /\S/ }).waitFor();
  return (await heading.innerText()).replace(/\s+/g, ' ').trim();
}
