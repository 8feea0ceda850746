import { after, before, describe, it } from 'mocha';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const unfolded = [
  'Unread of February 14, 2026 | 5',
  'February 2026 | 4 digests',
  '  February 14, 2026 | 5',
  '  February 13, 2026 | 6',
  '    cs.AI · Artificial Intelligence | 1',
  '      HLA: Hadamard Linear Attention | Hanno Ackermann et al. · 2026',
  '    cs.CL · Computation and Language | 1',
  '    cs.GT · Computer Science and Game Theory | 1',
  '    math.PR · Probability | 1',
  '      On the implicit regularization of Langevin dynamics with projected noise | Govind Menon et al. · 2026',
  '    quant-ph · Quantum Physics | 1',
  '    stat.ML · Machine Learning | 1',
  '  February 12, 2026 | 7',
  '  Day unknown | 6',
];

describe('The view Papers by date', () => {
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

  const filterBy = async (words: string) => {
    await workbench.palette('Preprint: Filter Papers');
    await workbench.answer(words);
  };

  it('is one press of a button in its title away', async () => {
    await workbench.pressViewAction('Group by Date', workbench.viewAction('Group by Category'));
    await workbench.treeRow('February 2026').waitFor();
  });

  it('shows months, days, categories and papers, the newest first', async () => {
    await workbench.expandRow('February 2026', 'February 13, 2026');
    await workbench.expandRow('math.PR');
    await workbench.expandRow('cs.AI');
    await showsLines(unfolded);
    await workbench.readRow('HLA: Hadamard Linear Attention');
    await workbench.screenshot('tree-date');
  });

  it('lists the papers of a trending page whose name tells the month alone', async () => {
    await workbench.expandRow('Day unknown', 'No category');
    await workbench.treeRow('Temperature Steerable Flows').waitFor();
    await workbench.treeRow('Day unknown').locator('.monaco-tl-twistie').dispatchEvent('click');
    await showsLines(unfolded);
  });

  it('narrows to the words of a filter and says how many papers match', async () => {
    await workbench.pressViewAction('Filter Papers', workbench.quickInput());
    await workbench.quickInput().fill('generators boltzmann');
    await workbench.page.keyboard.press('Enter');
    await workbench.viewMessage().getByText('2 papers match "generators boltzmann".').waitFor();
    await showsLines([
      'February 2026 | 2 digests',
      '  February 12, 2026 | 1',
      '    cs.LG · Machine Learning | 1',
      '      Coarse-Grained Boltzmann Generators | Weilong Chen et al. · 2026',
      '  Day unknown | 2',
      '    No category | 2',
      '      Coarse-Grained Boltzmann Generators | Weilong Chen et al. · 2026',
      '      Temperature Steerable Flows and Boltzmann Generators',
    ]);
    await workbench.screenshot('tree-filter');
  });

  it('finds a paper by a word of its abstract alone', async () => {
    await filterBy('collocation');
    await workbench.viewMessage().getByText('1 paper matches "collocation".').waitFor();
    await showsLines([
      'February 2026 | 1 digest',
      '  February 12, 2026 | 1',
      '    cs.LG · Machine Learning | 1',
      '      Statistical Learning Analysis of Physics-Informed Neural Networks | David A. Barajas-Solano · 2026',
    ]);
  });

  it('says that words were found with typos alone', async () => {
    await filterBy('colocation');
    await workbench
      .viewMessage()
      .getByText('No paper matches "colocation" as it is written; with typos forgiven, 1 does.')
      .waitFor();
    await workbench.treeRow('Statistical Learning Analysis').waitFor();
  });

  it('says so when nothing matches, or papers hold but some of the words', async () => {
    for (const words of ['xylophone', 'xylophone collocation']) {
      await filterBy(words);
      await workbench.viewMessage().getByText(`No paper matches "${words}".`).waitFor();
      await showsLines([]);
    }
  });

  it('names the language of queries where it asks for one', async () => {
    await workbench.palette('Preprint: Filter Papers');
    const prompt = workbench.page.locator('.quick-input-message');
    await prompt.getByText('Words, "phrases", title: author: cat: date: …').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('shows everything again, unfolded as before, when the filter is cleared', async () => {
    await workbench.pressViewAction('Clear Filter', workbench.viewAction('Filter Papers'));
    await showsLines(unfolded);
    await workbench.viewMessage().waitFor({ state: 'hidden' });
    await workbench.viewAction('Filter Papers').waitFor();
  });

  it('stays by date after a reload, until it is grouped by category again', async () => {
    await workbench.reload();
    await workbench.openView();
    await workbench.treeRow('February 2026').waitFor();
    await workbench.palette('Preprint: Group by Category');
    await workbench.treeRow('Computer Science').waitFor();
    await workbench.viewAction('Group by Date').waitFor();
  });
});
