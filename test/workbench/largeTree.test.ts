import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const manyPapers = 1234;
/** So many that somebody has the time to stop the reading. */
const manyNotes = 3000;

function entryText(index: number): string {
  const id = `2602.${String(index + 10_000)}`;
  return `### [${index + 1}] [Widgets of Kind ${index}](https://arxiv.org/abs/${id})
*Ada Example*

Main category: cs.LG

TL;DR: In short.


<details>
  <summary>Details</summary>
Abstract: On widgets.

</details>
`;
}

describe('The view Papers of a large folder', () => {
  let workbench: Workbench;
  let source: string;
  before(async () => {
    source = makeTemporaryFolder('large');
    const folder = path.join(source, 'large');
    mkdirSync(folder);
    const entries = Array.from({ length: manyPapers }, (_, index) => entryText(index));
    writeFileSync(path.join(folder, '2026-02-20.md'), `# cs.LG\n\n${entries.join('\n\n')}`);
    for (let note = 0; note < manyNotes; note++) {
      writeFileSync(path.join(folder, `note-${note}.md`), `# Note ${note}\n\nNo paper.\n`);
    }
    workbench = await openWorkbench({ folders: [folder] });
  });
  keepFailurePictures(() => workbench);
  after(async () => {
    rmSync(source, { recursive: true });
    await workbench.dispose();
  });

  it('lets the reading be stopped, and says what was left out', async () => {
    await workbench.openView();
    await workbench.viewAction('Stop Indexing').click();
    await workbench
      .viewMessage(/^Stopped: [\d,]+ files were left out\. "Refresh Library" goes on\.$/)
      .waitFor();
    await workbench.viewAction('Stop Indexing').waitFor({ state: 'detached' });
    await workbench.screenshot('tree-stopped');
  });

  it('goes on where it was when the library is refreshed', async () => {
    await workbench.palette('Preprint: Refresh Library');
    await workbench.viewMessage(/^Reading/).waitFor();
    await workbench.viewMessage().waitFor({ state: 'hidden', timeout: 90_000 });
    await workbench.treeRow('Computer Science').waitFor();
  });

  it('lists the best thousand papers of a search in pages, and says that there are more', async () => {
    await workbench.palette('Preprint: Show Search Results in Tree');
    await workbench.answer('widgets');
    await eventually(async () =>
      assert.deepEqual((await workbench.treeLines()).slice(0, 7), [
        'widgets | 1,234',
        '  1–200 | 200',
        '  201–400 | 200',
        '  401–600 | 200',
        '  601–800 | 200',
        '  801–1000 | 200',
        '  These are the best 1,000 of 1,234 papers. More words find less.',
      ]),
    );
    await workbench.expandRow('201–400');
    await workbench.treeRow('Widgets of Kind').first().waitFor();
    await workbench.screenshot('tree-search-pages');
  });
});
