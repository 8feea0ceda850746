import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const table = `## SLAM

|Date|Title|Authors|PDF|
|---|---|---|---|
|2026-02-03|A Title|A. Example et.al.|[here](http://arxiv.org/abs/2602.93001)|
`;

describe('A digest in the editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ files: { 'table.md': table } });
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  /** The colour of a word that the editor shows apart from its neighbours; undefined where it does not. */
  const colourOf = (word: string): Promise<string | undefined> =>
    workbench.page
      .locator('.editor-instance .view-line span > span')
      .evaluateAll((spans, wanted) => {
        const span = spans.find((each) => each.textContent.replaceAll('\u00a0', ' ') === wanted);
        return span && getComputedStyle(span).color;
      }, word);
  const assertColoured = async (...words: readonly string[]): Promise<void> =>
    eventually(async () => {
      const plain = await workbench.page
        .locator('.monaco-editor-background')
        .first()
        .evaluate((element) => getComputedStyle(element).color);
      for (const word of words) {
        const colour = await colourOf(word);
        assert.ok(colour !== undefined, `"${word}" is not told apart`);
        assert.notEqual(colour, plain, word);
      }
    });

  it('is led to by breadcrumbs, section and paper', async () => {
    await workbench.openFile('digests/2026-02-13.md', 20);
    await eventually(async () => {
      const crumbs = await workbench.page
        .locator('.monaco-breadcrumbs .monaco-breadcrumb-item')
        .allTextContents();
      const text = crumbs.join(' > ');
      assert.match(text, /math\.PR > On the implicit regularization of Langevin dynamics/);
    });
  });

  it('colours ids, labels and authors', async () => {
    await assertColoured('2602.12257', 'TL;DR', 'Govind Menon');
    await workbench.screenshot('digest-in-editor');
  });

  it('colours the ids of a table', async () => {
    await workbench.openFile('table.md');
    await assertColoured('2602.93001');
  });
});
