import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeViolations } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

const unread = 'Unread of February 14, 2026';
const langevin = 'On the implicit regularization of Langevin dynamics';

const draft = `\\addbibresource{references.bib}

Cited here:
`;

describe('Marks of papers in the window', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ files: { 'paper/draft.tex': draft } });
    await workbench.openView();
    await workbench.setSideBarWidth(600);
    await workbench.treeRow(unread).waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const badge = () => workbench.page.locator('.part.activitybar .badge-content:visible');
  const roots = async () => (await workbench.treeLines()).filter((line) => !line.startsWith(' '));
  const showsRoots = (...lines: readonly string[]) =>
    eventually(async () => assert.deepEqual((await roots()).slice(0, lines.length), lines));
  /** The menu of the row that the keyboard is at, by the keyboard. */
  const chooseByKeys = async (downs: number, title: string) => {
    await workbench.palette('Preprint: Focus on Papers View');
    await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
    await press('Home');
    for (let at = 0; at < downs; at++) await press('ArrowDown');
    await press('Shift+F10');
    await workbench.menuItem(title).waitFor();
    const titles = await workbench.menuItem().allInnerTexts();
    for (let at = 0; at <= titles.indexOf(title); at++) await press('ArrowDown');
    await press('Enter');
    await workbench.menuItem().first().waitFor({ state: 'hidden' });
  };
  const stateFile = () => {
    try {
      return readFileSync(path.join(workbench.folder, '.preprint', 'state.jsonl'), 'utf8');
    } catch {
      return '';
    }
  };

  it('are counted on the icon of the container', async () => {
    await badge().getByText('5', { exact: true }).waitFor();
  });

  it('are made by keys alone: a star, a paper read, and what takes it back', async () => {
    await workbench.expandRow(unread);
    await chooseByKeys(1, 'Star Paper');
    await showsRoots('Reading List | 1', `${unread} | 5`);
    await chooseByKeys(3, 'Mark as Read');
    await showsRoots('Reading List | 1', `${unread} | 4`);
    await badge().getByText('4', { exact: true }).waitFor();
    await workbench.palette('Preprint: Focus on Papers View');
    await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
    await press('Control+Z');
    await showsRoots('Reading List | 1', `${unread} | 5`);
  });

  it('leave a paper that was opened in its place, but count it no more', async () => {
    await workbench.readRow(langevin);
    await showsRoots('Reading List | 1', `${unread} | 4`);
    await workbench.treeRow(langevin).first().waitFor();
    assert.match(
      (await workbench.treeRow(langevin).first().getAttribute('aria-label')) ?? '',
      /^On the implicit .*, Govind Menon et al\. · 2026, seen$/,
    );
  });

  it('are tags as well, each a list', async () => {
    await workbench.chooseForRow(langevin, 'Tag Paper…');
    await workbench.quickInput().fill('survey');
    await workbench.quickPickRows().getByText('survey', { exact: true }).waitFor();
    await press('Enter');
    await showsRoots('Reading List | 1', `${unread} | 4`, 'Tags | 1');
    await workbench.expandRow('Tags', /^\s*survey/);
    await workbench
      .treeRow(/Langevin dynamics.*#survey/)
      .first()
      .waitFor();
  });

  it('mute papers, whose number is told, and which can be shown', async () => {
    await workbench.expandRow('Mathematics');
    await workbench.treeRow('math.PR').waitFor();
    await workbench.expandRow('Computer Science', 'cs.AI');
    await workbench.chooseForRow('Hadamard Linear Attention', 'Mute Paper');
    await workbench.treeRow('Computer Science').getByText('10 · 1 muted').waitFor();
    await workbench.treeRow('Hadamard Linear Attention').waitFor({ state: 'hidden' });
    await workbench.palette('Preprint: Show Muted Papers');
    await workbench.treeRow(/Hadamard Linear Attention.*muted/).waitFor();
    for (const kind of ['light', 'hcDark', 'dark'] as const) {
      await workbench.setTheme(kind);
      await workbench.screenshot(`marks-${kind}`);
    }
    await workbench.palette('Preprint: Hide Muted Papers');
    await workbench.treeRow('Hadamard Linear Attention').waitFor({ state: 'hidden' });
  });

  it('mute an author, and take it back', async () => {
    await workbench.chooseForRow(langevin, 'Mute Author, Category or Keyword…');
    await workbench.pick('Menon', 'Govind Menon');
    await workbench.treeRow('Mathematics').getByText('0 · 1 muted').waitFor();
    await workbench.palette('Preprint: Focus on Papers View');
    await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
    await press('Control+Z');
    await workbench.treeRow('Mathematics').getByText('1', { exact: true }).waitFor();
  });

  it('leave nothing for axe-core to find in the view', async () => {
    const found = (await workbench.axe('.part.sidebar .pane-body')).filter(
      ({ id, impact }) =>
        (impact === 'serious' || impact === 'critical') &&
        // VS Code draws name and description without a blank between them, which axe-core takes for
        // one word that no name could hold. What it is after is looked at below.
        id !== 'label-content-name-mismatch',
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      [],
      describeViolations(found),
    );
    const rows = await workbench.treeRow().evaluateAll((all) =>
      all.map((row) => ({
        name: row.getAttribute('aria-label') ?? '',
        parts: ['.label-name', '.label-description'].map(
          (part) => row.querySelector(part)?.textContent ?? '',
        ),
      })),
    );
    assert.ok(rows.length > 5);
    for (const { name, parts } of rows) {
      for (const part of parts) assert.ok(name.includes(part), `"${part}" is not in "${name}"`);
    }
  });

  it('are there in a second window, and after a kill and a reload', async () => {
    const second = await workbench.secondWindow();
    await second.openView();
    await second.treeRow('Reading List').waitFor();
    await second.expandRow('Mathematics', 'math.PR');
    await pressUntil(
      () => second.chooseForRow(langevin, 'Star Paper'),
      second.treeRow('Reading List').getByText('2', { exact: true }),
    );
    await showsRoots('Reading List | 2');
    await second.page.close();
    await workbench.chooseForRow(langevin, 'Mark as Read');
    await eventually(() => {
      assert.match(stateFile(), /"read"/);
      return Promise.resolve();
    });
    workbench.server.killExtensionHosts();
    await workbench.reload();
    await workbench.openView();
    await showsRoots('Reading List | 2', `${unread} | 4`, 'Tags | 1');
  });

  it('take a paper into an editor where it is dropped, and its entry into the bibliography', async () => {
    await workbench.openFile('paper/draft.tex');
    const line = workbench.page.locator('.view-line', { hasText: 'Cited here:' });
    await workbench.expandRow('Reading List');
    await workbench
      .treeRow(langevin)
      .first()
      .dragTo(line, { targetPosition: { x: 300, y: 8 } });
    await workbench.page.locator('.view-line', { hasText: '\\cite{' }).waitFor();
    await workbench.page.keyboard.press('Control+S');
    let key = '';
    await eventually(() => {
      const text = readFileSync(path.join(workbench.folder, 'paper/draft.tex'), 'utf8');
      key = /Cited here:\s*\\cite\{([^}]+)\}/.exec(text)?.[1] ?? '';
      assert.notEqual(key, '', text);
      return Promise.resolve();
    });
    await eventually(() => {
      const entries = readFileSync(path.join(workbench.folder, 'paper/references.bib'), 'utf8');
      assert.match(entries, new RegExp(`\\{${key},[^@]*2602\\.12257`));
      return Promise.resolve();
    });
  });
});
