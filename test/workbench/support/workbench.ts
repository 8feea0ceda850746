import type { Result as AxeResult } from 'axe-core';
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { VsCodeServer } from '../../vscode/server.mjs';
import { openView, treeRows, visibleWebview, windowReady } from '../../vscode/windowParts.mjs';
import { eventually } from './eventually.js';
import { hoverOverText, shownText } from './editorText.js';
import { axeViolations } from './axe.js';
import { publishPicture, takePicture } from './pictures.js';
import { answersWithin, pressUntil } from './pressUntil.js';
import { answer, pickAfter, pickRow, quickInput, quickPickRows, takePaper } from './quickPick.js';
import { treeLines } from './treeView.js';
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
 * state that it names and rejects after 30 seconds without it.
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
    parts.page.setDefaultTimeout(30_000);
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

  get server(): VsCodeServer {
    return this.#parts.server;
  }

  /** Another window of the same browser on the same folder. */
  async secondWindow(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    await page.goto(this.page.url(), { waitUntil: 'domcontentloaded' });
    const window = new Workbench({ ...this.#parts, page });
    await window.ready();
    return window;
  }

  /** Shows the index report and gives its text, as far as it is in sight. */
  async indexReport(): Promise<string> {
    await this.palette('Preprint: Show Index Report');
    await this.activeTab().filter({ hasText: 'Preprint Index Report.md' }).waitFor();
    return shownText(this.page);
  }

  /** Runs a command by the title that the palette shows, with its category: `Preprint: Find`. */
  async palette(title: string): Promise<void> {
    await pickAfter(this.page, 'F1', `>${title}`, title);
  }

  /** Filters the open quick pick by a text and takes the row of exactly that label. */
  pick(filter: string, label = filter): Promise<void> {
    return pickRow(this.page, filter, label);
  }

  /** The field of the quick pick or input box that is open. */
  quickInput(): Locator {
    return quickInput(this.page);
  }

  quickPickRows(): Locator {
    return quickPickRows(this.page);
  }

  /** Opens a file of the folder by name or path, with the cursor at `line` or `line:column` (from 1). */
  async openFile(name: string, line?: number | string): Promise<void> {
    const baseName = path.posix.basename(name);
    const query = line === undefined ? name : `${name}:${line}`;
    await pickAfter(this.page, 'Control+P', query, baseName);
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

  /** The rows in sight as text, such as `Computer Science | 11`, indented by level. */
  treeLines(): Promise<string[]> {
    return treeLines(this.treeRow());
  }

  /** Waits until the view has exactly these rows in sight, as `treeLines` gives them. */
  async showsTree(lines: readonly string[]): Promise<void> {
    await eventually(async () => assert.deepEqual(await this.treeLines(), lines));
  }

  /** What the view says above its rows. */
  viewMessage(text?: string | RegExp): Locator {
    const message = this.page.locator('.part.sidebar .message').filter({ visible: true });
    return text === undefined ? message : message.getByText(text);
  }

  /** Answers the input box that is open. */
  async answer(text: string): Promise<void> {
    await answer(this.page, text);
  }

  /** Takes a command of the palette that asks for a text, again when something closes its question. */
  async answerCommand(title: string, text: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.palette(title);
      try {
        await this.answer(text);
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  /** Opens the context menu of a row, which has an entry of this title. */
  async openRowMenu(name: string, title: string): Promise<void> {
    const row = this.treeRow(name).first();
    const item = this.menuItem(title).last();
    await pressUntil(
      (timeout) => row.click({ button: 'right', timeout }),
      async (timeout) => {
        await item.waitFor({ timeout });
        // Of a row that moved away under the pointer, the menu is another's.
        await row.and(this.page.locator('.focused')).waitFor({ timeout });
      },
      { patience: 3000, attempts: 5, putRight: () => this.page.keyboard.press('Escape') },
    );
  }

  /** Takes an entry of the context menu of a row. */
  async chooseForRow(name: string, title: string): Promise<void> {
    await this.openRowMenu(name, title);
    await this.chooseFromMenu(title);
  }

  /**
   * Presses a button that a row shows under the pointer. The press goes to the row as it is at that
   * moment: between the two halves of a click the tree may draw it anew.
   */
  async pressInRow(name: string, title: string): Promise<void> {
    const row = this.treeRow(name).first();
    await row.hover();
    const button = row.getByRole('button', { name: title });
    await button.waitFor();
    await button.dispatchEvent('click');
  }

  /** Brings the last tab whose title holds a text to the front. */
  async showTab(title: string): Promise<void> {
    const tab = this.page.locator('.part.editor .tab', { hasText: title }).last();
    await pressUntil((timeout) => tab.click({ timeout }), tab.and(this.activeTab()));
  }

  /** Presses a button in the title of Preprint's view until a state is there. */
  async pressViewAction(title: string, state: Locator): Promise<void> {
    await pressUntil((timeout) => this.viewAction(title).click({ timeout }), state);
  }

  /** A button in the title of Preprint's view. */
  viewAction(title: string): Locator {
    return this.page.locator('.part.sidebar').getByRole('button', { name: title, exact: true });
  }

  /** The entries of the context menu that is open. */
  menuItem(title?: string): Locator {
    const items = this.page.locator('.monaco-menu .action-item:not(.disabled)');
    const visible = items.filter({ visible: true });
    return title === undefined
      ? visible
      : visible.filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** Presses an entry of the context menu that is open, which takes none at its first moments. */
  async chooseFromMenu(title: string): Promise<void> {
    // A menu holds those of its open submenu.
    const item = this.menuItem(title).last();
    for (;;) {
      await item.click();
      try {
        await item.waitFor({ state: 'hidden', timeout: 1000 });
        return;
      } catch {
        // Still open: once more, until the test's own timeout.
      }
    }
  }

  /**
   * Unfolds a row after those that it lies under. An arrow is pressed wherever it is at that moment,
   * since rows move while others unfold, and once more when the tree has missed it in a refresh; not
   * soon, for a second press on a row that is about to unfold would fold it.
   */
  async expandRow(...path: readonly (string | RegExp)[]): Promise<void> {
    const rows = path.map((name) => this.treeRow(name).first());
    try {
      await pressUntil(
        async (timeout) => {
          for (const row of rows) await this.#expand(row, timeout);
        },
        (timeout) => this.#expanded(rows.at(-1) ?? this.treeRow()).waitFor({ timeout }),
      );
    } catch (error) {
      const lines = (await this.treeLines()).join('\n');
      throw new Error(`${path.join(' > ')} does not unfold in:\n${lines}`, { cause: error });
    }
  }

  async #expand(row: Locator, timeout: number): Promise<void> {
    if ((await row.getAttribute('aria-expanded', { timeout })) === 'true') return;
    await row.locator('.monaco-tl-twistie').dispatchEvent('click', undefined, { timeout });
    await this.#expanded(row).waitFor({ timeout });
  }

  #expanded(row: Locator): Locator {
    return row.and(this.page.locator('[aria-expanded="true"]'));
  }

  /** Rests the pointer on a row until its tooltip holds a text. */
  async tooltip(row: Locator, text: string): Promise<Locator> {
    const tooltip = this.page
      .locator('.workbench-hover', { hasText: text })
      .filter({ visible: true });
    for (let attempt = 1; ; attempt++) {
      await row.hover();
      try {
        await tooltip.waitFor({ timeout: 4000 });
        return tooltip;
      } catch (error) {
        // A row that was drawn anew under the pointer has not noticed it.
        if (attempt === 4) throw error;
        await this.page.mouse.move(0, 0);
      }
    }
  }

  /** Drags the side bar's border: names are long, and VS Code's first width is 300 pixels. */
  async setSideBarWidth(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    const box = await sideBar.boundingBox();
    if (box === null) throw new Error('The side bar is hidden.');
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Opens a paper by its title from the palette and waits until the reader shows it. */
  async readPaper(title: string, query = title): Promise<FrameLocator> {
    // A list that is filled anew as its row is pressed may take the press for another row.
    return this.#shownAfter(title, () => this.openPaper(query, title));
  }

  /** Opens the one paper that is found for a query in the reader, from the palette. */
  async openPaper(query: string, text = query): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      await this.palette('Preprint: Open in Reader');
      // A webview that is just being loaded takes the focus back, which closes the list.
      if (await takePaper(this.page, query, text)) return;
    }
    throw new Error('The list of papers does not stay open.');
  }

  /** The reader, once it shows the paper whose title holds this. */
  async readerOf(title: string): Promise<FrameLocator> {
    const reader = this.readerFrame();
    await reader.locator('h1', { hasText: title }).waitFor();
    return reader;
  }

  /**
   * Presses a paper's row and waits until the reader shows it: once more when the tree has missed the
   * press, because it was drawn anew under the pointer.
   */
  async readRow(name: string, title = name): Promise<FrameLocator> {
    return this.#shownAfter(title, () =>
      this.treeRow(name).first().click({ timeout: answersWithin }),
    );
  }

  /** The reader, once it shows a paper; what is to open it is done again when it has had no effect. */
  async #shownAfter(title: string, open: () => Promise<void>): Promise<FrameLocator> {
    const reader = this.readerFrame();
    await pressUntil(open, reader.locator('h1', { hasText: title }));
    return reader;
  }

  /** Lets the page read what commands copy, as the person at the browser may. */
  async allowClipboard(): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }

  /** Waits until the clipboard holds a text that matches. */
  async clipboard(text: RegExp): Promise<void> {
    await eventually(async () =>
      assert.match(await this.page.evaluate(() => navigator.clipboard.readText()), text),
    );
  }

  /** Saves the file in the active editor, by its path below the folder; gives its text on disk. */
  async save(name: string): Promise<string> {
    await this.page.keyboard.press('Control+S');
    const tab = this.page.locator('.part.editor .tab:not(.dirty)');
    await tab.filter({ hasText: path.posix.basename(name) }).waitFor();
    return readFileSync(path.join(this.folder, name), 'utf8');
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

  /** What stands in the settings file of the user. */
  userSettings(): Readonly<Record<string, unknown>> {
    const text = readFileSync(this.#parts.server.settingsFile, 'utf8');
    return JSON.parse(text) as Record<string, unknown>;
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
   * Keeps a picture of the window as `.vscode-test/shots/<version>/<name>.png`. With
   * PREPRINT_PICTURES=1 those that the README and the walkthrough show are renewed in `media` as well.
   */
  async screenshot(name: string): Promise<string> {
    const file = await takePicture(this.page, this.#parts.pictureFolder, name);
    if (process.env['PREPRINT_PICTURES'] === '1') publishPicture(file);
    return file;
  }

  /** A picture of what a failed test has left, `FAILED <title>.png`, never a published one. */
  async keepFailure(title: string): Promise<void> {
    const { pictureFolder, server } = this.#parts;
    const name = `FAILED ${title.replace(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 100)}`;
    await takePicture(this.page, pictureFolder, name);
    writeFileSync(path.join(pictureFolder, `${name}.log`), server.log);
  }

  /** Closes the window, ends the server and deletes the copies. */
  async dispose(): Promise<void> {
    await this.#parts.browser.close();
    await this.#parts.server.stop();
    rmSync(this.#parts.temporaryFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
