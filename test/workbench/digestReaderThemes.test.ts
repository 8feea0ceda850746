import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describeViolations } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { ReadingPage } from './support/readingPage.js';
import type { ThemeKind } from './support/theme.js';
import type { Workbench } from './support/workbench.js';

const themes: readonly { kind: ThemeKind; name: string; picture: string }[] = [
  { kind: 'light', name: 'a light theme', picture: 'digest-light' },
  { kind: 'hcDark', name: 'dark high contrast', picture: 'digest-hc-dark' },
  { kind: 'hcLight', name: 'light high contrast', picture: 'digest-hc-light' },
  { kind: 'dark', name: 'a dark theme', picture: 'digest-dark' },
];

describe('The digest reader in every theme', () => {
  let workbench: Workbench;
  let reading: ReadingPage;
  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1280, height: 900 } });
    // Saturday's digest tells of some papers in Chinese, and these pictures are for everybody.
    rmSync(path.join(workbench.folder, 'digests', '2026-02-14.md'));
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
    reading = await ReadingPage.ofDigest(workbench, '2026-02-13.md');
    // One of each look.
    await reading.takeKeys();
    // Typed ahead, and yet each key is about the paper that the one before led to.
    await reading.press('s', 'j', 'r', 'j');
    await reading.rows().nth(0).and(reading.frame.locator('.is-starred:not(.is-read)')).waitFor();
    await reading.rows().nth(1).and(reading.frame.locator('.is-read')).waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const isFitForAll = async () => {
    // The page takes on the colours of a new theme a moment after the window.
    await eventually(async () => {
      const violations = await workbench.axe(reading.frame);
      const grave = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      assert.equal(describeViolations(grave), '');
    });
  };

  for (const { kind, name, picture } of themes) {
    it(`can be read by everybody in ${name}`, async () => {
      await workbench.setTheme(kind);
      await reading.frame.locator('#rows').focus();
      await isFitForAll();
      await workbench.screenshot(picture);
    });
  }

  it('explains its keys to everybody', async () => {
    await reading.press('Shift+Slash');
    await reading.frame.locator('dialog[open]').waitFor();
    await isFitForAll();
    await workbench.screenshot('digest-keys');
    await reading.press('Escape');
  });

  it('is walked through by Tab in the order of the page', async () => {
    await reading.frame.locator('#filter').focus();
    const stops: string[] = [];
    for (let stop = 0; stop < 7; stop++) {
      await reading.press('Tab');
      stops.push(
        await reading.frame
          .locator(':focus')
          .evaluate((element) => element.id || element.textContent),
      );
    }
    assert.deepEqual(stops, [
      'category',
      'show',
      'rows',
      'splitter',
      'Yutong Chao',
      'Jalal Etesami',
      'Go to Digest',
    ]);
  });

  it('tells screen readers of the place in the list, and of marks', async () => {
    const rows = reading.frame.locator('#rows');
    await rows.focus();
    const active = await rows.getAttribute('aria-activedescendant');
    const option = reading.frame.locator(`#${active}`);
    assert.equal(await option.getAttribute('role'), 'option');
    assert.equal(await option.getAttribute('aria-posinset'), '3');
    assert.equal(await option.getAttribute('aria-setsize'), String(await reading.rows().count()));
    assert.match((await reading.rows().nth(0).textContent()) ?? '', /\bStarred: On the implicit/);
    assert.match((await reading.rows().nth(1).textContent()) ?? '', /^Already read: \S/);
  });

  it('prints the paper alone', async () => {
    await workbench.page.emulateMedia({ media: 'print' });
    await reading.frame.locator('.papers').waitFor({ state: 'hidden' });
    await reading.frame.locator('#paper h1').waitFor();
    await workbench.page.emulateMedia({ media: 'screen' });
  });

  it('shows list or paper in a narrow panel, and leads back', async () => {
    await workbench.palette('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: 400, height: 800 });
    await reading.frame.locator('#reading').waitFor({ state: 'hidden' });
    await reading.frame.locator('#rows').focus();
    await isFitForAll();
    await workbench.screenshot('digest-narrow-list');
    await reading.press('Enter');
    await reading.frame.locator('#rows').waitFor({ state: 'hidden' });
    await reading.frame.locator('h1:focus').waitFor();
    await reading.frame.locator('#paper .toolbar').waitFor();
    const overflowing = await reading.frame
      .locator('#reading')
      .evaluate((pane) =>
        [...pane.querySelectorAll('h1, h2, p, button, .facts, .katex-display')]
          .filter((element) => element.getBoundingClientRect().right > pane.clientWidth)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
    assert.deepEqual(overflowing, []);
    await isFitForAll();
    await workbench.screenshot('digest-narrow-paper');
    await reading.frame.locator('#back').click();
    await reading.frame.locator('#rows:focus').waitFor();
  });
});
