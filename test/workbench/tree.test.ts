import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { keepFailurePictures } from './support/failurePictures.js';
import { menuOfPaper, menuOfPaperWithoutId } from './support/menuOfPaper.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const boltzmann = 'Coarse-Grained Boltzmann Generators';

const unread = 'Unread of February 14, 2026 | 5';

const archives = [
  unread,
  'Computer Science | 11',
  'Mathematics | 1',
  'Physics | 1',
  'quant-ph · Quantum Physics | 1',
  'Statistics | 1',
  'No category | 4',
];

const expanded = [
  unread,
  'Computer Science | 11',
  '  cs.AI · Artificial Intelligence | 2',
  '  cs.CL · Computation and Language | 1',
  '  cs.CV · Computer Vision and Pattern Recognition | 2',
  '  cs.GT · Computer Science and Game Theory | 1',
  '  cs.IT · Information Theory | 1',
  '  cs.LG · Machine Learning | 4',
  '    Statistical Learning Analysis of Physics-Informed Neural Networks | David A. Barajas-Solano · 2026',
  '    Coarse-Grained Boltzmann Generators | Weilong Chen et al. · 2026',
  '    On the Role of Consistency Between Physics and Data in Physics-Informed Neural Networks | Nicolás Becerra-Zuniga et al. · 2026',
  '    Neural Network Quantum Field Theory from Transformer Architectures | Dmitry S. Ageev et al. · 2026',
  ...archives.slice(2),
];

const lateEntry = `

<div id='cs.LG'></div>

# cs.LG [[Back]](#toc)

### [6] [A Paper That Came Late](https://arxiv.org/abs/2602.12999)
*Ada Example*

Main category: cs.LG

TL;DR: It came late.


<details>
  <summary>Details</summary>
Abstract: It came late, and it came whole.

</details>
`;

describe('The view Papers', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.setSideBarWidth(470);
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const showsLines = (lines: readonly string[]) => workbench.showsTree(lines);

  it('begins with what is unread and with archives, each with the number of its papers', () =>
    showsLines(archives));

  it('unfolds categories under their full names, and papers with first author and year', async () => {
    await workbench.expandRow('Computer Science', 'cs.LG');
    await showsLines(expanded);
  });

  it('tells a screen reader title, first author and year of a paper', async () => {
    assert.equal(
      await workbench.treeRow(boltzmann).getAttribute('aria-label'),
      'Coarse-Grained Boltzmann Generators, Weilong Chen et al. · 2026',
    );
  });

  it('shows title, authors, category and summary under the pointer', async () => {
    const row = workbench.treeRow(boltzmann);
    const tooltip = await workbench.tooltip(row, '先粗粒化，再用流模型抽样');
    assert.deepEqual((await tooltip.innerText()).split(/\n+/).slice(0, 3), [
      boltzmann,
      'Weilong Chen, Bojun Zhao, Jan Eckwert, Julija Zavadlav',
      'cs.LG · Machine Learning',
    ]);
    await workbench.screenshot('tree-category');
  });

  it('offers in the menu of a paper what can be done with it', async () => {
    await workbench.openRowMenu(boltzmann, 'Copy Link');
    assert.deepEqual(await workbench.menuItem().allInnerTexts(), menuOfPaper);
    await workbench.page.keyboard.press('Escape');
    await workbench.menuItem('Copy Link').waitFor({ state: 'hidden' });
  });

  it('offers nothing that needs an arXiv id for a paper without one', async () => {
    await workbench.expandRow('No category');
    await workbench.openRowMenu('Temperature Steerable Flows', 'Copy BibTeX');
    assert.deepEqual(await workbench.menuItem().allInnerTexts(), menuOfPaperWithoutId);
    await workbench.page.keyboard.press('Escape');
  });

  it('keeps what is unfolded when a digest grows on disk', async () => {
    appendFileSync(path.join(workbench.folder, 'digests', '2026-02-14.md'), lateEntry);
    await workbench.treeRow('A Paper That Came Late').waitFor();
    const lines = await workbench.treeLines();
    assert.deepEqual(lines.slice(7, 10), [
      '  cs.LG · Machine Learning | 5',
      '    A Paper That Came Late | Ada Example · 2026',
      expanded[8],
    ]);
    assert.equal(lines.at(-1), '  Temperature Steerable Flows and Boltzmann Generators');
  });

  it('opens a paper in the reader by the keyboard alone', async () => {
    const { keyboard } = workbench.page;
    await workbench.palette('Preprint: Focus on Papers View');
    await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
    await keyboard.press('Home');
    for (let row = 0; row < 7; row++) await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    const reader = await workbench.readerOf('A Paper That Came Late');
    await reader.locator('h1:focus').waitFor();
  });
});
