import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const notes = 'reading-notes.md';

describe('An arXiv id in a note', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
    await workbench.openFile(notes);
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  /** The files that the peek lists, each with the number of places in it. */
  const peeked = async () => {
    const files = workbench.page.locator('.reference-zone-widget .ref-tree .reference-file');
    await files.first().waitFor();
    return files.evaluateAll((all) =>
      all.map((file) => {
        const text = (selector: string) => file.querySelector(selector)?.textContent ?? '';
        return `${text('.label-name')}: ${text('.monaco-count-badge')}`;
      }),
    );
  };
  const linesOf = async (card: Locator) =>
    (await card.innerText()).split(/\n+/).map((line) => line.replace(/\s+/g, ' '));
  const peekTitle = (text: string) =>
    workbench.page.locator('.reference-zone-widget .head', { hasText: text }).waitFor();
  const closePeek = async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.reference-zone-widget').waitFor({ state: 'hidden' });
  };

  it('shows the card of its paper under the pointer', async () => {
    const card = await workbench.hover('2602.10637');
    assert.deepEqual(await linesOf(card), [
      'Coarse-Grained Boltzmann Generators',
      'Weilong Chen, Bojun Zhao, Jan Eckwert, Julija Zavadlav',
      'arXiv:2602.10637 · February 12, 2026 · cs.LG · Machine Learning',
      '先粗粒化，再用流模型抽样，最后按学到的平均力势重新加权：维数降下来了，统计上的正确性没有丢。',
      'In 2 digests · named in 3 other files',
      'Read · Go to Digest · Cite · Similar · Notes · arXiv · PDF',
    ]);
    await workbench.screenshot('hover');
  });

  it('links from its card to arXiv, and says what each command will do', async () => {
    const card = await workbench.hover('2602.10637');
    const links = await card
      .locator('a')
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('title')]));
    assert.deepEqual(links, [
      ['Read', 'Open in Reader'],
      ['Go to Digest', 'Go to Digest'],
      ['Cite', 'Insert Citation'],
      ['Similar', 'Find Similar Papers'],
      ['Notes', 'Open Notes on This Paper'],
      ['arXiv', 'https://arxiv.org/abs/2602.10637'],
      ['PDF', 'https://arxiv.org/pdf/2602.10637'],
    ]);
  });

  it('links to arXiv alone when no digest holds its paper', async () => {
    const card = await workbench.hover('math.DG/0211159');
    await card.getByText('arXiv', { exact: true }).waitFor();
    assert.equal((await linesOf(card))[0], 'arXiv · PDF');
  });

  it('leads to the paper’s only entry by F12, with the cursor at the id', async () => {
    await workbench.openFile(notes, '15:44');
    await workbench.page.keyboard.press('F12');
    await workbench.activeTab().filter({ hasText: '2026-02-12.md' }).waitFor();
    await workbench.statusBarItem('Ln 90, Col 121').waitFor();
  });

  it('lets choose by F12 among several entries', async () => {
    await workbench.openFile(notes, '12:52');
    await workbench.page.keyboard.press('F12');
    await peekTitle('Definitions (2)');
    assert.deepEqual(await peeked(), ['2026-02-12.md: 1', 'trending-2026-02.txt: 1']);
    await closePeek();
  });

  it('leads to every digest and note that names its paper', async () => {
    await workbench.page.keyboard.press('Shift+F12');
    await peekTitle('References (6)');
    assert.deepEqual(await peeked(), [
      'README.md: 1',
      '2026-02-12.md: 1',
      'reading-notes.md: 1',
      'references.bib: 2',
      'trending-2026-02.txt: 1',
    ]);
    await workbench.screenshot('references');
    await closePeek();
  });

  it('opens the reader from its card', async () => {
    const card = await workbench.hover('2602.10637');
    await card.getByText('Read', { exact: true }).click();
    await workbench.readerOf('Coarse-Grained Boltzmann Generators');
  });
});
