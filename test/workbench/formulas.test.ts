import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { ThemeKind } from './support/theme.js';
import type { Workbench } from './support/workbench.js';

const digest = `### [1] [Sharper Bounds on $\\sum_{i=1}^{n}\\frac{a_i}{b_i+\\lambda}$ for Sparse Recovery](https://arxiv.org/abs/2601.90999)
*Ada Example,Ben Sample*

Main category: cs.LG

TL;DR: With $\\mathcal{L}(\\theta)=\\mathbb{E}_{q}\\left[\\log\\frac{p(x,z)}{q(z)}\\right]$ and a step of $O(\\sqrt{n})$, the rate is $\\lVert\\hat{x}-x\\rVert_2\\leq\\binom{n}{k}^{-1/2}$, and no worse for $\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}$.


<details>
  <summary>Details</summary>
Abstract: We bound $\\frac{a+b}{\\Hilb}$ by $x_{ij}$, and so \\[\\int_0^1 f(x)\\,dx = 1.\\]

</details>
`;

const title = 'Sharper Bounds';
const settingsFile = '.vscode/settings.json';

describe('Formulas', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      files: {
        [settingsFile]: '{}',
        'digests/2026-01-15.md': digest,
        'note.md': 'See arXiv:2601.90999 for the bound.\n',
      },
    });
    await workbench.allowClipboard();
    await workbench.openFile('note.md');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  /** The hover, once its formulas are drawn: the first may have come before them. */
  const drawn = async (count: number): Promise<Locator> => {
    for (;;) {
      const card = await workbench.hover('2601.90999');
      if ((await card.locator('img').count()) === count) return card;
      await workbench.page.mouse.move(0, 0);
      await card.waitFor({ state: 'hidden' });
    }
  };

  for (const kind of ['dark', 'light', 'hcDark', 'hcLight'] satisfies ThemeKind[]) {
    it(`are shown by hovers in the colours of ${kind}, on the line of the text`, async () => {
      await workbench.setTheme(kind);
      const card = await drawn(4);
      const images = await card.locator('img').evaluateAll((all) =>
        (all as HTMLImageElement[]).map((image) => {
          const line = image.closest('p')?.getBoundingClientRect();
          const { top, bottom } = image.getBoundingClientRect();
          return {
            ...{ loaded: image.complete && image.naturalWidth > 0, alt: image.alt },
            inside: line !== undefined && top >= line.top - 2 && bottom <= line.bottom + 2,
          };
        }),
      );
      for (const { loaded, inside, alt } of images) {
        assert.ok(loaded && inside, alt);
      }
      assert.equal(images[0]?.alt, '\\sum_{i=1}^{n}\\frac{a_i}{b_i+\\lambda}');
      await workbench.screenshot(`hover-formulas-${kind}`);
    });
  }

  it('are copied from the reader as their TeX, whole, with the text around them', async () => {
    const reader = await workbench.readPaper(title, 'id:2601.90999');
    const paragraph = reader.locator('.abstract p').first();
    await paragraph.click({ position: { x: 4, y: 4 } });
    await paragraph.evaluate((element) => {
      const selection = document.getSelection();
      selection?.selectAllChildren(element);
    });
    await workbench.page.keyboard.press('Control+C');
    await workbench.clipboard(/^We bound \$\\frac\{a\+b\}\{\\Hilb\}\$ by \$x_\{ij\}\$, and so/);
  });

  it('give their TeX from the context menu of the reader', async () => {
    const reader = workbench.readerFrame();
    await reader
      .locator('.abstract .katex')
      .nth(1)
      .locator('.base')
      .first()
      .click({ button: 'right' });
    await workbench.menuItem('Copy TeX').waitFor();
    await workbench.chooseFromMenu('Copy TeX');
    await workbench.clipboard(/^x_\{ij\}$/);
  });

  it('know new macros in the reader that is open', async () => {
    const reader = workbench.readerFrame();
    assert.match(await reader.locator('.abstract').innerText(), /Hilb/);
    const settings = { 'preprint.math.macros': { Hilb: '\\mathcal{H}' } };
    writeFileSync(path.join(workbench.folder, settingsFile), JSON.stringify(settings));
    await eventually(async () =>
      assert.doesNotMatch(
        await reader.locator('.abstract .katex-html').first().innerText(),
        /Hilb/,
      ),
    );
    await workbench.screenshot('reader-macros');
  });

  it('are read by screen readers as MathML', async () => {
    const reader = workbench.readerFrame();
    const math = await reader.locator('.abstract math').evaluateAll((all) =>
      all.map((element) => ({
        hidden: element.closest('[aria-hidden=true]') !== null,
        shown: getComputedStyle(element).display !== 'none',
        text: element.textContent,
      })),
    );
    assert.equal(math.length, 3);
    for (const { hidden, shown } of math) assert.ok(!hidden && shown);
  });
});
