import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { windowStateHolds } from './support/windowState.js';
import type { Workbench } from './support/workbench.js';

const title = 'Statistical Learning Analysis of Physics-Informed Neural Networks';
const place = 120;

describe('The reader over time', () => {
  let workbench: Workbench;
  let reader: FrameLocator;
  let digest: string;
  before(async () => {
    workbench = await openWorkbench({
      settings: { 'files.autoSave': 'off' },
      viewport: { width: 1280, height: 600 },
    });
    digest = path.join(workbench.folder, 'digests', '2026-02-12.md');
    reader = await workbench.readPaper(title);
    await reader.locator('html').evaluate((_, top) => window.scrollTo(0, top), place);
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const scrollTop = () => reader.locator('html').evaluate(() => window.scrollY);

  it('follows an edit of the digest on disk and keeps its place', async () => {
    const text = readFileSync(digest, 'utf8');
    writeFileSync(digest, text.replace('TL;DR: 方程本身就是数据', 'TL;DR: Edited on disk'));
    await reader.locator('.summary', { hasText: 'Edited on disk' }).waitFor({ timeout: 5000 });
    assert.equal(await scrollTop(), place);
  });

  it('follows an edit in an editor before it is saved', async () => {
    await workbench.openFile('2026-02-12.md', '47:8');
    await workbench.page.keyboard.type('Typed: ');
    await workbench.showTab('Statistical');
    await reader.locator('.summary', { hasText: 'Typed: Edited on disk' }).waitFor();
    await workbench.showTab('2026-02-12.md');
    await workbench.save('digests/2026-02-12.md');
    await workbench.palette('View: Close Editor');
    await workbench.readerOf(title);
  });

  it('is there again after a reload of the window, at the same place', async () => {
    await reader.locator('html').evaluate(() => window.scrollTo(0, 90));
    await windowStateHolds(workbench.page, 'scrollTop', 90);
    await workbench.reload();
    reader = await workbench.readerOf(title);
    await eventually(async () => assert.equal(await scrollTop(), 90));
  });

  it('says so when the last digest that told of the paper is deleted, and keeps the text', async () => {
    rmSync(digest);
    const status = reader.getByRole('status');
    await status
      .filter({ hasText: 'No digest of this workspace holds this paper any more.' })
      .waitFor();
    assert.equal(await reader.locator('h1').innerText(), title);
    await reader.locator('html').evaluate(() => window.scrollTo(0, 0));
    await workbench.screenshot('reader-gone');
  });

  it('goes on when the digest is there again', async () => {
    const entry = readFileSync(path.resolve('media/sample/digests/2026-02-12.md'));
    writeFileSync(digest, entry);
    await reader.locator('.summary', { hasText: '方程本身就是数据' }).waitFor();
    assert.equal(await reader.locator('#status').innerText(), '');
  });
});
