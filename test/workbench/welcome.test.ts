import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const welcome = (workbench: Workbench, text: string) =>
  workbench.page.locator('.part.sidebar .welcome-view').getByText(text);

const progressBar = (workbench: Workbench) =>
  workbench.page.locator('.part.sidebar .monaco-progress-container.active');

describe('The view Papers without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folders: [] });
    await workbench.openView();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  it('asks for a folder and helps to open one', async () => {
    await welcome(workbench, 'Open a folder that holds your arXiv digests and notes.').waitFor();
    await progressBar(workbench).waitFor({ state: 'hidden' });
    await workbench.screenshot('welcome-no-folder');
    await welcome(workbench, 'Open Folder').click();
    await workbench.quickInput().waitFor();
    assert.match(await workbench.quickInput().inputValue(), /^\//);
    await workbench.page.keyboard.press('Escape');
  });

  it('says that there is nothing to choose from when a command asks for a paper', async () => {
    await workbench.palette('Preprint: Open in Reader');
    await workbench
      .notification('No paper digest was found in this workspace, so there is nothing to choose')
      .waitFor();
  });
});

/** So many that the view can be seen while they are read. */
const manyNotes = 1000;

describe('The view Papers without digests', () => {
  let workbench: Workbench;
  let source: string;
  before(async () => {
    source = makeTemporaryFolder('notes');
    const notes = path.join(source, 'notes');
    mkdirSync(notes);
    for (let note = 0; note < manyNotes; note++) {
      writeFileSync(path.join(notes, `note-${note}.md`), `# Note ${note}\n\nNo paper.\n`);
    }
    workbench = await openWorkbench({ folders: [notes] });
  });
  after(async () => {
    rmSync(source, { recursive: true });
    await workbench.dispose();
  });
  keepFailurePictures(() => workbench);

  it('says that it reads, and how far it is', async () => {
    await workbench.openView();
    await progressBar(workbench).waitFor();
    const message = workbench.page.locator('.part.sidebar .message');
    await message.getByText(/^Reading \d+ of 1000 files…$/).waitFor();
    await workbench.screenshot('welcome-indexing');
  });

  it('then says that there is no digest, and what one is', async () => {
    const found = welcome(workbench, 'No paper digest was found in this workspace.');
    await found.waitFor({ timeout: 60_000 });
    await progressBar(workbench).waitFor({ state: 'hidden' });
    await workbench.screenshot('welcome-empty');
  });

  it('stays so while a note is written', async () => {
    await workbench.openFile('note-7.md', 3);
    await workbench.page.evaluate(() => {
      const sideBar = document.querySelector('.part.sidebar')!;
      new MutationObserver(() => {
        if (sideBar.textContent.includes('Reading')) document.body.dataset['told'] = 'yes';
      }).observe(sideBar, { subtree: true, childList: true });
    });
    await workbench.page.keyboard.type('About arXiv:2602.10637. ');
    const reference = workbench.page.locator('.view-line', { hasText: 'About arXiv' });
    // The link of the id appears when the library has read the note.
    await reference.locator('.detected-link').first().waitFor();
    assert.equal(await workbench.page.evaluate(() => document.body.dataset['told']), undefined);
  });

  it('leads to the settings that choose the files', async () => {
    await welcome(workbench, 'Choose which files are read').click();
    const editor = workbench.page.locator('.settings-editor');
    await editor.getByText(/\d Settings Found/).waitFor();
    const labels = await editor.locator('.setting-item-label').allInnerTexts();
    assert.deepEqual(labels.slice(0, 2), ['Include', 'Exclude']);
  });
});
