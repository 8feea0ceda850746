import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { describeViolations } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { ThemeKind } from './support/theme.js';
import { windowStateMatches } from './support/windowState.js';
import type { Workbench } from './support/workbench.js';

/** What the sample's digests say, read without any of Preprint's own code. */
function sampleDays(folder: string): { day: string; categories: Map<string, number> }[] {
  const digests = path.join(folder, 'digests');
  return readdirSync(digests)
    .sort()
    .map((name) => {
      const categories = new Map<string, number>();
      const text = readFileSync(path.join(digests, name), 'utf8');
      for (const [, category = ''] of text.matchAll(/^Main category: (.*)$/gm)) {
        categories.set(category, (categories.get(category) ?? 0) + 1);
      }
      return { day: name.replace('.md', ''), categories };
    });
}

/** Would be an element, were it ever taken for HTML. */
const markup = '<img src=x onerror=alert(1)>';

const hostileDigest = [1, 2]
  .map(
    (number) => `### [${number}] [Paper ${number}](https://arxiv.org/abs/2602.1999${number})
*${markup}*

Main category: ${markup}

TL;DR: In short.


<details>
  <summary>Details</summary>
Abstract: Nothing.

</details>
`,
  )
  .join('\n\n');

const themes: readonly { kind: ThemeKind; name: string; picture: string }[] = [
  { kind: 'light', name: 'a light theme', picture: 'trends-light' },
  { kind: 'hcDark', name: 'dark high contrast', picture: 'trends-hc-dark' },
  { kind: 'hcLight', name: 'light high contrast', picture: 'trends-hc-light' },
  { kind: 'dark', name: 'a dark theme', picture: 'trends-dark' },
];

