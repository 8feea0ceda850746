import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

describe('A window without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folders: [], viewport: { width: 1280, height: 900 } });
    await workbench.openView();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const welcome = (text: string) =>
    workbench.page.locator('.part.sidebar .welcome-view').getByText(text);
  const step = (name: string) =>
    workbench.page.locator(`[data-step-id="preprint.preprint#start#${name}"]`);
  const openStep = (name: string) =>
    pressUntil(
      (timeout) => step(name).click({ timeout }),
      step(name).and(workbench.page.locator('.expanded')),
    );
  const isDone = (name: string) => step(name).getByRole('checkbox', { checked: true });

  it('leads to the walkthrough, whose steps each have a picture', async () => {
    await welcome('Get started with Preprint').click();
    await workbench.page.getByText('Get Started with Preprint').first().waitFor();
    // A narrow page leaves out its pictures.
    await workbench.page.keyboard.press('Control+B');
    for (const name of ['library', 'search', 'read', 'cite', 'trends']) {
      await openStep(name);
      const picture = workbench.page.locator('.getting-started-media img');
      await picture.waitFor();
      assert.match((await picture.getAttribute('alt')) ?? '', /\w/);
      await picture.evaluate(async (image: HTMLImageElement) => image.decode());
    }
    await workbench.screenshot('walkthrough');
    await workbench.page.keyboard.press('Control+B');
  });

  it('has nothing in its trends but the way to the sample library', async () => {
    await workbench.palette('Preprint: Show Trends');
    const trends = workbench.readerFrame();
    await trends.getByText('No digest of this workspace names its day').waitFor();
    assert.equal(await trends.locator('section').filter({ visible: true }).count(), 0);
    await trends.getByRole('button', { name: 'Open Sample Library' }).waitFor();
    await workbench.screenshot('trends-empty');
  });

  it('ticks off the steps that a person has done', async () => {
    await workbench.page.locator('.part.editor .tab').first().click();
    await isDone('trends').waitFor();
    await openStep('search');
    await step('search').getByRole('button', { name: 'Search Papers' }).click();
    await workbench.notification('No paper digest was found in this workspace').waitFor();
    await isDone('search').waitFor();
  });

  it('opens the sample library, a copy that is the person’s', async () => {
    await openStep('library');
    await step('library').getByRole('button', { name: 'Open Sample Library' }).click();
    await workbench.page.waitForURL(/[?&]folder=/);
    await workbench.ready();
    await workbench.openView();
    await workbench.treeRow('Computer Science').first().waitFor();
    await workbench.palette('Preprint: Group by Date');
    await workbench.treeRow('February 2026').first().waitFor();
    await workbench.openFile('digests/2026-02-13.md', 1);
    await workbench.page.keyboard.type('Mine. ');
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.part.editor .tab:not(.dirty)').first().waitFor();
    await workbench.screenshot('sample-library');
  });
});
