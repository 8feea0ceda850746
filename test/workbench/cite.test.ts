import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleLibrary } from '../vscode/paths.mjs';
import { keepFailurePictures } from './support/failurePictures.js';
import { eventually } from './support/eventually.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

const notes = 'notes/reading-notes.md';
const paper = 'paper/main.tex';
const bibliography = 'paper/references.bib';

const chen = 'chen2026coarsegrainedboltzmanngenerators';
const menon = 'menon2026implicitregularizationlangevindynamics';
const robert = 'robert2004montecarlo';
const ageev = 'ageev2026neuralnetworkquantumfield';

const entry = `@misc{${ageev},
  title = {Neural Network Quantum Field Theory from Transformer Architectures},
  author = {Ageev, Dmitry S. and Ageeva, Yulia A.},
  year = {2026},
  eprint = {2602.10209},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  url = {https://arxiv.org/abs/2602.10209}
}`;

describe('Citing', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ settings: { 'files.autoSave': 'off' } });
    await workbench.openView();
    await workbench.expandRow('Computer Science', 'cs.LG');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const original = (name: string) => readFileSync(path.join(sampleLibrary, name), 'utf8');

  /** The file holds this text once it is saved, and its original after one undo. */
  const writes = async (name: string, text: string, picture?: string) => {
    assert.equal(await workbench.save(name), text);
    if (picture !== undefined) await workbench.screenshot(picture);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.part.editor .tab.active.dirty').waitFor();
    assert.equal(await workbench.save(name), original(name));
  };
  const onDisk = (name: string) => readFileSync(path.join(workbench.folder, name), 'utf8');
  /** What was taken back is unsaved until its editor is saved. An open bibliography is not saved. */
  const leavesBibliography = async () => {
    await workbench.openFile(bibliography);
    assert.equal(await workbench.save(bibliography), original(bibliography));
    await workbench.palette('View: Close Editor');
  };
  /** As `writes`, with an entry that is added to the bibliography, and goes by the same undo. */
  const writesWithEntry = async (name: string, text: string, added: string, picture?: string) => {
    await eventually(() =>
      assert.equal(onDisk(bibliography), `${original(bibliography)}\n${added}\n`),
    );
    await writes(name, text, picture);
    await leavesBibliography();
  };
  const changed = async () => {
    await workbench.page.locator('.part.editor .tab.active.dirty').first().waitFor();
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  };

  /** Ticks the paper of a text in the list that is open, which then has so many ticked. */
  const tick = (text: string, count = 1) =>
    pressUntil(
      (timeout) => workbench.quickPickRows().filter({ hasText: text }).click({ timeout }),
      workbench.page.locator('.quick-input-count', { hasText: `${count} Selected` }),
    );

  it('writes several papers of the picker into Markdown, and one undo takes them back', async () => {
    await workbench.openFile(notes, '41:12');
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('chen boltzmann');
    await tick('Coarse-Grained');
    await workbench.quickInput().fill('langevin');
    await tick('Langevin', 2);
    await workbench.page.keyboard.press('Enter');
    await changed();
    const text = original(notes).replace('goes here: ', `goes here: [@${chen}; @${menon}]`);
    await writes(notes, text, 'cite-markdown');
  });

  it('takes the first paper found when Enter follows the words', async () => {
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('zavadlav coarse');
    await workbench.page.keyboard.press('Enter');
    await changed();
    await writes(notes, original(notes).replace('goes here: ', `goes here: [@${chen}]`));
  });

  it('offers works that the bibliography alone has, and tells which papers it has already', async () => {
    await workbench.openFile(notes, '41:12');
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('langevin');
    await workbench
      .quickPickRows()
      .filter({ hasText: `${menon} in paper` })
      .waitFor();
    await workbench.quickInput().fill('carlo');
    await workbench.quickPickRows().filter({ hasText: robert }).waitFor();
    await workbench.screenshot('cite-picker');
    await workbench.page.keyboard.press('Enter');
    await changed();
    await writes(notes, original(notes).replace('goes here: ', `goes here: [@${robert}]`));
  });

  it('suggests keys while one is typed, and adds the entry of a paper that has none', async () => {
    await workbench.openFile(notes, '41:12');
    await workbench.page.keyboard.type('[@neural');
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row', {
      hasText: ageev,
    });
    await suggestion.waitFor();
    await workbench.screenshot('cite-suggestions');
    await suggestion.click();
    await workbench.page.locator('.view-line', { hasText: ageev }).waitFor();
    await eventually(() =>
      assert.equal(onDisk(bibliography), `${original(bibliography)}\n${entry}\n`),
    );
    assert.match(await workbench.save(notes), new RegExp(`goes here: \\[@${ageev}`));
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.locator('.view-line', { hasText: '[@neural' }).waitFor();
    await leavesBibliography();
    // VS Code takes back what was typed in one step or in several.
    await eventually(async () => {
      await workbench.page.keyboard.press('Control+Z');
      assert.equal(await workbench.save(notes), original(notes));
    });
  });

  it('writes from the menu of a paper in the tree into LaTeX, where the cursor is', async () => {
    await workbench.openFile(paper, 35);
    await workbench.chooseForRow('Neural Network Quantum', 'Insert Citation');
    await changed();
    const text = original(paper).replace('here:\n\n', `here:\n\n\\cite{${ageev}}`);
    await writesWithEntry(paper, text, entry, 'cite-latex');
  });

  it('writes a paper that is dropped, with its entry, and one undo takes back both', async () => {
    await workbench.openFile(paper, 35);
    const line = workbench.page.locator('.view-line', { hasText: 'citation goes here:' });
    const at = { targetPosition: { x: 500, y: 8 } };
    await workbench.treeRow('Neural Network Quantum').first().dragTo(line, at);
    await workbench.statusBarItem(/Added to .*references\.bib/).waitFor();
    const text = original(paper).replace('goes here:', `goes here:\\cite{${ageev}}`);
    await writesWithEntry(paper, text, entry, 'cite-drop');
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  });

  it('writes all papers that are selected in the tree by the button of one of them', async () => {
    await workbench.openFile(paper, 35);
    const [first, second] = [
      workbench.treeRow('Coarse-Grained'),
      workbench.treeRow('Quantum Field'),
    ];
    for (const row of [first, second]) {
      await pressUntil(
        (timeout) => row.click({ modifiers: ['ControlOrMeta'], timeout }),
        row.and(workbench.page.locator('[aria-selected="true"]')),
      );
    }
    await workbench.pressInRow('Quantum Field', 'Insert Citation');
    await changed();
    const text = original(paper).replace('here:\n\n', `here:\n\n\\cite{${chen},${ageev}}`);
    await writesWithEntry(paper, text, entry);
  });

  it('asks for papers in the menu of the editor', async () => {
    await workbench.openFile(paper, 35);
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.menuItem('Preprint').waitFor();
    await workbench.menuItem('Preprint').hover();
    await workbench.chooseFromMenu('Insert Citation');
    await workbench.quickInput().fill('field quantum');
    await workbench.quickPickRows().filter({ hasText: 'Quantum Field' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput().waitFor({ state: 'hidden' });
  });

  it('writes a whole entry into a bibliography, apart from its neighbours', async () => {
    await workbench.openFile(bibliography);
    await workbench.page.keyboard.press('Control+End');
    await workbench.palette('Preprint: Insert BibTeX');
    await workbench.quickInput().fill('quantum transformer');
    await workbench.page.keyboard.press('Enter');
    await changed();
    await writes(bibliography, `${original(bibliography)}\n${entry}\n`);
  });

  it('writes from the reader into the note beside it', async () => {
    await workbench.palette('View: Close All Editors');
    await workbench.openFile(notes, '41:12');
    const reader = await workbench.readRow('Neural Network Quantum Field Theory');
    await reader.getByRole('button', { name: 'Insert Citation' }).click();
    await changed();
    await workbench.page.locator('.view-line', { hasText: ageev }).waitFor();
    await workbench.screenshot('reader-beside');
    const text = original(notes).replace('goes here: ', `goes here: [@${ageev}]`);
    await writesWithEntry(notes, text, entry);
  });

  it('never writes into a digest, and says what to do instead', async () => {
    await workbench.palette('View: Close All Editors');
    await workbench.openFile('digests/2026-02-13.md');
    await workbench.palette('Preprint: Insert Citation');
    await workbench.quickInput().fill('hadamard');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('Open the note that is to cite the paper').waitFor();
    assert.equal(await workbench.page.locator('.part.editor .tab.dirty').count(), 0);
  });
});
