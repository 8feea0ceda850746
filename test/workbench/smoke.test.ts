import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

describe('The workbench with Preprint installed', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  it('opens on a copy of the sample library', async () => {
    const name = path.basename(workbench.folder);
    await workbench.palette('View: Show Explorer');
    await workbench.page
      .locator('.explorer-folders-view')
      .or(workbench.page.locator('.part.sidebar .pane-header', { hasText: name }))
      .first()
      .waitFor();
    assert.ok(existsSync(await workbench.screenshot('explorer')));
  });

  it('lists the extension among the installed ones', async () => {
    await workbench.palette('Extensions: Show Enabled Extensions');
    await workbench.page
      .locator('.extensions-list .monaco-list-row', { hasText: 'Preprint' })
      .first()
      .waitFor();
  });
});
