import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import { pressUntil } from './support/pressUntil.js';
import type { Workbench } from './support/workbench.js';

const problems = [
  'big.md:1 | The file has 100 MB, more than the 50 MB of the setting preprint.files.maxSize, and was not read.',
  'binary.md:1 | This is not a text file. Exclude it with the setting preprint.files.exclude.',
  'cut.md:35 | The entry "2601.90102" is cut off. Is the digest still being written?',
  'duplicate.md:35 | The paper 2601.90321 stands in this digest more than once.',
  'invalid-utf8.md:30 | Some characters are not UTF-8 and were replaced. Save the file as UTF-8.',
  'pipe.md:1 | This cannot be read. Check its permissions.',
  'toc-mismatch.md:5 | The table of contents counts 5 in cs.LG, but the digest holds 2.',
];

describe('Problems in the view Papers', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      folders: [path.join(root, 'test', 'fixtures', 'broken')],
      files: { 'big.md': '' },
    });
    truncateSync(path.join(workbench.folder, 'big.md'), 100 * 1024 * 1024);
    // Cannot be read by anybody, the administrator included; who tries waits for ever.
    execFileSync('mkfifo', [path.join(workbench.folder, 'pipe.md')]);
    await workbench.openView();
    await workbench.setSideBarWidth(800);
    await workbench.expandRow('Problems');
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  it('names the file, the line and what to do for everything that could not be read', async () => {
    await eventually(async () => {
      const lines = (await workbench.treeLines()).map((line) => line.trim());
      assert.deepEqual(
        problems.filter((problem) => !lines.includes(problem)),
        [],
      );
    });
    await workbench.screenshot('problems');
  });

  it('counts them, and keeps the papers around them', async () => {
    await eventually(async () => {
      const lines = await workbench.treeLines();
      const count = lines.length - lines.findIndex((line) => line.startsWith('Problems')) - 1;
      assert.ok(lines.includes(`Problems | ${count}`), lines.join('\n'));
      assert.ok(
        lines.some((line) => /^Computer Science \| \d\d$/.test(line)),
        lines.join('\n'),
      );
    });
  });

  it('shows the whole sentence under the pointer', async () => {
    const sentence = 'The paper 2601.90321 stands in this digest more than once.';
    await workbench.tooltip(workbench.treeRow('duplicate.md'), sentence);
  });

  it('leads to the line', async () => {
    await pressUntil(
      (timeout) => workbench.treeRow('duplicate.md').click({ timeout }),
      workbench.activeTab().filter({ hasText: 'duplicate.md' }),
    );
    await workbench.statusBarItem('Ln 35, Col 1').waitFor();
  });

  it('forgets what was mended', async () => {
    const file = path.join(workbench.folder, 'toc-mismatch.md');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('[Total: 5]', '[Total: 2]'));
    await workbench.treeRow('toc-mismatch.md').waitFor({ state: 'hidden' });
  });
});
