import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

const langevin = 'On the implicit regularization of Langevin dynamics with projected noise';
const boltzmann = 'Coarse-Grained Boltzmann Generators';

interface EntryText {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly abstract: string;
}

function digest(...entries: readonly EntryText[]): string {
  const head = `<div id=toc></div>

# Table of Contents

- [cs.LG](#cs.LG) [Total: ${entries.length}]


<div id='cs.LG'></div>

# cs.LG [[Back]](#toc)
`;
  const texts = entries.map(
    ({ id, title, summary, abstract }, index) => `
### [${index + 1}] [${title}](https://arxiv.org/abs/${id})
*Ada Example*

Main category: cs.LG

TL;DR: ${summary}


<details>
  <summary>Details</summary>
Abstract: ${abstract}

</details>
`,
  );
  return head + texts.join('\n');
}

/** VS Code would put the fish first: its label begins with the word. */
const ranked = [
  'The Zebra and the Other Zebra',
  'A Long Account of Many Grasslands, Rivers, Seasons, Storms and at Last of One Zebra',
  'Zebrafish',
  'Animals of the Savanna',
] as const;
const zebras = digest(
  {
    id: '2601.00001',
    title: ranked[0],
    summary: 'A zebra meets a zebra.',
    abstract: 'The zebra is the one animal here.',
  },
  {
    id: '2601.00002',
    title: ranked[1],
    summary: 'Rain is rare.',
    abstract: 'Grass grows where it rains, and nowhere else. '.repeat(20),
  },
  {
    id: '2601.00003',
    title: ranked[3],
    summary: 'Lions rest.',
    abstract: `One zebra was seen. ${'The elephants drink in the evening. '.repeat(20)}`,
  },
  {
    id: '2601.00004',
    title: ranked[2],
    summary: 'A fish.',
    abstract: 'Its stripes gave it the name. '.repeat(20),
  },
);

