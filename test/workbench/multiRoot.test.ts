import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleLibrary } from '../vscode/paths.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const settings = (exclude: string) => JSON.stringify({ 'preprint.files.exclude': [exclude] });

const digest = (title: string, id: string) => `### [1] [${title}](https://arxiv.org/abs/${id})
*Ada Example*

Main category: hep-th

TL;DR: A made-up summary.


<details>
  <summary>Details</summary>
Abstract: A made-up abstract.

</details>
`;

describe('A workspace of two folders', () => {
  let workbench: Workbench;
  let source: string;
  before(async () => {
    source = makeTemporaryFolder('archive');
    const archive = path.join(source, 'archive');
    for (const name of ['.vscode', 'old', 'digests']) {
      mkdirSync(path.join(archive, name), { recursive: true });
    }
    cpSync(path.join(sampleLibrary, 'trending'), path.join(archive, 'old'), { recursive: true });
    writeFileSync(
      path.join(archive, 'digests', '2026-01-10.md'),
      digest('A Paper of the Second Folder', '2601.90001'),
    );
    writeFileSync(
      path.join(archive, 'digests', '2026-01-11.md'),
      digest('A Paper That Is Not Read', '2601.90002'),
    );
    writeFileSync(path.join(archive, '.vscode', 'settings.json'), settings('**/2026-01-11.md'));
    workbench = await openWorkbench({
      folders: [sampleLibrary, archive],
      files: { '.vscode/settings.json': settings('**/trending/**') },
    });
    await workbench.openView();
  });
  keepFailurePictures(() => workbench);
  after(async () => {
    rmSync(source, { recursive: true });
    await workbench.dispose();
  });

  it('shows the papers of both, each folder by its own settings', async () => {
    await workbench.expandRow('hep-th');
    await eventually(async () =>
      assert.deepEqual(await workbench.treeLines(), [
        'Unread of February 14, 2026 | 5',
        'Computer Science | 11',
        'hep-th · High Energy Physics - Theory | 1',
        '  A Paper of the Second Folder | Ada Example · 2026',
        'Mathematics | 1',
        'Physics | 1',
        'quant-ph · Quantum Physics | 1',
        'Statistics | 1',
        // The trending page is excluded in the first folder, and its copy in the second is not.
        'No category | 4',
      ]),
    );
    await workbench.screenshot('multi-root');
  });

  it('tells the folders apart where a paper occurs', async () => {
    const reader = await workbench.readPaper('Coarse-Grained Boltzmann Generators');
    assert.deepEqual(await reader.locator('.occurrences [data-occurrence]').allInnerTexts(), [
      'February 12, 2026 · sample/digests/2026-02-12.md',
      'February 2026 · archive/old/trending-2026-02.txt',
    ]);
  });

  it('leads to the digest in the second folder', async () => {
    await workbench.pressInRow('A Paper of the Second Folder', 'Go to Digest');
    await workbench.activeTab().filter({ hasText: '2026-01-10.md' }).waitFor();
  });

  it('takes a change of one folder’s settings at once', async () => {
    const file = path.join(workbench.folders[1]!, '.vscode', 'settings.json');
    writeFileSync(file, settings('**/old/**'));
    await workbench.treeRow('A Paper That Is Not Read').waitFor();
    await workbench.treeRow('No category').waitFor({ state: 'hidden' });
  });
});
