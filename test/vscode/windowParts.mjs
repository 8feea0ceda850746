/** @typedef {import('playwright-core').Page} Page */

/** Waits until the window has come up. @param {Page} page */
export async function windowReady(page) {
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
}

/** Shows Preprint's view by its item in the activity bar. @param {Page} page */
export async function openView(page) {
  const item = page.locator('.activitybar .action-item', {
    has: page.locator('a.action-label[aria-label^="Preprint"]'),
  });
  const title = page.locator('.part.sidebar .composite.title', { hasText: 'Preprint' });
  await item.waitFor();
  for (let attempt = 1; ; attempt++) {
    // A click on the item of the view that is shown would hide it.
    const isShown = await item.evaluate((element) => element.classList.contains('checked'));
    if (!isShown) await item.click();
    try {
      await title.waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      // A window that has just been reloaded showed it by itself, in between.
      if (attempt === 5) throw error;
    }
  }
}

/** The rows of the trees in the side bar that are in sight. @param {Page} page */
export function treeRows(page) {
  return page.locator('.part.sidebar').getByRole('treeitem').filter({ visible: true });
}

/** The document inside the webview that is in sight. @param {Page} page */
export function visibleWebview(page) {
  const webview = page.locator('iframe.webview.ready').filter({ visible: true });
  return webview.contentFrame().frameLocator('iframe#active-frame');
}
