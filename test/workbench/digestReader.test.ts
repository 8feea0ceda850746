import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { madeUpDigest, shownTitle } from './support/madeUpDigest.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import { ReadingPage } from './support/readingPage.js';
import { windowStateMatches } from './support/windowState.js';
import type { Workbench } from './support/workbench.js';

const papers = 24;
const file = 'digests/2026-02-20.md';
/** The rest of a heading is a formula. */
const heading = (number: number): string => `Paper ${number} on made-up matters of`;

describe('The digest reader', () => {
  let workbench: Workbench;
  let reading: ReadingPage;
  before(async () => {
    workbench = await openWorkbench({ files: { [file]: madeUpDigest(papers) } });
    await workbench.allowClipboard();
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const shows = (number: number) => reading.shows(shownTitle(number), heading(number));
  const row = (number: number) => reading.row(shownTitle(number));
  const marked = (number: number, mark: string) =>
    row(number).and(reading.frame.locator(`.is-${mark}`));

  const starred = async (count: number) => {
    await eventually(async () => {
      const lines = await workbench.treeLines();
      assert.ok(lines.includes(`Reading List | ${count}`), lines.join('\n'));
    });
  };

  it('is offered over a digest, and over no other file', async () => {
    await workbench.openFile('README.md');
    assert.equal(await ReadingPage.button(workbench).count(), 0);
    await workbench.openFile('2026-02-20.md');
    await ReadingPage.button(workbench).waitFor();
  });

  it('opens at the first paper, with the keyboard in the list', async () => {
    reading = await ReadingPage.byButton(workbench);
    await reading.frame.locator('#rows:focus').waitFor();
    await shows(1);
    await reading.says('list-title', /February 20, 2026/);
    await reading.says('count', `${papers} papers`);
    await reading.says('position', `Paper 1 of ${papers}`);
  });

  it('is gone through by the keyboard alone: ten papers, two stars, a mute, and its undoing', async () => {
    for (let number = 1; number <= 10; number++) {
      await shows(number);
      if (number === 3 || number === 5) {
        await reading.press('s');
        await marked(number, 'starred').waitFor();
      }
      if (number === 7) {
        await reading.press('m');
        // The next paper takes its place.
        await shows(8);
        await row(7).waitFor({ state: 'detached' });
        await reading.says('muted', '1 muted');
        await reading.says('count', `${papers - 1} of ${papers}`);
        await reading.press('z');
        await shows(7);
      }
      await reading.press(number % 2 === 0 ? 'j' : 'ArrowDown');
    }
    await reading.press('k');
    await shows(10);
    await starred(2);
  });

  it('shows a paper as seen when it was looked at, and as unread on request', async () => {
    await marked(10, 'new').waitFor({ state: 'detached' });
    await marked(12, 'new').waitFor();
    await reading.press('u');
    await marked(10, 'new').waitFor();
    await reading.press('r');
    await marked(10, 'read').waitFor();
    assert.match((await row(10).textContent()) ?? '', /^Already read: Paper 10/);
    await reading.press('z', 'z');
    await eventually(async () => assert.equal(await marked(10, 'read').count(), 0));
  });

  it('pages through a paper by the space bar, then goes on', async () => {
    await reading.press('j');
    await shows(11);
    await reading.press('Space');
    await eventually(async () => assert.ok((await reading.scrollTop('reading')) > 0));
    for (let page = 0; page < 10; page++) {
      const position = await reading.frame.locator('#position').innerText();
      if (position.startsWith('Paper 12 ')) break;
      const top = await reading.scrollTop('reading');
      await reading.press('Space');
      await eventually(async () => {
        const now = await reading.frame.locator('#position').innerText();
        assert.ok(now !== position || (await reading.scrollTop('reading')) > top);
      });
    }
    await shows(12);
    assert.equal(await reading.scrollTop('reading'), 0);
  });

  it('filters by words, of the texts too, and types no commands into the field', async () => {
    await reading.press('/');
    await reading.frame.locator('#filter:focus').waitFor();
    await workbench.page.keyboard.type('summaryword7');
    await reading.says('count', `1 of ${papers}`);
    await shows(7);
    assert.equal(await reading.frame.locator('#filter').inputValue(), 'summaryword7');
    await reading.press('Control+A');
    await workbench.page.keyboard.type('samp ozil example2');
    await reading.says('count', `6 of ${papers}`);
    await reading.press('Escape');
    await reading.says('count', `${papers} papers`);
    await reading.press('Escape');
    await reading.frame.locator('#rows:focus').waitFor();
    await starred(2);
  });

  it('filters by category, and by what is starred', async () => {
    const category = reading.frame.locator('#category');
    assert.deepEqual(await category.locator('option').allInnerTexts(), [
      'All categories',
      'cs.LG (16)',
      'math.PR (8)',
    ]);
    await category.selectOption('math.PR (8)');
    await reading.says('count', `8 of ${papers}`);
    await category.selectOption('All categories');
    await reading.frame.locator('#show').selectOption('Starred');
    await reading.says('count', `2 of ${papers}`);
    await reading.frame.locator('#show').selectOption('All papers');
  });

  it('says what nothing passes', async () => {
    const before = await reading.selected().locator('.title').innerText();
    await reading.frame.locator('#filter').fill('no such paper');
    await reading.says('nothing', 'No paper passes the filter.');
    await reading.frame.locator('#filter').fill('');
    await reading.says('count', `${papers} papers`);
    await reading.shows(before, before.slice(0, 8));
    await reading.frame.locator('#filter').press('Enter');
  });

  it('explains its keys, and gives the focus back', async () => {
    await reading.press('Shift+Slash');
    const dialog = reading.frame.locator('#keys');
    await dialog.getByText('One page on, then the next paper').waitFor();
    await reading.press('j', 's', 'Tab', 'Tab', 'Tab');
    assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement)));
    await reading.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await reading.frame.locator('#rows:focus').waitFor();
    await starred(2);
  });

  it('does what its keys say with the paper in sight', async () => {
    await reading.frame.locator('#rows').press('Home');
    await shows(1);
    await reading.press('o');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('https://arxiv.org/abs/2602.20001').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await workbench.palette('Preprint: Copy as Markdown');
    await workbench.clipboard(/^## \[Paper 1 on made-up matters of \$x_\{1\}\$\]\(https:\/\/arxiv/);
  });

  it('leaves letters alone where the keyboard is elsewhere', async () => {
    const row = workbench.treeRow('Computer Science').first();
    await pressUntil(
      (timeout) => row.click({ timeout }),
      row.and(workbench.page.locator('.focused')),
    );
    await workbench.page.keyboard.press('j');
    await workbench.page.keyboard.press('s');
    await shows(1);
    assert.equal(await marked(1, 'starred').count(), 0);
    await reading.frame.locator('#rows').click({ position: { x: 40, y: 10 } });
    await reading.frame.locator('h1:focus').waitFor();
    await reading.press('Escape');
  });

  it('follows the digest, with the same paper in sight', async () => {
    await reading.press('End');
    await shows(papers);
    const text = `${madeUpDigest(3, '2602', { from: 101 })}\n\n${madeUpDigest(papers)}`;
    writeFileSync(path.join(workbench.folder, file), text);
    await reading.says('count', `${papers + 3} papers`);
    await reading.says('position', `Paper ${papers + 3} of ${papers + 3}`);
    await shows(papers);
  });

  it('comes back to where it was when another tab has been in front of it', async () => {
    await reading.press('k', 'k');
    await shows(papers - 2);
    await reading.frame.locator('#reading').evaluate((pane) => pane.scrollTo(0, 60));
    const listTop = await reading.scrollTop('rows');
    assert.ok(listTop > 0);
    await workbench.openFile('README.md');
    // Its text is a tab of the same name, before it.
    await workbench.showTab(path.basename(file));
    reading = await ReadingPage.opened(workbench);
    await shows(papers - 2);
    await eventually(async () => assert.equal(await reading.scrollTop('reading'), 60));
    assert.ok(Math.abs((await reading.scrollTop('rows')) - listTop) < 80);
  });

  it('comes back to the same paper after a reload', async () => {
    await reading.takeKeys();
    await reading.press('k');
    await shows(papers - 3);
    await windowStateMatches(workbench.page, /readingPlaces.*2602\.20021/);
    // VS Code keeps some seconds later which of the three tabs is in front.
    await windowStateMatches(workbench.page, /editorpart\.state.*"mru\\*":\[2/);
    await workbench.reload();
    reading = await ReadingPage.opened(workbench);
    await shows(papers - 3);
  });

  it('cites into the document beside it, and stays where it is', async () => {
    await workbench.openFile('notes/reading-notes.md', 7);
    await workbench.palette('View: Split Editor Right');
    await reading.frame.locator('#rows').waitFor({ state: 'detached' });
    await workbench.palette('Preprint: Read Digest');
    reading = await ReadingPage.opened(workbench);
    // There is room for the list alone.
    await reading
      .selected()
      .filter({ hasText: shownTitle(papers - 3) })
      .waitFor();
    await reading.takeKeys();
    await reading.press('c');
    await workbench.page.locator('.view-line', { hasText: '[@example212026' }).first().waitFor();
    await reading.frame.locator('#rows:focus').waitFor();
    await reading.press('j');
    await reading
      .selected()
      .filter({ hasText: shownTitle(papers - 2) })
      .waitFor();
  });
});
