import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const notes = 'notes/reading-notes.md';
const bibliography = 'paper/references.bib';
const hadamard = 'ackermann2026hlahadamardlinearattention';

describe('A key that no bibliography has', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'off' } });
    await workbench.openView();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const onDisk = (name: string) => readFileSync(path.join(workbench.folder, name), 'utf8');

  it('is underlined, and its entry is added where it stands, by the keyboard alone', async () => {
    const before = onDisk(bibliography);
    await workbench.openFile(notes, '41:12');
    await workbench.page.keyboard.insertText(`[@${hadamard}]`);
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('ArrowLeft');
    const fix = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'HLA' });
    await eventually(async () => {
      // A menu that was asked for before the papers are known is there without the fix, or not at all.
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 4000 });
    });
    await workbench.screenshot('citation-fix');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'hidden' });
    await workbench.openFile(bibliography);
    await eventually(async () => {
      const text = await workbench.save(bibliography);
      assert.ok(text.startsWith(before));
      assert.match(text.slice(before.length), new RegExp(`^\n@misc\\{${hadamard},`));
    });
  });
});
