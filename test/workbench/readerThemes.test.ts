import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describeViolations } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { ThemeKind } from './support/theme.js';
import type { Workbench } from './support/workbench.js';

const langevin = 'On the implicit regularization of Langevin dynamics with projected noise';
const burgers =
  'On the Role of Consistency Between Physics and Data in Physics-Informed Neural Networks';

const themes: readonly { kind: ThemeKind; name: string; picture: string; title: string }[] = [
  { kind: 'dark', name: 'a dark theme', picture: 'reader-dark', title: burgers },
  { kind: 'hcDark', name: 'dark high contrast', picture: 'reader-hc-dark', title: burgers },
  { kind: 'hcLight', name: 'light high contrast', picture: 'reader-hc-light', title: langevin },
  { kind: 'light', name: 'a light theme', picture: 'reader-light', title: langevin },
];

describe('The reader in every theme', () => {
  let workbench: Workbench;
  before(async () => {
    // High enough to show a paper from its title to a formula of its abstract.
    workbench = await openWorkbench({ viewport: { width: 1280, height: 1020 } });
    // Saturday's digest tells of the paper in Chinese, and these pictures are for everybody.
    rmSync(path.join(workbench.folder, 'digests', '2026-02-14.md'));
    await workbench.openView();
    await workbench.expandRow('Computer Science', 'cs.LG');
    await workbench.expandRow('Mathematics', 'math.PR');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  for (const { kind, name, picture, title } of themes) {
    it(`can be read by everybody in ${name}`, async () => {
      const reader = await workbench.readRow(title);
      await workbench.setTheme(kind);
      if (title === burgers) await reader.locator('#similar h2').waitFor();
      // The page takes on the colours of a new theme a moment after the window.
      await eventually(async () => {
        const violations = await workbench.axe(reader);
        const grave = violations.filter(
          ({ impact }) => impact === 'serious' || impact === 'critical',
        );
        assert.equal(describeViolations(grave), '');
      });
      await workbench.screenshot(picture);
    });
  }

  it('shows where the keyboard is', async () => {
    const reader = workbench.readerFrame();
    await workbench.setTheme('hcDark');
    await reader.locator('.authors button').last().focus();
    for (const name of ['Go to Digest', 'Open on arXiv']) {
      await workbench.page.keyboard.press('Tab');
      const outline = await reader
        .getByRole('button', { name })
        .evaluate((button) => getComputedStyle(button).outline);
      assert.match(outline, /^rgb\(\d+, \d+, \d+\) solid 2px$/);
    }
    await workbench.screenshot('reader-focus');
    await workbench.setTheme('dark');
  });

  it('fits into a narrow window', async () => {
    await workbench.palette('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: 400, height: 800 });
    const reader = workbench.readerFrame();
    await reader.locator('html').evaluate(() => window.scrollTo(0, 0));
    const overflowing = await reader.locator('body').evaluate((body) => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const outside = [...body.querySelectorAll('h1, h2, p, button, .facts, .katex-display')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth)
        .map((element) => element.outerHTML.slice(0, 80));
      return scrollWidth > clientWidth ? ['the page', ...outside] : outside;
    });
    assert.deepEqual(overflowing, []);
    await workbench.screenshot('reader-narrow');
  });
});
