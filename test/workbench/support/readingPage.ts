import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from './eventually.js';
import { pressUntil } from './pressUntil.js';
import type { Workbench } from './workbench.js';

/** The page of a list, which is in sight in a window. */
export class ReadingPage {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens a digest of the folder in the reader, by the button over its text. */
  static async ofDigest(workbench: Workbench, name: string): Promise<ReadingPage> {
    await workbench.openFile(name);
    return ReadingPage.byButton(workbench);
  }

  /** Opens the digest in the active editor, by the button over its text. */
  static async byButton(workbench: Workbench): Promise<ReadingPage> {
    const page = new ReadingPage(workbench);
    await pressUntil(
      (timeout) => ReadingPage.button(workbench).click({ timeout }),
      page.selected(),
    );
    return page;
  }

  /** The page that is about to come. */
  static async opened(workbench: Workbench): Promise<ReadingPage> {
    const page = new ReadingPage(workbench);
    await page.selected().waitFor();
    return page;
  }

  /** In the title of an editor. */
  static button(workbench: Workbench): Locator {
    return workbench.page.locator('.part.editor .editor-actions').getByLabel(/Read Digest/);
  }

  get frame(): FrameLocator {
    return this.#workbench.readerFrame();
  }

  rows(): Locator {
    return this.frame.locator('.row');
  }

  row(title: string): Locator {
    return this.rows().filter({ hasText: title });
  }

  selected(): Locator {
    return this.frame.locator('.row[aria-selected="true"]');
  }

  /** Waits until this paper is selected and shown. */
  async shows(title: string, heading = title): Promise<void> {
    await this.selected().filter({ hasText: title }).waitFor();
    await this.frame.locator('#paper .toolbar').waitFor();
    await eventually(async () => {
      const shown = await this.frame.locator('#paper h1').innerText();
      assert.ok(shown.startsWith(heading), `${shown} instead of ${heading}`);
    });
  }

  /** Waits until the text of an element of the page, by its id, matches. */
  async says(id: string, text: string | RegExp): Promise<void> {
    await this.frame.locator(`#${id}`).filter({ hasText: text }).waitFor();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#workbench.page.keyboard.press(key);
  }

  /** Keeps hold of what pages opened from now on talk to their host with. */
  static async letForge(workbench: Workbench): Promise<void> {
    await workbench.page.addInitScript(() => {
      type Api = () => { postMessage(message: unknown): void };
      let acquire: Api | undefined;
      Object.defineProperty(window, 'acquireVsCodeApi', {
        configurable: true,
        get: () => acquire,
        set: (own: Api) => {
          acquire = () => {
            const api = own();
            Object.assign(window, { forge: (message: unknown) => api.postMessage(message) });
            return api;
          };
        },
      });
    });
    await workbench.reload();
  }

  /** Sends the host what a page that has been taken over could send: see `letForge`. */
  async forge(message: unknown): Promise<void> {
    await this.frame.locator('body').evaluate((_, forged) => {
      const { forge } = window as unknown as { forge: (message: unknown) => void };
      forge(forged);
    }, message);
  }

  /** Gives the list the keyboard, and waits until VS Code knows of it. */
  async takeKeys(): Promise<void> {
    await this.frame.locator('#rows').focus();
    const dialog = this.frame.locator('#keys');
    await eventually(async () => {
      await this.press('Shift+Slash');
      await dialog.waitFor({ timeout: 1000 });
    });
    await this.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }

  scrollTop(id: 'rows' | 'reading'): Promise<number> {
    return this.frame.locator(`#${id}`).evaluate((element) => element.scrollTop);
  }
}