describe('The Trends page', () => {
  let workbench: Workbench;
  let trends: FrameLocator;
  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1280, height: 1000 } });
    await workbench.palette('Preprint: Show Trends');
    trends = workbench.readerFrame();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const section = (chart: string): Locator => trends.locator(`section[data-chart="${chart}"]`);
  const rows = (chart: string): Promise<string[][]> =>
    section(chart)
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent)),
      );
  const bar = (chart: string, label: string | RegExp): Locator =>
    section(chart).getByRole('button', { name: label }).first();

  it('counts the papers of each day and category as the digests hold them', async () => {
    await trends.getByText('15 papers from February 12, 2026 to February 14, 2026.').waitFor();
    await section('papers').getByRole('button', { name: 'Table: Papers over time' }).click();
    await section('papers').locator('caption').waitFor();
    const columns = await section('papers').locator('thead th').allInnerTexts();
    const wanted = sampleDays(workbench.folder).map(({ day, categories }) => {
      const total = [...categories.values()].reduce((sum, count) => sum + count, 0);
      const counts = columns.slice(4).map((category) => String(categories.get(category) ?? 0));
      return [day, day, '1', String(total), ...counts];
    });
    assert.deepEqual(await rows('papers'), wanted);
    // The trending page tells its month alone.
    await trends.getByText('Digests that name no day, and are not counted: 1.').waitFor();
  });

  it('tells shares of the day’s volume, which add up to one', async () => {
    await trends.getByLabel('Share of the volume').check();
    const shares = await rows('papers');
    for (const [day = '', , , , ...cells] of shares) {
      const sum = cells.reduce((all, cell) => all + Number.parseFloat(cell), 0);
      assert.ok(Math.abs(sum - 100) < 1, `${day}: ${cells.join(' ')}`);
    }
    await trends.getByLabel('Share of the volume').uncheck();
    await section('papers').getByRole('button', { name: 'Table: Papers over time' }).click();
    await section('papers').locator('table').waitFor({ state: 'detached' });
  });

  it('leads from a bar to its papers by the mouse', async () => {
    const [, friday] = sampleDays(workbench.folder);
    // One of those that have a colour of their own.
    const category = 'cs.GT';
    const count = friday?.categories.get(category) ?? 0;
    assert.ok(count > 0);
    await bar(
      'papers',
      new RegExp(`^February 13, 2026, ${category}.*: ${count} of 6 papers`),
    ).click();
    await workbench.quickInput().waitFor();
    assert.equal(await workbench.quickInput().inputValue(), `cat:${category} date:2026-02-13`);
    const told = count === 1 ? '1 paper' : `${count} papers`;
    await workbench.page.locator('.quick-input-title', { hasText: told }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput().waitFor({ state: 'hidden' });
  });

  it('is walked through by Tab and arrow keys, with one stop for all bars of a chart', async () => {
    await section('papers').getByRole('button', { name: 'Save CSV…: Papers over time' }).focus();
    await workbench.page.keyboard.press('Tab');
    const name = (): Promise<string> =>
      trends
        .locator(':focus')
        .evaluate(
          (element) => element.ariaLabel ?? element.querySelector('title')?.textContent ?? '',
        );
    assert.match(await name(), /^February 12, 2026, /);
    await workbench.page.keyboard.press('ArrowRight');
    assert.match(await name(), /^February 13, 2026, /);
    await workbench.page.keyboard.press('End');
    assert.match(await name(), /^February 14, 2026, /);
    await workbench.page.keyboard.press('Tab');
    assert.equal(await name(), 'Table: Papers by category');
    await workbench.page.keyboard.press('Shift+Tab');
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput().waitFor();
    assert.match(await workbench.quickInput().inputValue(), /^cat:\S+ date:2026-02-14$/);
    await workbench.page.keyboard.press('Escape');
  });

  it('shows one category among the volume of each day', async () => {
    await trends.locator('.controls select').last().selectOption('=cs.LG');
    await trends.getByText(/^\d papers from February 12/).waitFor();
    const labels = await section('papers')
      .locator('.bar title')
      .evaluateAll((titles) => titles.map((title) => title.textContent));
    const wanted = sampleDays(workbench.folder).flatMap(({ categories }) => {
      const total = [...categories.values()].reduce((sum, count) => sum + count, 0);
      const own = categories.get('cs.LG') ?? 0;
      const share = (own / total).toLocaleString('en', {
        style: 'percent',
        maximumFractionDigits: 1,
      });
      return own === 0 ? [] : [`cs.LG · Machine Learning: ${own} of ${total} papers, ${share}`];
    });
    assert.deepEqual(
      labels.map((label) => label.replace(/^.*2026, /, '')),
      wanted,
    );
    await trends.locator('.controls select').last().selectOption('');
    await trends.getByText('15 papers from February 12').waitFor();
  });

  /** Answers VS Code's dialog for saving, and gives what was written. */
  const saved = async (name: string): Promise<string> => {
    const file = path.join(workbench.folder, name);
    const isAsked = async (text: string) =>
      assert.ok((await workbench.quickInput().inputValue()).endsWith(text));
    // The name that is offered comes a moment after the question.
    await eventually(() => isAsked(path.extname(name)));
    await workbench.quickInput().fill(file);
    await eventually(() => isAsked(file));
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(`Saved ${name}`).waitFor();
    await workbench.palette('Notifications: Clear All Notifications');
    return readFileSync(file, 'utf8');
  };

  it('saves a table as CSV', async () => {
    await section('papers').getByRole('button', { name: 'Save CSV…: Papers over time' }).click();
    const text = await saved('volume.csv');
    const [head = '', ...lines] = text.trimEnd().split('\r\n');
    assert.match(head, /^From,To,Days with a digest,Papers,/);
    const days = sampleDays(workbench.folder);
    assert.deepEqual(
      lines.map((line) => line.split(',').slice(0, 4).join()),
      days.map(({ day, categories }) => {
        const total = [...categories.values()].reduce((sum, count) => sum + count, 0);
        return `${day},${day},1,${total}`;
      }),
    );
  });

  it('saves a chart as SVG, in its colours and with nothing that acts', async () => {
    const charts = await section('papers').locator('.bar rect').count();
    await section('papers').getByRole('button', { name: 'Save SVG…: Papers over time' }).click();
    const text = await saved('volume.svg');
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.ok((text.match(/<rect /g) ?? []).length > charts);
    assert.match(text, /fill="rgb\(\d+, \d+, \d+\)"/);
    assert.ok(!/class=|style=|role=|tabindex=|script|var\(/.test(text));
  });

  for (const { kind, name, picture } of themes) {
    it(`can be read by everybody in ${name}`, async () => {
      await workbench.setTheme(kind);
      await section('authors').waitFor();
      await eventually(async () => {
        const violations = await workbench.axe(trends);
        const grave = violations.filter(
          ({ impact }) => impact === 'serious' || impact === 'critical',
        );
        assert.equal(describeViolations(grave), '');
      });
      await workbench.screenshot(picture);
    });
  }

  it('follows the digests while they change, and shows what they say as text', async () => {
    const file = path.join(workbench.folder, 'digests', '2026-02-15.md');
    writeFileSync(file, hostileDigest);
    await trends.getByText('from February 12, 2026 to February 15, 2026.').waitFor();
    await bar('categories', `${markup}: 2 of 17 papers, 11.8%`).waitFor();
    const [first] = await section('authors').locator('.name').allTextContents();
    assert.equal(first, markup);
    assert.equal(await trends.locator('main img, main script').count(), 0);
    rmSync(file);
    await trends.getByText('15 papers from February 12').waitFor();
  });

  it('may load nothing but its own program and style sheet', async () => {
    const policy = await trends
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src /);
    assert.match(policy ?? '', /img-src 'none'; base-uri 'none'; form-action 'none'$/);
  });

  it('has the same choice after a reload of the window', async () => {
    await trends.locator('.controls select').first().selectOption('all');
    await trends.getByLabel('Share of the volume').check();
    await section('categories').getByRole('button', { name: 'Table: Papers by category' }).click();
    await windowStateMatches(workbench.page, /period\\*":\\*"all.*tables\\*":\[\\*"categories/);
    await workbench.reload();
    await trends.getByText('15 papers from February 12').waitFor();
    assert.equal(await trends.locator('.controls select').first().inputValue(), 'all');
    assert.ok(await trends.getByLabel('Share of the volume').isChecked());
    await section('categories').locator('caption').waitFor();
  });

  it('fits into a narrow window', async () => {
    await workbench.palette('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: 400, height: 800 });
    const overflowing = await trends.locator('body').evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return scrollWidth > clientWidth;
    });
    await workbench.screenshot('trends-narrow');
    assert.equal(overflowing, false);
  });
});
