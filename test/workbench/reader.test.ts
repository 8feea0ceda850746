import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { quickInput, quickPickRows } from './support/quickPick.js';
import type { Workbench } from './support/workbench.js';

const consistency =
  'On the Role of Consistency Between Physics and Data in Physics-Informed Neural Networks';
const learning = 'Statistical Learning Analysis of Physics-Informed Neural Networks';
const boltzmann = 'Coarse-Grained Boltzmann Generators';

describe('The reader', () => {
  let workbench: Workbench;
  let reader: FrameLocator;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.allowClipboard();
    reader = await workbench.readPaper(boltzmann);
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  /** What has the focus after each of so many presses of the Tab key. */
  const tabStops = async (count: number) => {
    const stops: string[] = [];
    for (let stop = 0; stop < count; stop++) {
      await workbench.page.keyboard.press('Tab');
      stops.push(await reader.locator(':focus').innerText());
    }
    return stops;
  };

  const showReader = async () => {
    await workbench.showTab(boltzmann);
    await workbench.readerOf(boltzmann);
  };
  const scrollTop = () => reader.locator('html').evaluate(() => window.scrollY);

  it('names its tab after the paper and gives the focus to the title', async () => {
    assert.match(await workbench.activeTab().innerText(), /^Coarse-Grained Boltzmann Generators/);
    await reader.locator('h1:focus').waitFor();
  });

  it('shows facts, what a model wrote, abstract and places under headings', async () => {
    const [date, ...facts] = await reader.locator('.facts li').allInnerTexts();
    assert.match(date ?? '', /2026-02-12$/);
    assert.deepEqual(facts, ['cs.LG · Machine Learning', 'arXiv:2602.10637']);
    assert.deepEqual(await reader.locator('h1, h2').allInnerTexts(), [
      boltzmann,
      'TL;DR',
      'Motivation',
      'Method',
      'Result',
      'Conclusion',
      'Abstract',
      'Similar Papers',
      'Notes on This Paper',
      'Where It Occurs',
    ]);
    assert.match(
      await reader.locator('.ai [role=note]').innerText(),
      /written by a language model/i,
    );
  });

  it('renders formulas in lines and of their own, for eyes and for screen readers', async () => {
    assert.equal(await reader.locator('.math-error').count(), 0);
    assert.equal(await reader.locator('.katex-display').count(), 1);
    assert.ok((await reader.locator('.katex').count()) > 8);
    const spoken = reader.locator('.abstract .katex-display math mfrac');
    assert.equal(await spoken.count(), 1);
    const font = await reader
      .locator('.katex-display .mathnormal')
      .first()
      .evaluate(async (element) => {
        await document.fonts.ready;
        const { fontFamily, fontStyle, fontSize } = getComputedStyle(element);
        return {
          fontFamily,
          loaded: document.fonts.check(`${fontStyle} ${fontSize} ${fontFamily}`),
        };
      });
    assert.deepEqual(font, { fontFamily: 'KaTeX_Math', loaded: true });
  });

  it('is walked through by Tab in the order of the page', async () => {
    await reader.locator('#similar button').first().waitFor();
    await reader.locator('h1').focus();
    assert.deepEqual(await tabStops(23), [
      'Weilong Chen',
      'Bojun Zhao',
      'Jan Eckwert',
      'Julija Zavadlav',
      'Go to Digest',
      'Open on arXiv',
      'Open PDF',
      'Insert Citation',
      'Copy BibTeX',
      'Copy Link',
      'Literature Note',
      'Abstract',
      'Temperature Steerable Flows and Boltzmann Generators',
      'Boltzmann',
      'flow',
      'generator',
      'molecule',
      'normalizing',
      'README.md',
      'notes/reading-notes.md',
      'paper/references.bib',
      'February 12, 2026 · digests/2026-02-12.md',
      'February 2026 · trending/trending-2026-02.txt',
    ]);
  });

  it('jumps to the abstract by Enter', async () => {
    await reader.locator('.jump').focus();
    await workbench.page.keyboard.press('Enter');
    await reader.locator('#abstract:focus').waitFor();
    assert.ok((await scrollTop()) > 0);
  });

  it('copies BibTeX by the keyboard, ready to be pasted', async () => {
    await reader.getByRole('button', { name: 'Copy BibTeX' }).focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.clipboard(/^@misc\{chen2026/);
    await workbench.palette('File: New Untitled Text File');
    await workbench.activeTab().filter({ hasText: 'Untitled-1' }).waitFor();
    await workbench.page.keyboard.press('Control+V');
    await workbench.page
      .locator('.editor-instance .view-line', { hasText: 'eprint = {2602.10637}' })
      .waitFor();
  });

  it('comes back to where it was when its tab comes to the front again', async () => {
    await showReader();
    await reader.locator('html').evaluate(() => window.scrollTo(0, 200));
    await workbench.showTab('Untitled-1');
    await reader.locator('html').waitFor({ state: 'detached' });
    await showReader();
    await eventually(async () => assert.equal(await scrollTop(), 200));
  });

  it('copies the link to arXiv', async () => {
    await reader.getByRole('button', { name: 'Copy Link' }).click();
    await workbench.clipboard(/^https:\/\/arxiv\.org\/abs\/2602\.10637$/);
  });

  it('asks before a browser opens', async () => {
    await reader.getByRole('button', { name: 'Open on arXiv' }).click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('https://arxiv.org/abs/2602.10637').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('leads to the digest, with the id selected', async () => {
    await reader.getByRole('button', { name: 'Go to Digest' }).click();
    await workbench.activeTab().filter({ hasText: '2026-02-12.md' }).waitFor();
    await workbench.statusBarItem(/Ln 65, Col \d+ \(10 selected\)/).waitFor();
  });

  it('leads to each place where the paper occurs', async () => {
    await showReader();
    await reader.getByRole('button', { name: 'trending-2026-02.txt' }).click();
    await workbench.activeTab().filter({ hasText: 'trending-2026-02.txt' }).waitFor();
    await workbench.statusBarItem('Ln 5, Col 36 (35 selected)').waitFor();
  });

  it('shows another paper in the same tab, from its top', async () => {
    reader = await workbench.readPaper('HLA: Hadamard Linear Attention');
    assert.equal(await scrollTop(), 0);
    assert.equal(await workbench.page.locator('.tab', { hasText: boltzmann }).count(), 0);
  });

  it('lists similar papers with what both have, once the paper is shown', async () => {
    reader = await workbench.readPaper(consistency);
    const similar = reader.locator('#similar');
    await similar.getByRole('heading', { name: 'Similar Papers' }).waitFor();
    const first = similar.locator('li').first();
    assert.equal(await first.getByRole('button').first().innerText(), learning);
    assert.match(await first.innerText(), /2026-02-12 · cs\.LG\s+Both have: .*physics/i);
  });

  it('looks for what both have when that is pressed', async () => {
    await reader
      .locator('#similar [data-term]', { hasText: /^physics$/i })
      .first()
      .click();
    await eventually(async () => {
      assert.match(await quickInput(workbench.page).inputValue(), /^physics$/i);
    });
    await quickPickRows(workbench.page).filter({ hasText: learning }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('looks for the papers of an author who is pressed', async () => {
    const author = reader.locator('.authors button').first();
    const name = await author.innerText();
    await author.click();
    await eventually(async () => {
      assert.equal(await quickInput(workbench.page).inputValue(), `author:"${name}"`);
    });
    await quickPickRows(workbench.page).filter({ hasText: consistency }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('opens a similar paper in its place, by the keyboard', async () => {
    await reader.locator('#similar [data-similar]').first().focus();
    await workbench.page.keyboard.press('Enter');
    reader = await workbench.readerOf(learning);
    await reader.locator('#similar [data-similar]', { hasText: consistency }).waitFor();
  });

  it('says which digests had a paper before', async () => {
    const langevin = 'On the implicit regularization of Langevin dynamics';
    reader = await workbench.readPaper(langevin, langevin);
    await reader
      .locator('.facts li', { hasText: 'Seen before, first on February 13, 2026' })
      .waitFor();
  });

  it('shows Friday’s summary where Saturday’s failed', async () => {
    const nash = 'Global Convergence to Nash Equilibrium';
    reader = await workbench.readPaper(nash, 'nash');
    const summary = await reader.locator('.summary .text').innerText();
    assert.match(summary, /^If each player's loss satisfies a gradient inequality/);
    assert.equal(await reader.locator('h1 .katex').count(), 1);
  });
});
