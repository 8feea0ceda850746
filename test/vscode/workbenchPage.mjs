import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/**
 * @typedef {object} PageOptions
 * @property {string} [locale] of the browser, such as `zh-CN`; `en-US` when absent
 * @property {{ width: number, height: number }} [viewport]
 * @property {(line: string) => void} [onLog] what the workbench logs, with the test driver only
 * @property {(code: number) => void} [onExit] the end of a test run, with the test driver only
 */

const chromiumArguments = [
  // Only our own server is visited, and root cannot use the sandbox.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--no-first-run',
];

/**
 * Starts a browser and shows the address of a workbench in it. HEADED=1 shows the window.
 * @param {string} url
 * @param {PageOptions} options
 */
export async function openPage(url, options = {}) {
  const headless = !process.env['HEADED'];
  const browser = await chromium.launch({
    executablePath: ensureChromium({ headless }),
    args: chromiumArguments,
    headless,
  });
  try {
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      locale: options.locale ?? 'en-US',
    });
    const page = await context.newPage();
    // The two functions by which the workbench reports to whoever drives its tests.
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ type, /** @type {unknown[]} */ parts) =>
        options.onLog?.(`${type}: ${parts.map(String).join(' ')}`),
    );
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
      options.onExit?.(code),
    );
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * @typedef {object} WorkbenchTarget
 * @property {string} [folder] to open
 * @property {string} [workspace] a .code-workspace file to open; without either, an empty window
 * @property {string} [extension] the folder of an extension under development (test driver only)
 * @property {string} [tests] the module whose `run()` the extension host calls (test driver only)
 */

/**
 * The address under which a server shows a window.
 * @param {string} serverUrl
 * @param {WorkbenchTarget} target
 */
export function workbenchUrl(serverUrl, target) {
  const url = new URL(serverUrl);
  if (target.workspace !== undefined) url.searchParams.set('workspace', target.workspace);
  else if (target.folder !== undefined) url.searchParams.set('folder', target.folder);
  else url.searchParams.set('ew', 'true');

  const remote = (/** @type {string} */ file) => `vscode-remote://${url.host}${file}`;
  /** @type {[string, string][]} */
  const payload = [];
  if (target.extension) payload.push(['extensionDevelopmentPath', remote(target.extension)]);
  if (target.tests) payload.push(['extensionTestsPath', remote(target.tests)]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
