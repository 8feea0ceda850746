import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { menuOfPaperWithoutId } from './support/menuOfPaper.js';
import { openWorkbench } from './support/openWorkbench.js';
import { windowStateMatches } from './support/windowState.js';
import type { Workbench } from './support/workbench.js';

const archives = [
  'Unread of February 14, 2026 | 5',
  'Computer Science | 11',
  'Mathematics | 1',
  'Physics | 1',
  'quant-ph · Quantum Physics | 1',
  'Statistics | 1',
  'No category | 4',
];

const found = [
  '  Coarse-Grained Boltzmann Generators | Weilong Chen et al. · 2026',
  '  Temperature Steerable Flows and Boltzmann Generators',
];

const langevin =
  '  On the implicit regularization of Langevin dynamics with projected noise | Govind Menon et al. · 2026';

describe('Searches in the view Papers', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.setSideBarWidth(470);
    await workbench.treeRow('Computer Science').waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const showsLines = (lines: readonly string[]) => workbench.showsTree(lines);
  const holdsSaved = (searches: readonly unknown[]) =>
    eventually(() =>
      assert.deepEqual(workbench.userSettings()['preprint.savedSearches'] ?? [], searches),
    );
  /** What is done to a search ends with its row selected, which takes the focus. */
  const isSelected = async (name: string) => {
    const selected = workbench.page.locator('[aria-selected="true"]');
    await workbench.treeRow(name).first().and(selected).waitFor();
  };
  const search = (query: string) =>
    workbench.answerCommand('Preprint: Show Search Results in Tree', query);

  it('stand at the top, selected and unfolded, with their papers by rank', async () => {
    await search('boltzmann generators');
    await showsLines(['boltzmann generators | 2', ...found, ...archives]);
    await isSelected('boltzmann generators');
  });

  it('tell a screen reader what they are and how much they have found', async () => {
    const row = workbench.treeRow('boltzmann generators').first();
    assert.equal(await row.getAttribute('aria-label'), 'Search: boltzmann generators, 2 papers');
  });

  it('hold papers that behave as everywhere in the tree', async () => {
    await workbench.openRowMenu('Temperature Steerable', 'Copy BibTeX');
    assert.deepEqual(await workbench.menuItem().allInnerTexts(), menuOfPaperWithoutId);
    await workbench.page.keyboard.press('Escape');
    await workbench.readRow('Temperature Steerable');
  });

  it('come the newest first, and each but once', async () => {
    await search('langevin orbits');
    const both = ['langevin orbits | 1', langevin, 'boltzmann generators | 2', ...found];
    await showsLines([...both, ...archives]);
    await search('boltzmann generators');
    await isSelected('boltzmann generators');
    await showsLines([...both, ...archives]);
  });

  it('come into sight from wherever the window is', async () => {
    await workbench.palette('View: Show Explorer');
    await workbench.treeRow('Computer Science').waitFor({ state: 'hidden' });
    await search('physics-informed');
    await isSelected('physics-informed');
    await workbench.treeRow('On the Role of Consistency').waitFor();
    await workbench.chooseForRow('physics-informed', 'Remove Search');
    await workbench.treeRow('On the Role of Consistency').waitFor({ state: 'detached' });
  });

  it('say when words were found with typos alone, or not all together', async () => {
    await search('colocation');
    await isSelected('colocation');
    await workbench.treeRow(/^colocation\s*1/).waitFor();
    await workbench.tooltip(
      workbench.treeRow('colocation'),
      'No paper holds these words as they are written, only others like them.',
    );
    await workbench.chooseForRow('colocation', 'Change Query…');
    await workbench.answer('langevin xylophone');
    await isSelected('langevin xylophone');
    await workbench.treeRow(/^langevin xylophone\s*1/).waitFor();
    await workbench.tooltip(
      workbench.treeRow('langevin xylophone'),
      'No paper holds all of these words, only some of them.',
    );
    await workbench.chooseForRow('langevin xylophone', 'Change Query…');
    await workbench.answer('xylophone');
    await workbench.treeRow('No paper found').waitFor();
  });

  it('are dismissed by a button of their row', async () => {
    await workbench.pressInRow('xylophone', 'Remove Search');
    await showsLines([
      'langevin orbits | 1',
      langevin,
      'boltzmann generators | 2',
      ...found,
      ...archives,
    ]);
  });

  it('survive a reload of the window', async () => {
    await windowStateMatches(
      workbench.page,
      /preprint\.searches\\*":\[\\*"langevin orbits\\*",\\*"boltzmann generators\\*"\]/,
    );
    await workbench.reload();
    await workbench.openView();
    await showsLines(['langevin orbits | 1', 'boltzmann generators | 2', ...archives]);
  });

  it('are saved under a name, in the settings', async () => {
    await workbench.expandRow('boltzmann generators');
    await workbench.chooseForRow('boltzmann generators', 'Save Search…');
    assert.equal(await workbench.quickInput().inputValue(), 'boltzmann generators');
    await workbench.answer('Sampling');
    await showsLines(['langevin orbits | 1', 'Sampling | 2', ...found, ...archives]);
    await holdsSaved([{ name: 'Sampling', query: 'boltzmann generators' }]);
    await isSelected('Sampling');
    const label = await workbench.treeRow('Sampling').first().getAttribute('aria-label');
    assert.equal(label, 'Saved search: Sampling, 2 papers');
  });

  it('have names of their own', async () => {
    await workbench.pressInRow('langevin orbits', 'Save Search…');
    await workbench.quickInput().fill('Sampling');
    await workbench.page.getByText('There is a saved search of this name.').waitFor();
    await workbench.answer('Dynamics');
    await showsLines(['Sampling | 2', ...found, 'Dynamics | 1', ...archives]);
    await isSelected('Dynamics');
  });

  it('are renamed and changed, and stay unfolded', async () => {
    await workbench.chooseForRow('Sampling', 'Rename Search…');
    await workbench.answer('Molecules');
    await showsLines(['Molecules | 2', ...found, 'Dynamics | 1', ...archives]);
    await isSelected('Molecules');
    await workbench.chooseForRow('Dynamics', 'Change Query…');
    await workbench.answer('title:langevin -boltzmann');
    await isSelected('Dynamics');
    await showsLines(['Molecules | 2', ...found, 'Dynamics | 1', langevin, ...archives]);
    await holdsSaved([
      { name: 'Molecules', query: 'boltzmann generators' },
      { name: 'Dynamics', query: 'title:langevin -boltzmann' },
    ]);
  });

  it('are brought back after they were deleted', async () => {
    await workbench.chooseForRow('Molecules', 'Remove Search');
    const told = workbench.notification('The saved search "Molecules" was deleted.');
    await told.waitFor();
    await showsLines(['Dynamics | 1', langevin, ...archives]);
    await told.hover();
    await told.getByRole('button', { name: 'Undo' }).click();
    await holdsSaved([
      { name: 'Molecules', query: 'boltzmann generators' },
      { name: 'Dynamics', query: 'title:langevin -boltzmann' },
    ]);
    await isSelected('Molecules');
  });

  it('stand apart from the library, those that are not saved above all', async () => {
    await search('neural network');
    await isSelected('neural network');
    await workbench.expandRow('Molecules');
    await workbench.expandRow('Computer Science');
    await eventually(async () => {
      const lines = await workbench.treeLines();
      const tops = lines.filter((line) => !line.startsWith(' '));
      assert.match(tops[0] ?? '', /^neural network \| [1-9]/);
      assert.deepEqual(tops.slice(1), ['Molecules | 2', 'Dynamics | 1', ...archives]);
      assert.ok(lines.includes('  cs.LG · Machine Learning | 4'));
    });
    await workbench.screenshot('tree-searches');
    await workbench.chooseForRow('neural network', 'Remove Search');
    await workbench.treeRow(/^neural network\s*\d/).waitFor({ state: 'detached' });
  });

  it('are not narrowed by the filter', async () => {
    await workbench.pressViewAction('Filter Papers', workbench.quickInput());
    await workbench.answer('collocation');
    await workbench.viewMessage('1 paper matches "collocation".').waitFor();
    await showsLines([
      'Molecules | 2',
      ...found,
      'Dynamics | 1',
      langevin,
      'Computer Science | 1',
      '  cs.LG · Machine Learning | 1',
      '    Statistical Learning Analysis of Physics-Informed Neural Networks | David A. Barajas-Solano · 2026',
    ]);
    await workbench.treeRow('Molecules').waitFor();
    await workbench.pressViewAction('Clear Filter', workbench.treeRow('Mathematics'));
  });

  it('follow the settings, whatever else stands there', async () => {
    const saved = { name: 'By hand', query: 'cat:math.PR' };
    const searches = [7, null, { name: 'no query' }, { query: 'no name' }, saved];
    await workbench.changeSettings({ 'preprint.savedSearches': searches });
    await workbench.openView();
    await showsLines(['By hand | 1', ...archives]);
    await workbench.chooseForRow('By hand', 'Change Query…');
    await workbench.answer('cat:cs.CV');
    await workbench.treeRow(/^By hand\s*2/).waitFor();
    await holdsSaved([...searches.slice(0, -1), { ...saved, query: 'cat:cs.CV' }]);
  });
});