describe('Searching papers', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ files: { 'digests/2026-01-02.md': zebras } });
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const rows = () => workbench.quickPickRows().filter({ visible: true });
  const first = () => rows().first();
  /** The first line of each row, in the order in which they stand. */
  const titles = () =>
    rows().evaluateAll((all) =>
      all
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          text: row.querySelector('.quick-input-list-row .label-name')?.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
  const details = async () =>
    (await rows().locator('.quick-input-list-label-meta').allInnerTexts()).join('\n');
  const row = (text: string) => rows().filter({ hasText: text });
  const title = (text: string) =>
    workbench.page.locator('.quick-input-title', { hasText: text }).waitFor();
  const finds = (expected: string) =>
    eventually(async () => assert.equal((await titles())[0], expected));
  const marks = (word: string) =>
    eventually(async () => assert.ok((await details()).includes(`‹${word}›`), await details()));
  const open = () => workbench.palette('Preprint: Search Papers');
  const closed = () => workbench.quickInput().waitFor({ state: 'hidden' });
  const close = async () => {
    await workbench.page.keyboard.press('Escape');
    await closed();
  };
  const button = (name: string) =>
    workbench.page.locator('.quick-input-widget').getByRole('button', { name, exact: true });

  it('opens before anything is read, fills, and shows the newest papers', async () => {
    await open();
    await title('23 papers');
    await finds('Stroke of Surprise: Progressive Semantic Illusions in Vector Sketching');
    await eventually(async () => assert.match(await details(), /2026-02-14 · cs\.CV · 同一/));
  });

  it('finds a paper by words of its text, and marks them', async () => {
    await workbench.quickInput().fill('langevin noise');
    await finds(langevin);
    await title('1 paper');
    await marks('Langevin');
    await workbench.quickInput().fill('physics');
    await title('4 papers');
    await eventually(async () => assert.ok((await details()).split('‹physics›').length > 3));
    // The tooltip of where the pointer was would lie over it.
    await workbench.page.mouse.move(0, 0);
    await workbench.page
      .locator('.workbench-hover')
      .filter({ visible: true })
      .waitFor({ state: 'hidden' });
    await workbench.screenshot('search');
  });

  it('follows the last letter, however fast one types', async () => {
    await workbench.quickInput().fill('');
    await workbench.quickInput().pressSequentially('coarse boltzmann generators');
    await eventually(async () =>
      assert.deepEqual(await titles(), [boltzmann, 'Show Results in Tree']),
    );
    // Nothing that was asked for before comes after it.
    await workbench.quickInput().fill('zebra cros');
    await workbench.quickInput().fill('hadamard');
    await finds('HLA: Hadamard Linear Attention');
    await marks('Hadamard');
    assert.deepEqual(await titles(), ['HLA: Hadamard Linear Attention', 'Show Results in Tree']);
  });

  it('keeps the ranking, whatever the labels begin with', async () => {
    await workbench.quickInput().fill('zebra');
    await eventually(async () =>
      assert.deepEqual(await titles(), [...ranked, 'Show Results in Tree']),
    );
    await marks('zebra');
    assert.deepEqual(await titles(), [...ranked, 'Show Results in Tree']);
  });

  it('says when it forgives a typo, and when only some words are found', async () => {
    const note = (text: string) =>
      workbench.page.locator('.quick-input-list-separator', { hasText: text }).first().waitFor();
    await workbench.quickInput().fill('hadamrd');
    await finds('HLA: Hadamard Linear Attention');
    await note('Forgiving a Typo');
    await title('No exact match: forgiving a typo');
    await workbench.quickInput().fill('hadamard volcanoes');
    await note('Some of the Words');
    await title('No paper has all the words: papers with some of them');
  });

  it('says when nothing is found', async () => {
    await workbench.quickInput().fill('xyzzyx');
    await eventually(async () => assert.deepEqual(await titles(), ['No paper matches "xyzzyx".']));
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput().waitFor();
  });

  it('takes in what comes while it is open, below the row that was gone to', async () => {
    await workbench.quickInput().fill('zebra');
    await marks('zebra');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    const focused = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    await focused.filter({ hasText: ranked[2] }).waitFor();
    const better = digest({
      id: '2601.00009',
      title: 'Zebra, Zebra, Zebra',
      summary: 'Zebra and zebra.',
      abstract: 'A zebra.',
    });
    writeFileSync(path.join(workbench.folder, 'digests', '2026-01-03.md'), better);
    await title('5 papers');
    await eventually(async () =>
      assert.deepEqual((await titles()).slice(0, 4), [
        ...ranked.slice(0, 3),
        'Zebra, Zebra, Zebra',
      ]),
    );
    await focused.filter({ hasText: ranked[2] }).waitFor();
    await close();
  });

  it('goes to the digest by the button of a row', async () => {
    await open();
    await workbench.quickInput().fill('langevin');
    await finds(langevin);
    await pressUntil(
      async (timeout) => {
        await first().hover({ timeout });
        await first().getByRole('button', { name: 'Go to Digest' }).click({ timeout });
      },
      workbench.activeTab().filter({ hasText: '2026-02-14.md' }),
    );
    await closed();
  });

  it('opens the reader by Enter, even before the words are looked up', async () => {
    await open();
    await workbench.quickInput().fill('coarse boltzmann');
    await workbench.page.keyboard.press('Enter');
    await workbench.readerOf(boltzmann);
    await closed();
  });

  it('offers earlier queries, the newest first, and forgets them', async () => {
    await open();
    await eventually(async () =>
      assert.deepEqual((await titles()).slice(0, 2), ['coarse boltzmann', 'langevin']),
    );
    await workbench.page
      .locator('.quick-input-list-separator', { hasText: 'Newest Papers' })
      .waitFor();
    await row('langevin').first().hover();
    await row('langevin').first().getByRole('button', { name: 'Remove from' }).click();
    await eventually(async () => {
      const [newest, next] = await titles();
      assert.deepEqual(
        [newest, next?.startsWith('Stroke of Surprise')],
        ['coarse boltzmann', true],
      );
    });
    await row('coarse boltzmann').first().click();
    await finds(boltzmann);
    assert.equal(await workbench.quickInput().inputValue(), 'coarse boltzmann');
  });

  it('stays open when asked to', async () => {
    await button('Keep Open').click();
    await button('Do Not Keep Open').waitFor();
    await workbench.quickInput().fill('langevin');
    await finds(langevin);
    await workbench.page.keyboard.press('Enter');
    await workbench.readerOf(langevin);
    // The keyboard is still the picker's.
    const focused = workbench.page.locator('.quick-input-widget input:focus');
    await focused.waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+A');
    await workbench.page.keyboard.type('hadamard');
    await finds('HLA: Hadamard Linear Attention');
    await pressUntil(
      async (timeout) => {
        await first().hover({ timeout });
        await first().getByRole('button', { name: 'Open in Reader' }).click({ timeout });
      },
      workbench.readerFrame().locator('h1', { hasText: 'HLA: Hadamard Linear Attention' }),
    );
    await workbench.quickInput().waitFor();
    await workbench.quickInput().press('Escape');
    await closed();
  });

  it('is a button of the view', async () => {
    await workbench.openView();
    await workbench.pressViewAction('Search Papers', workbench.quickInput());
    await title('Search Papers');
    await close();
  });

  const tick = (text: string, count = 1) =>
    pressUntil(
      (timeout) => row(text).click({ timeout }),
      workbench.page.locator('.quick-input-count', { hasText: `${count} Selected` }),
    );

  it('keeps what is ticked while one looks for more, and offers it with what comes', async () => {
    // The paper that a page shows would be the one that is meant.
    await workbench.palette('View: Close All Editors');
    await workbench.palette('Preprint: Copy BibTeX');
    await workbench.quickInput().fill('boltzmann coarse');
    await tick(boltzmann);
    await workbench.quickInput().fill('langevin');
    await tick(langevin, 2);
    await workbench.quickInput().fill('xyzzyx');
    await title('No paper matches "xyzzyx".');
    await eventually(async () => assert.deepEqual(await titles(), [boltzmann, langevin]));
    await close();
  });

  it('lists papers among the symbols of the workspace', async () => {
    await workbench.page.keyboard.press('Control+P');
    await workbench.quickInput().fill('#langevin');
    // Headings of open files are symbols, too.
    const symbol = row(langevin).filter({ hasText: /math\.PR . 2026-02-14/ });
    await symbol.waitFor();
    await pressUntil(
      (timeout) => symbol.click({ timeout }),
      workbench.activeTab().filter({ hasText: '2026-02-14.md' }),
    );
    await closed();
  });
});
