import type { Result as AxeResult } from 'axe-core';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { root } from '../../vscode/paths.mjs';
import type { VsCodeServer } from '../../vscode/server.mjs';
import { openView, treeRows, visibleWebview, windowReady } from '../../vscode/windowParts.mjs';
import { hoverOverText } from './editorText.js';
import { axeViolations } from './axe.js';
import { applyTheme, type ThemeKind } from './theme.js';

interface WorkbenchParts {
  readonly page: Page;
  readonly browser: Browser;
  readonly server: VsCodeServer;
  readonly folders: readonly string[];
  readonly temporaryFolder: string;
  readonly pictureFolder: string;
}

/**
 * A window of VS Code, driven from outside as a person would drive it. Every helper waits for the
 * state that it names and rejects after 15 seconds without it.
 */
export class Workbench {
  readonly page: Page;
  /** The copies that the window has opened; tests may write into them. */
  readonly folders: readonly string[];
  readonly #parts: WorkbenchParts;

  constructor(parts: WorkbenchParts) {
    this.page = parts.page;
    this.folders = parts.folders;
    this.#parts = parts;
    parts.page.setDefaultTimeout(15_000);
  }

  /** The copy that the window has opened, the first of a workspace. */
  get folder(): string {
    const [first] = this.folders;
    if (first === undefined) throw new Error('This window has no folder open.');
    return first;
  }

  async ready(): Promise<void> {
    await windowReady(this.page);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.ready();
  }

  /** Runs a command by the title that the palette shows, with its category: `Preprint: Find`. */
  async palette(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(`>${title}`, title);
  }

  /**
   * Filters the open quick pick by a text and takes the row of exactly that label. Rows that are not
   * there yet, such as the commands of an extension still to be registered, are waited for.
   */
  async pick(filter: string, label = filter): Promise<void> {
    const input = this.quickInput();
    const row = this.quickPickRows().filter({ has: this.page.getByText(label, { exact: true }) });
    for (let attempt = 1; ; attempt++) {
      await input.fill(filter);
      try {
        await row.first().click({ timeout: 3000 });
        break;
      } catch (error) {
        if (attempt === 5) throw error;
        // A filter is applied to the rows of that moment: asked again, it finds later ones.
        await input.fill(filter.slice(0, 1));
      }
    }
    // Either it closes, or the command asks its own question in the same place.
    await this.page.waitForFunction(
      ([selector, text]) => {
        const field = document.querySelector<HTMLInputElement>(selector);
        return field === null || field.offsetParent === null || field.value !== text;
      },
      [quickInputSelector, filter] as const,
    );
  }

  /** The field of the quick pick or input box that is open. */
  quickInput(): Locator {
    return this.page.locator(quickInputSelector).filter({ visible: true });
  }

  quickPickRows(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Opens a file of the folder by name or path, with the cursor at a line (from 1) if given. */
  async openFile(name: string, line?: number): Promise<void> {
    const baseName = path.posix.basename(name);
    await this.page.keyboard.press('Control+P');
    await this.pick(line === undefined ? name : `${name}:${line}`, baseName);
    await this.activeTab().filter({ hasText: baseName }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  activeTab(): Locator {
    return this.page.locator('.part.editor .tab.active');
  }

  /** Shows Preprint's view in the side bar. */
  async openView(): Promise<void> {
    await openView(this.page);
  }

  /** The rows in sight whose text holds `name`; all rows in sight without it. */
  treeRow(name?: string | RegExp): Locator {
    const rows = treeRows(this.page);
    return name === undefined ? rows : rows.filter({ hasText: name });
  }

  async expandRow(name: string | RegExp): Promise<void> {
    const row = this.treeRow(name).first();
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await row.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  /** The document inside the webview that is in sight: the reader, once it is open. */
  readerFrame(): FrameLocator {
    return visibleWebview(this.page);
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }

  /** Rests the pointer on a text of the active editor, which must be in sight; gives the hover. */
  hover(text: string): Promise<Locator> {
    return hoverOverText(this.page, text);
  }

  /** Changes the colours as a person would, and waits until an open webview shows them as well. */
  async setTheme(kind: ThemeKind): Promise<void> {
    await this.palette('Preferences: Color Theme');
    await applyTheme(this, kind);
  }

  /** Rewrites user settings and reloads the window, because VS Code 1.100 does not notice it else. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const file = this.#parts.server.settingsFile;
    const current = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...current, ...settings }));
    await this.reload();
  }

  /** What axe-core finds wrong in a webview's document, or in a part of the window by selector. */
  axe(where: FrameLocator | string): Promise<AxeResult[]> {
    return axeViolations(this.page, where);
  }

  /**
   * Keeps a picture of the window as `.vscode-test/shots/<version>/<name>.png`, with
   * PREPRINT_PICTURES=1 also as `media/pictures/<name>.png`.
   */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#parts.pictureFolder, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    if (process.env['PREPRINT_PICTURES'] === '1') {
      const published = path.join(root, 'media', 'pictures', `${name}.png`);
      mkdirSync(path.dirname(published), { recursive: true });
      copyFileSync(file, published);
    }
    return file;
  }

  /** A picture of what a failed test has left, `FAILED <title>.png`, never a published one. */
  async keepFailure(title: string): Promise<void> {
    const name = `FAILED ${title.replace(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 100)}`;
    const file = path.join(this.#parts.pictureFolder, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    writeFileSync(path.join(this.#parts.pictureFolder, `${name}.log`), this.#parts.server.log);
  }

  /** Closes the window, ends the server and deletes the copies. */
  async dispose(): Promise<void> {
    await this.#parts.browser.close();
    await this.#parts.server.stop();
    rmSync(this.#parts.temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const quickInputSelector = '.quick-input-widget input[type=text]';
