import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { globSync } from 'glob';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import type { Workbench } from './support/workbench.js';

/** So many that a window can be killed while it reads them. */
const digests = 240;
const entries = 60;

/** A paper has a word of its own, far down in the digest of its day. */
const digestText = (day: number): string =>
  Array.from({ length: entries }, (_, index) => {
    const number = String(day * entries + index + 1).padStart(5, '0');
    return `### [${index + 1}] [Paper ${number} on Made-Up Matters](https://arxiv.org/abs/2601.${number})
*Ada Example,Ben Sample*

Main category: cs.LG

TL;DR: The summary of paper ${number}, as short as it can be.


<details>
  <summary>Details</summary>
Motivation: ${'Long sentences that all papers have in common make a digest long. '.repeat(8)}

Abstract: What only this paper says: word${number}.

</details>
`;
  }).join('\n\n');

const dayOf = (day: number): string =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

describe('A large library when its window is opened again', () => {
  let workbench: Workbench;
  let source: string;
  const kept = (): string[] =>
    globSync('*/preprint.preprint/index/*.document', { cwd: workbench.server.workspaceStorage });
  const unread = `Unread of August 28, 2025 | ${entries}`;
  const papers = `Computer Science | ${(digests * entries).toLocaleString('en-US')}`;

  before(async () => {
    source = makeTemporaryFolder('year');
    workbench = await openWorkbench({ folders: [source] });
    for (let day = 0; day < digests; day++) {
      const file = path.join(workbench.folder, `${dayOf(day)}.md`);
      writeFileSync(file, digestText(day));
      // What was written just now would be looked at twice.
      utimesSync(file, 1_700_000_000, 1_700_000_000);
    }
  });
  keepFailurePictures(() => workbench);
  after(async () => {
    rmSync(source, { recursive: true });
    await workbench.dispose();
  });

  const everythingIsThere = async (window: Workbench): Promise<void> => {
    await window.treeRow('Computer Science').waitFor();
    await eventually(
      async () => assert.deepEqual(await window.treeLines(), [unread, papers]),
      60_000,
    );
  };

  const report = async (window: Workbench, ...lines: readonly RegExp[]): Promise<void> => {
    // A report tells of its own moment.
    await eventually(async () => {
      const text = await window.indexReport();
      for (const line of lines) assert.match(text, line);
    }, 60_000);
  };

  it('starts clean after it was killed while it read', async () => {
    await workbench.openView();
    await eventually(() => {
      assert.ok(kept().length >= 5, 'nothing is kept yet');
      return Promise.resolve();
    }, 60_000);
    workbench.server.killExtensionHosts();
    const before = kept().length;
    assert.ok(before < digests, `all ${before} documents were read before the end`);
    await workbench.reload();
    await workbench.openView();
    await everythingIsThere(workbench);
    await report(workbench, /All digests can be searched/, /Documents from the cache: [1-9]/);
  });

  it('asks the disk for sizes and times alone, when nothing has changed', async () => {
    await workbench.reload();
    await workbench.openView();
    await everythingIsThere(workbench);
    await report(
      workbench,
      new RegExp(`Documents from the cache: ${digests}$`, 'm'),
      /Documents read: 0$/m,
      /All digests can be searched/,
    );
    await workbench.screenshot('index-report');
  });

  it('reads again what has changed meanwhile, and what was damaged', async () => {
    const [damaged] = kept();
    assert.ok(damaged !== undefined);
    const file = path.join(workbench.server.workspaceStorage, damaged);
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    const changed = path.join(workbench.folder, `${dayOf(3)}.md`);
    await workbench.page.goto('about:blank');
    writeFileSync(changed, digestText(3).replaceAll('cs.LG', 'cs.CV'));
    utimesSync(changed, 1_700_000_100, 1_700_000_100);
    await workbench.page.goBack({ waitUntil: 'domcontentloaded' });
    await workbench.ready();
    await workbench.openView();
    await everythingIsThere(workbench);
    await workbench.expandRow('Computer Science');
    await workbench.treeRow('Computer Vision').filter({ hasText: '60' }).waitFor();
    await report(
      workbench,
      new RegExp(`Documents from the cache: ${digests - 2}$`, 'm'),
      /Documents read: 2$/m,
    );
    writeFileSync(changed, digestText(3));
    utimesSync(changed, 1_700_000_200, 1_700_000_200);
    await workbench.treeRow('Computer Vision').waitFor({ state: 'hidden' });
  });

  it('shares what is kept with another window on the same folder', async function () {
    // Both windows read everything on one machine.
    this.timeout(300_000);
    const second = await workbench.secondWindow();
    await second.openView();
    // They write to the same place.
    await Promise.all([
      workbench.palette('Preprint: Rebuild Index'),
      second.palette('Preprint: Rebuild Index'),
    ]);
    for (const window of [workbench, second]) {
      await window.page.bringToFront();
      await report(window, /Papers, each counted once: 14,400$/m, /All digests can be searched/);
    }
    await second.page.close();
    await workbench.reload();
    await report(
      workbench,
      new RegExp(`Documents from the cache: ${digests}$`, 'm'),
      /Documents read: 0$/m,
      /All digests can be searched/,
    );
  });
});
