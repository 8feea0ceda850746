import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pickAfter } from './support/quickPick.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

const name = 'paper/analysis.ipynb';
const bibliography = 'paper/references.bib';
const hmc = 'betancourt2017hmc';
const hadamard = 'ackermann2026hlahadamardlinearattention';

const text = `## Sampling\n\nAs in [@${hmc}]; and also in `;
const notebook = {
  cells: [
    { cell_type: 'markdown', id: 'a', metadata: {}, source: text.split(/(?<=\n)/) },
    {
      ...{ cell_type: 'code', id: 'b', execution_count: null, metadata: {}, outputs: [] },
      source: ['# Langevin dynamics, as in arXiv:2602.12257\n', 'steps = 1000'],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe('A notebook', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      settings: { 'files.autoSave': 'off' },
      files: { [name]: `${JSON.stringify(notebook, null, 1)}\n` },
    });
    await workbench.openView();
    await pickAfter(workbench.page, 'Control+P', name, 'analysis.ipynb');
    await workbench.page.locator('.notebookOverlay .code-cell-row .view-line').first().waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const onDisk = (file: string): string => readFileSync(path.join(workbench.folder, file), 'utf8');

  /** Opens the first cell, which is selected, for writing, with the cursor at its end. */
  const write = async (): Promise<void> => {
    const editor = workbench.page.locator('.markdown-cell-row .monaco-editor:visible').first();
    await pressUntil(
      (timeout) => workbench.page.locator('.cell-list-container').press('Enter', { timeout }),
      editor,
    );
    await workbench.page.keyboard.press('Control+End');
  };

  it('shows what a key stands for', async () => {
    await write();
    const key = workbench.page.locator('.notebookOverlay .view-line span', { hasText: hmc }).last();
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'Hamiltonian' });
    await pressUntil(async (timeout) => {
      await workbench.page.mouse.move(0, 0);
      await key.hover({ timeout });
    }, hover);
    await workbench.screenshot('notebook-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('gets keys suggested while one is typed', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('[@robert');
    const row = workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'robert' });
    await row.first().waitFor();
    await workbench.screenshot('notebook-suggestions');
    await row.first().click();
    await workbench.page.locator('.view-line', { hasText: 'robert2004montecarlo' }).waitFor();
  });

  it('is cited in by the picker, with the entry in the bibliography beside it', async () => {
    const before = onDisk(bibliography);
    await workbench.page.keyboard.press('Control+End');
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('hadamard linear');
    await workbench.quickPickRows().filter({ hasText: 'Hadamard' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.view-line', { hasText: hadamard }).waitFor();
    await eventually(() => {
      assert.ok(onDisk(bibliography).startsWith(before));
      assert.match(
        onDisk(bibliography).slice(before.length),
        new RegExp(`^\n@misc\\{${hadamard},`),
      );
    });
    await workbench.screenshot('notebook-cited');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.view-line', { hasText: hadamard }).waitFor({ state: 'hidden' });
    await workbench.openFile(bibliography);
    assert.equal(await workbench.save(bibliography), before);
  });
});
