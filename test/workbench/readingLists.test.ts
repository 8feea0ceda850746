import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { ReadingPage } from './support/readingPage.js';
import { windowStateMatches } from './support/windowState.js';
import type { Workbench } from './support/workbench.js';

const langevin = 'On the implicit regularization of Langevin dynamics with projected noise';
const boltzmann = 'Coarse-Grained Boltzmann Generators';

describe('Lists that are read', () => {
  let workbench: Workbench;
  let reading: ReadingPage;
  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
    await workbench.expandRow('Computer Science');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const tab = (name: string) => workbench.page.locator('.part.editor .tab', { hasText: name });
  const buttons = () => reading.frame.locator('.texts button').allInnerTexts();

  it('are what lies below a row of the tree', async () => {
    await workbench.chooseForRow('cs.LG', 'Read These Papers');
    reading = await ReadingPage.opened(workbench);
    await reading.says('list-title', 'cs.LG · Machine Learning');
    await workbench.activeTab().filter({ hasText: 'cs.LG · Machine Learning' }).waitFor();
    await eventually(async () => {
      const [row] = (await workbench.treeLines()).filter((line) => line.includes('cs.LG'));
      const count = Number(/\| (\d+)/.exec(row ?? '')?.[1]);
      assert.equal(await reading.rows().count(), count);
    });
  });

  it('are opened once', async () => {
    await workbench.chooseForRow('cs.LG', 'Read These Papers');
    await reading.selected().waitFor();
    assert.equal(await tab('cs.LG · Machine Learning').count(), 1);
  });

  it('may be those that are starred, and follow the stars', async () => {
    await reading.takeKeys();
    await reading.press('s', 'j', 's');
    await eventually(async () =>
      assert.equal(await reading.frame.locator('.is-starred').count(), 2),
    );
    await workbench.palette('Preprint: Read Starred Papers');
    await reading.says('list-title', 'Reading List');
    await reading.says('count', '2 papers');
    await reading.takeKeys();
    await reading.press('s');
    await reading.says('count', '1 paper');
  });

  it('come back after a reload of the window', async () => {
    await windowStateMatches(workbench.page, /kind\\*":\\*"starred/);
    await workbench.reload();
    reading = await ReadingPage.opened(workbench);
    await reading.says('list-title', 'Reading List');
    await workbench.showTab('cs.LG · Machine Learning');
    await reading.says('list-title', 'cs.LG · Machine Learning');
  });

  it('give way to the digest’s own words, in its language, and to those of others', async () => {
    reading = await ReadingPage.ofDigest(workbench, '2026-02-14.md');
    await reading.row(langevin).click();
    const ai = reading.frame.locator('.ai');
    await ai.locator('[lang="zh"]').first().waitFor();
    assert.deepEqual(await buttons(), ['2026-02-14 · 中文', '2026-02-13', 'All']);
    await reading.frame.getByRole('button', { name: '2026-02-13', exact: true }).click();
    await ai.locator('[lang="zh"]').first().waitFor({ state: 'detached' });
    await reading.frame.locator('[data-text="1"][aria-pressed="true"]').waitFor();
    await reading.frame.getByRole('button', { name: 'All', exact: true }).click();
    await reading.frame.locator('.digest-text').nth(1).waitFor();
    await workbench.screenshot('digest-texts');
    assert.equal(await ai.locator('.summary').count(), 2);
  });

  it('may lack a paper that another panel keeps', async () => {
    await workbench.palette('View: Close All Editors');
    await workbench.expandRow('Computer Science', 'cs.LG');
    await workbench.readRow(boltzmann);
    await workbench.chooseForRow(boltzmann, 'Open in New Reader');
    await tab(boltzmann.slice(0, 20)).nth(1).waitFor();
  });
});
