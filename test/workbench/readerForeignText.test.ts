import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { runsNothing } from './support/foreignHtml.js';
import { isLocal } from './support/network.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

/** Formulas as they come in digests: isotopes, a density, and one whose dollars the model forgot. */
const formulasDigest = `### [1] [NMR of Made-up Molecules](https://arxiv.org/abs/2602.90158)
*Ada Example*

Main category: cs.LG

TL;DR: 由$^1$H与$^{13}$C谱图推断结构。


<details>
  <summary>Details</summary>
Abstract: Made up.

</details>


### [2] [Densities of Made-up Outcomes](https://arxiv.org/abs/2602.91097)
*Ada Example*

Main category: stat.ML

TL;DR: Made up.


<details>
  <summary>Details</summary>
Abstract: We learn $ p(y \\mid x, t, w) q(x, t) $ by hand.

</details>


### [3] [Normalised Heads](https://arxiv.org/abs/2602.90209)
*Ada Example*

Main category: cs.LG

TL;DR: Made up.


<details>
  <summary>Details</summary>
Result: 以1/N_h归一化的结果更好。

Abstract: Scaled by $1/N_h$, made-up heads agree.

</details>
`;

const attack = `### [1] [<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>](https://arxiv.org/abs/2601.90999)
*<svg onload="window.pwned=3">*

Main category: cs.CR

TL;DR: <img src="https://example.org/pixel.png" onerror="window.pwned=4"> ![x](https://example.org/pixel.png)


<details>
  <summary>Details</summary>
Motivation: <a href="javascript:window.pwned=5">press</a> [press](javascript:window.pwned=6)

Abstract: <iframe srcdoc="<script>parent.pwned=7</script>"></iframe> $\\href{javascript:window.pwned=8}{x}$

</details>
`;

describe('The reader with text of foreign making', () => {
  let workbench: Workbench;
  const dialogs: string[] = [];
  const requests: string[] = [];
  before(async () => {
    workbench = await openWorkbench({
      folders: [path.join(root, 'test', 'fixtures', 'broken')],
      files: { 'attack.md': attack, 'formulas.md': formulasDigest },
    });
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    workbench.page.context().on('request', (request) => requests.push(request.url()));
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  /** Opens a paper by its id. */
  const read = async (id: string) => {
    await workbench.openPaper(id);
    const reader = workbench.readerFrame();
    await reader.locator('.facts', { hasText: id }).waitFor();
    return reader;
  };

  /** Elements and attributes by which a page could run or fetch something. */
  const harmful = (reader: ReturnType<Workbench['readerFrame']>) =>
    reader.locator('article').evaluate((article) => {
      const elements = 'script, img, iframe, object, embed, form, input, link, style, base, meta';
      const svgs = [...article.querySelectorAll('svg')].filter((svg) => !svg.closest('.katex'));
      const handlers = [...article.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      );
      const found = [...article.querySelectorAll(elements), ...svgs, ...handlers];
      return found.map((element) => element.outerHTML);
    });

  const staysQuiet = async (reader: ReturnType<Workbench['readerFrame']>) => {
    assert.deepEqual(await harmful(reader), []);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      requests.filter((url) => !isLocal(url)),
      [],
    );
    for (const frame of workbench.page.frames()) {
      assert.equal(await frame.evaluate(() => Object.hasOwn(window, 'pwned')), false, frame.url());
    }
  };

  for (const id of ['2601.90401', '2601.90402', '2601.90999']) {
    it(`shows HTML and TeX tricks of ${id} as they are written, and runs nothing`, async () => {
      const reader = await read(id);
      await staysQuiet(reader);
    });
  }

  it('shows tags as text', async () => {
    const reader = await read('2601.90401');
    const heading = await reader.locator('h1').innerText();
    assert.equal(heading, `<img src=x onerror="alert(1)"> and <script>alert('title')</script>`);
    await workbench.screenshot('reader-html');
  });

  it('makes links of web addresses alone', async () => {
    const reader = await read('2601.90411');
    const links = reader.locator('article a:not([data-jump])');
    const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.ok(targets.includes('https://arxiv.org/abs/2601.90411v1'));
    assert.deepEqual(
      targets.filter((target) => !target?.startsWith('https://')),
      [],
    );
    await staysQuiet(reader);
  });

  it('asks before it follows a link', async () => {
    await workbench.readerFrame().getByText('A real link').click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('https://arxiv.org/abs/2601.90411v1').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('would load and run nothing even if foreign HTML came into the page', async () => {
    await runsNothing(workbench.readerFrame(), 'article');
  });

  it('never shows the notice of a failure as a summary', async () => {
    const reader = await read('2601.90601');
    await reader.locator('.failed').first().waitFor();
    const text = await reader.locator('article').innerText();
    assert.doesNotMatch(text, /generation failed|analysis unavailable|extraction failed/);
    assert.match(text, /The generator of the digest could not write this\./);
    await workbench.screenshot('reader-failures');
  });

  /** The TeX of all formulas, as screen readers may have it. */
  const formulas = (reader: ReturnType<Workbench['readerFrame']>) =>
    reader.locator('article .katex annotation').allTextContents();

  it('renders the isotopes of a summary', async () => {
    const found = await formulas(await read('2602.90158'));
    assert.deepEqual(found, ['^1', '^{13}']);
  });

  it('renders the density of an abstract', async () => {
    const found = await formulas(await read('2602.91097'));
    assert.ok(found.some((tex) => tex.trim() === 'p(y \\mid x, t, w) q(x, t)'));
  });

  it('leaves what is not between dollars as text', async () => {
    const reader = await read('2602.90209');
    const result = reader.locator('.field', { hasText: '归一化' });
    await eventually(async () => assert.match(await result.innerText(), /1\/N_h归一化/));
    assert.equal(await result.locator('.katex').count(), 0);
    assert.ok((await formulas(reader)).includes('1/N_h'));
    assert.equal(await reader.locator('.math-error').count(), 0);
    await workbench.screenshot('reader-formulas');
  });
});
