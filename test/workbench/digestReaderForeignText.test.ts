import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { runsNothing } from './support/foreignHtml.js';
import { isLocal } from './support/network.js';
import { openWorkbench } from './support/openWorkbench.js';
import { ReadingPage } from './support/readingPage.js';
import type { Workbench } from './support/workbench.js';

const tricks = [
  '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>',
  '<a href="command:workbench.action.quit">a</a> [b](command:workbench.action.quit)',
  '[c](file:///etc/passwd) [d](javascript:window.pwned=3) ![e](https://example.org/pixel.png)',
  '$\\href{javascript:window.pwned=4}{x}$ $\\includegraphics{https://example.org/pixel.png}$',
  '$\\def\\a{\\a\\a}\\a$ $\\newcommand{\\b}{\\b}\\b$ $x^{99999999999^{99999999999}}$',
  '$\\htmlData{x=y}{z}$ $\\html@mathml{<b>}{<i>}$ $\\rule{99999em}{99999em}$ $\\kern99999em$',
  '<svg onload="window.pwned=5"> <iframe srcdoc="<script>parent.pwned=6</script>"></iframe>',
];

/** Each trick in the title, the authors, what a model wrote and the abstract. */
const attack = tricks
  .map(
    (
      trick,
      index,
    ) => `### [${index + 1}] [${trick.replaceAll(/[[\]]/g, '')}](https://arxiv.org/abs/2601.9090${index})
*${trick}*

Main category: cs.CR

TL;DR: ${trick}


<details>
  <summary>Details</summary>
Motivation: ${trick}

Abstract: ${trick}

</details>
`,
  )
  .join('\n\n');

const own = 'arxiv:2601.90900';
/** Of another digest. */
const other = 'arxiv:2602.10637';

describe('The digest reader with text of foreign making', () => {
  let workbench: Workbench;
  let reading: ReadingPage;
  const dialogs: string[] = [];
  const requests: string[] = [];
  before(async () => {
    workbench = await openWorkbench({ files: { 'attack.md': attack } });
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    workbench.page.context().on('request', (request) => requests.push(request.url()));
    await ReadingPage.letForge(workbench);
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
    reading = await ReadingPage.ofDigest(workbench, 'attack.md');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  const tabs = () => workbench.page.locator('.part.editor .tab').allInnerTexts();

  const staysQuiet = async () => {
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      requests.filter((url) => !isLocal(url)),
      [],
    );
    for (const frame of workbench.page.frames()) {
      assert.equal(await frame.evaluate(() => Object.hasOwn(window, 'pwned')), false, frame.url());
    }
  };

  for (const [index, trick] of tricks.entries()) {
    it(`runs, loads and follows nothing of paper ${index + 1}: ${trick.slice(0, 40)}…`, async () => {
      await reading.says('position', `Paper ${index + 1} of ${tricks.length}`);
      await reading.frame.locator('#paper .toolbar').waitFor();
      await reading.frame.locator(`#paper .facts:has-text("2601.9090${index}")`).waitFor();
      const harmful = await reading.frame.locator('body').evaluate((body) => {
        const elements =
          'img, iframe, object, embed, form, link, style, base, meta, article script';
        const links = [...body.querySelectorAll('a')].filter(
          (link) => !/^(?:https?:|#)/.test(link.getAttribute('href') ?? ''),
        );
        const handlers = [...body.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        );
        return [...body.querySelectorAll(elements), ...links, ...handlers].map(
          (element) => element.outerHTML,
        );
      });
      assert.deepEqual(harmful, []);
      // Nothing is so large that it hides the rest.
      const width = await reading.frame.locator('#reading').evaluate((pane) => pane.scrollWidth);
      assert.ok(width < 5000, `${width} pixels`);
      await staysQuiet();
      await reading.press('j');
    });
  }

  it('shows tags in the list as text', async () => {
    const title = await reading.rows().first().locator('.title').innerText();
    assert.match(title, /^<img src=x onerror=/);
  });

  it('has a policy that lets nothing in but its own program, styles and fonts', async () => {
    const policy = await reading.frame
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    const rules = new Map(
      (policy ?? '').split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')] as const;
      }),
    );
    assert.equal(rules.get('default-src'), "'none'");
    assert.match(rules.get('script-src') ?? '', /^'nonce-[0-9a-f]{32}'$/);
    assert.equal(rules.get('img-src'), "'none'");
    assert.equal(rules.get('base-uri'), "'none'");
    assert.equal(rules.get('form-action'), "'none'");
    assert.doesNotMatch(rules.get('style-src') ?? '', /unsafe/);
    assert.equal(rules.has('connect-src'), false);
  });

  it('would load and run nothing even if foreign HTML came into the page', async () => {
    await runsNothing(reading.frame, '#paper');
    requests.length = 0;
  });

  it('hears its page, but nothing that is forged', async () => {
    const before = await tabs();
    for (const forged of [
      { type: 'openOccurrence', key: other, index: 0 },
      { type: 'openOccurrence', key: own, index: 99 },
      { type: 'openOccurrence', key: own, index: -1 },
      { type: 'openOccurrence', key: '../../../etc/passwd', index: 0 },
      { type: 'openOccurrence', uri: 'file:///etc/passwd', index: 0 },
      { type: 'openNote', key: own, index: 0 },
      { type: 'openNote', key: other, index: 0 },
      { type: 'openLink', url: 'command:workbench.action.files.newUntitledFile' },
      { type: 'openLink', url: 'file:///etc/passwd' },
      { type: 'action', key: other, action: 'goToDigest' },
      { type: 'action', key: own, action: 'constructor' },
      { type: 'action', key: own, action: 'workbench.action.files.newUntitledFile' },
      { type: 'star', key: other },
      { type: 'show', key: other, html: true, next: [] },
      { type: '__proto__', key: own },
      'ready',
      null,
    ]) {
      await reading.forge(forged);
    }
    // Messages come in their order: when this one has been heard, the others have been as well.
    await reading.forge({ type: 'star', key: own });
    await reading.rows().first().and(reading.frame.locator('.is-starred')).waitFor();
    assert.deepEqual(await tabs(), before);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    await eventually(async () => {
      assert.match((await workbench.treeLines()).join('\n'), /^Reading List \| 1$/m);
    });
    await staysQuiet();
  });
});
