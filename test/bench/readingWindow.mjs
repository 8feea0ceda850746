import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { startServer } from '../vscode/server.mjs';
import { testSettings } from '../vscode/settings.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { openView, treeRows, visibleWebview, windowReady } from '../vscode/windowParts.mjs';
import { openPage, workbenchUrl } from '../vscode/workbenchPage.mjs';
import { growLibrary } from './growLibrary.mjs';

/**
 * @typedef {object} ReadingFigures
 * @property {number} entries
 * @property {number} bytes of the digest
 * @property {number} preview milliseconds until VS Code's own preview of a short Markdown file is there
 * @property {number} begun milliseconds from the command until VS Code, which first starts its service worker, gives the page its place
 * @property {number} first to the first rows and the title of a paper
 * @property {number} paper to the whole paper
 * @property {number} all to the last row
 * @property {number} next from `j` to the next paper's text, p50
 * @property {number} blank of so many frames of scrolling, those that lacked a row
 * @property {number} frames
 * @property {number} heap bytes of the page after that
 */

const opened = 30;
/** Looked at before the digest: the first brings up what VS Code needs for any page. */
const notes = ['first-note.md', 'second-note.md'];
const frames = 200;

/**
 * Opens a digest as long as asked for in the reader of a window and reads in it.
 * @param {object} options
 * @param {import('../vscode/versions.mjs').VsCodeVersion} options.version
 * @param {readonly string[]} options.sources real digests, of which it is made
 * @param {readonly number[]} options.sizes entries
 * @returns {Promise<ReadingFigures[]>}
 */
export async function measureReading({ version, sources, sizes }) {
  const folder = makeTemporaryFolder('reading');
  const server = await startServer({ version, settings: testSettings, testDriver: true });
  try {
    const figures = [];
    for (const size of sizes) {
      const workspace = path.join(folder, String(size));
      const file = digestOf(size, sources, path.join(folder, 'grown'), workspace);
      const url = workbenchUrl(server.url, { folder: workspace, extension: root });
      const { browser, page } = await openPage(url);
      try {
        figures.push({ bytes: statSync(file).size, ...(await readIn(page, path.basename(file))) });
      } finally {
        await page.goto('about:blank');
        await browser.close();
      }
    }
    return figures;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {number} size
 * @param {readonly string[]} sources
 * @param {string} scratch
 * @param {string} workspace
 */
function digestOf(size, sources, scratch, workspace) {
  const once = growLibrary(sources, scratch, { digests: 1, fullness: 1 })[0] ?? '';
  const entries = readFileSync(once, 'utf8').match(/^### \[/gm)?.length ?? 1;
  const grown = growLibrary(sources, scratch, { digests: 1, fullness: size / entries })[0] ?? '';
  mkdirSync(workspace, { recursive: true });
  const file = path.join(workspace, path.basename(grown));
  copyFileSync(grown, file);
  for (const note of notes)
    writeFileSync(path.join(workspace, note), `# About ${note}\n\nNothing.\n`);
  return file;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @returns {Promise<Omit<ReadingFigures, 'bytes'>>}
 */
async function readIn(page, name) {
  page.setDefaultTimeout(60_000);
  await windowReady(page);
  await openView(page);
  await treeRows(page).first().waitFor();
  let preview = NaN;
  for (const note of notes) preview = await previewIn(page, note);
  await openFile(page, name);
  const button = page.locator('.part.editor .editor-actions').getByLabel(/Read Digest/);
  await button.waitFor();

  const started = performance.now();
  const startedAt = Date.now();
  const since = () => performance.now() - started;
  await page.addInitScript(noteFirstSights, sights);
  await button.click();
  const frame = visibleWebview(page);
  await frame.locator('#paper .toolbar').waitFor();
  await frame
    .locator('#count')
    .filter({ hasText: /papers$/ })
    .waitFor();
  const all = since();
  const count = Number((await frame.locator('#count').innerText()).replace(/\D/g, ''));

  const times = [];
  for (let at = 2; at < opened; at++) {
    const pressed = performance.now();
    await page.keyboard.press('j');
    await frame.locator(`#position:has-text("Paper ${at} of")`).waitFor();
    await frame.locator('#paper .toolbar').waitFor();
    times.push(performance.now() - pressed);
  }
  const blank = await frame.locator('#rows').evaluate(scrollThrough, frames);
  const seen = await frame.locator('body').evaluate(firstSights);
  const after = (/** @type {number} */ time) => time - startedAt;
  const [begun, first, paper] = [after(seen.began), after(seen.row), after(seen.paper)];
  const heap = await frame.locator('body').evaluate(() => {
    const { memory } = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (
      /** @type {unknown} */ (performance)
    );
    return memory?.usedJSHeapSize ?? NaN;
  });
  const next = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
  return {
    entries: count,
    preview,
    begun,
    first,
    paper,
    all,
    next,
    blank,
    frames,
    heap,
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.part.editor .tab.active', { hasText: name }).waitFor();
}

/**
 * What a page costs in this window, whoever makes it: the floor beside which ours is to be seen.
 * @param {import('playwright-core').Page} page
 * @param {string} note
 */
async function previewIn(page, note) {
  await openFile(page, note);
  await page.locator('.editor-instance .view-line', { hasText: `About ${note}` }).waitFor();
  const started = performance.now();
  await page.keyboard.press('Control+Shift+V');
  await visibleWebview(page).getByText(`About ${note}`).waitFor();
  const took = performance.now() - started;
  const tab = page.locator('.part.editor .tab', { hasText: 'Preview' });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
  return took;
}

/** What a person sees first, by selector. */
const sights = { row: '.row[aria-selected="true"]', paper: '#paper .toolbar' };

/**
 * In each document that comes: notes when something is there for the first time. From
 * outside it could be told only to half a second, because Playwright looks ever more rarely.
 * @param {Record<string, string>} selectors
 */
function noteFirstSights(selectors) {
  /** @type {Record<string, number>} */
  const seen = {};
  Object.assign(window, { firstSights: seen });
  const timer = setInterval(() => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (!(name in seen) && document.querySelector(selector)) seen[name] = performance.now();
    }
    if (Object.keys(seen).length === Object.keys(selectors).length) clearInterval(timer);
  }, 5);
}

/**
 * Those, and when the document that VS Code writes a page into had come; in milliseconds since 1970.
 * @returns {{ began: number, row: number, paper: number }}
 */
function firstSights() {
  const [navigation] = performance.getEntriesByType('navigation');
  const { responseEnd } = /** @type {PerformanceNavigationTiming} */ (navigation);
  const { firstSights: seen } = /** @type {{ firstSights: { row: number, paper: number } }} */ (
    /** @type {unknown} */ (window)
  );
  const { timeOrigin: origin } = performance;
  return { began: origin + responseEnd, row: origin + seen.row, paper: origin + seen.paper };
}

/**
 * Scrolls by half a page in each frame, and looks before the next whether rows cover the list.
 * @param {Element} box
 * @param {number} count
 */
async function scrollThrough(box, count) {
  let blank = 0;
  for (let step = 0; step < count; step++) {
    const jump = step % 10 === 9 ? box.scrollHeight / 7 : box.clientHeight / 2;
    box.scrollTop = (box.scrollTop + jump) % (box.scrollHeight - box.clientHeight);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { top, bottom, left } = box.getBoundingClientRect();
    for (let y = top + 4; y < bottom - 4; y += 20) {
      if (document.elementFromPoint(left + 60, y)?.closest('.row')) continue;
      blank++;
      break;
    }
  }
  return blank;
}
