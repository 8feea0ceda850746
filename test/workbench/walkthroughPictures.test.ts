import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { ThemeKind } from './support/theme.js';
import type { Workbench } from './support/workbench.js';

const boltzmann = 'Coarse-Grained Boltzmann Generators';

/** What each step of the walkthrough tells can be done with the sample library, and looks like this. */
describe('The steps of the walkthrough', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 960, height: 640 } });
    await workbench.openView();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const themes: readonly ThemeKind[] = ['dark', 'light'];
  const closeEditors = () => workbench.palette('View: Close All Editors');
  const withoutSideBar = async () => {
    await workbench.palette('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  };
  const atRest = async () => {
    await workbench.page.mouse.move(0, 0);
    await workbench.page
      .locator('.workbench-hover')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
  };

  for (const theme of themes) {
    describe(`in a ${theme} theme`, () => {
      before(async () => {
        await workbench.setTheme(theme);
        await workbench.openView();
      });

      it('show the papers of the sample library', async () => {
        await workbench.expandRow('Computer Science', 'cs.LG');
        await workbench.treeRow(boltzmann).first().waitFor();
        await workbench.openFile('digests/2026-02-13.md', 1);
        await atRest();
        await workbench.screenshot(`step-library-${theme}`);
        await closeEditors();
      });

      it('find papers by their words', async () => {
        await withoutSideBar();
        await workbench.palette('Preprint: Search Papers');
        await workbench.quickInput().fill('physics');
        const texts = workbench.page.locator('.quick-input-list-label-meta');
        await eventually(async () => {
          assert.ok((await texts.allInnerTexts()).join().split('‹physics›').length > 3);
        });
        await atRest();
        await workbench.screenshot(`step-search-${theme}`);
        await workbench.page.keyboard.press('Escape');
      });

      it('read a paper with its formulas', async () => {
        const reader = await workbench.readPaper(boltzmann);
        await reader.locator('.katex').first().waitFor();
        await workbench.screenshot(`step-read-${theme}`);
        await closeEditors();
      });

      it('cite in a paper of one’s own', async () => {
        await workbench.openFile('paper/main.tex', 1);
        await workbench.palette('Preprint: Insert Citation');
        await workbench.quickInput().fill('boltzmann');
        await workbench.quickPickRows().filter({ hasText: boltzmann }).first().waitFor();
        await atRest();
        await workbench.screenshot(`step-cite-${theme}`);
        await workbench.page.keyboard.press('Escape');
        await closeEditors();
      });

      it('show what the digests tell in numbers', async () => {
        await workbench.palette('Preprint: Show Trends');
        const trends = workbench.readerFrame();
        await trends.locator('section[data-chart="categories"] .bar').first().waitFor();
        await workbench.setTheme(theme);
        await atRest();
        await workbench.screenshot(`step-trends-${theme}`);
        await closeEditors();
      });
    });
  }
});
