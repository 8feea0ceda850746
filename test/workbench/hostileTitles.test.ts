import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { ReadingPage } from './support/readingPage.js';
import type { Workbench } from './support/workbench.js';

const nested: readonly (readonly [open: string, close: string, depth: number])[] = [
  ['\\sqrt{', '}', 80],
  ['\\hat{', '}', 80],
  ['\\overbrace{', '}', 80],
  ['\\boxed{', '}', 150],
  ['\\left(', '\\right)', 150],
  ['\\sqrt{', '}', 18],
  ['\\frac{1}{', '}', 18],
];

const idOf = (number: number): string => `2601.${91_100 + number}`;

/** Each in the title and in all that is said of a paper. */
const deep = nested.map(([open, close, depth], number) => {
  const tex = `$${open.repeat(depth)}x${close.repeat(depth)}$`;
  return paperOf(idOf(number), `Deep ${number}: ${tex}`, tex);
});

const overridden = idOf(90);
const spoof = paperOf(overridden, 'Safe \u202egnp.exe\u202c \u2066title\u200b', 'said \u202eback');
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e007f}]/u;

function paperOf(id: string, title: string, text: string): string {
  return `${JSON.stringify({
    ...{ id, categories: ['cs.LG', 'cs.\u202eX'], pdf: `https://arxiv.org/pdf/${id}`, title },
    ...{ authors: [`Ada \u202eExample`, 'B Nobody'], comment: text, summary: text },
    AI: { tldr: text, motivation: text, method: text, result: text, conclusion: text },
  })}\n`;
}

describe('Titles that are made to do harm', () => {
  let workbench: Workbench;
  let crashed = false;
  before(async () => {
    workbench = await openWorkbench({ files: { '2026-01-02.jsonl': [...deep, spoof].join('') } });
    workbench.page.on('crash', () => {
      crashed = true;
    });
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  for (const [number, [open, , depth]] of nested.entries()) {
    it(`opens a paper with ${depth} times ${open}, and the window lives`, async () => {
      await workbench.openPaper(idOf(number));
      const reader = workbench.readerFrame();
      await reader.locator('.facts', { hasText: idOf(number) }).waitFor({ timeout: 15_000 });
      const height = await reader.locator('h1').evaluate((heading) => heading.clientHeight);
      assert.ok(height > 0 && height < 4000, `${height} pixels`);
      assert.equal(crashed, false);
    });
  }

  it('says why a formula is shown as it is written', async () => {
    await workbench.openPaper(idOf(0));
    const reader = workbench.readerFrame();
    await reader.locator('.facts', { hasText: idOf(0) }).waitFor();
    const reason = await reader.locator('h1 .math-error').getAttribute('title');
    assert.equal(reason, 'A formula of more than 20 levels is not drawn.');
    await workbench.screenshot('deep-title');
  });

  it('shows no character that turns the direction of others, in any row', async () => {
    await workbench.openPaper(overridden);
    const page = workbench.readerFrame();
    await page.locator('.facts', { hasText: overridden }).waitFor();
    assert.equal(await page.locator('h1').innerText(), 'Safe gnp.exe title');
    assert.doesNotMatch(await page.locator('article').innerText(), unseen);
    await workbench.openView();
    await workbench.expandRow('Computer Science', /^cs\.LG/);
    await workbench.treeRow('Safe gnp.exe title').waitFor();
    const lines = await workbench.treeLines();
    assert.doesNotMatch(lines.join('\n'), unseen);
    await workbench.screenshot('unseen-characters');
    const reading = await ReadingPage.ofDigest(workbench, '2026-01-02.jsonl');
    const row = reading.rows().filter({ hasText: 'Safe gnp.exe' });
    await row.waitFor();
    assert.doesNotMatch(await row.innerText(), unseen);
  });
});
