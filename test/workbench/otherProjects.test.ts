import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, sampleLibrary } from '../vscode/paths.mjs';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const chen = 'chen2026coarsegrainedboltzmanngenerators';
const robert = 'robert2004montecarlo';

interface Project {
  readonly title: string;
  /** Of `test/fixtures/projects`. */
  readonly folder: string;
  /** Ends in a line that waits for a citation. */
  readonly document: string;
  readonly bibliography: string;
  readonly cited: string;
}

/** Projects as people lay them out; none of their documents is told of to Preprint by a setting. */
const projects: readonly Project[] = [
  {
    title: 'a LaTeX thesis whose preamble names the bibliography',
    folder: 'thesis',
    document: 'chapters/introduction.tex',
    bibliography: 'bib/thesis.bib',
    cited: `\\cite{${chen}}`,
  },
  {
    title: 'a Quarto book whose project names it',
    folder: 'book',
    document: 'chapters/methods.qmd',
    bibliography: 'references.bib',
    cited: `[@${chen}]`,
  },
  {
    title: 'a Typst project that names it from its root',
    folder: 'article',
    document: 'sections/related.typ',
    bibliography: 'refs.bib',
    cited: `@${chen}`,
  },
];

describe('Citing in projects of others', () => {
  let workbench: Workbench;
  before(async () => {
    const fixtures = projects.map(({ folder }) =>
      path.join(root, 'test/fixtures/projects', folder),
    );
    workbench = await openWorkbench({
      folders: [sampleLibrary, ...fixtures],
      settings: { 'files.autoSave': 'off' },
    });
    await workbench.openView();
    await workbench.treeRow('Computer Science').waitFor();
  });
  keepFailurePictures(() => workbench);
  after(() => workbench.dispose());

  for (const { title, folder, document, bibliography, cited } of projects) {
    const onDisk = (name: string) => {
      const copy = workbench.folders.find((each) => path.basename(each) === folder) ?? '';
      return readFileSync(path.join(copy, name), 'utf8');
    };

    it(`takes one step in ${title}`, async () => {
      const { page } = workbench;
      const before = onDisk(document);
      const entries = onDisk(bibliography);
      await workbench.openFile(document, '4:32');
      // The key that stands there already is known.
      await workbench.palette('Preprint: Insert Citation');
      await workbench.quickInput().fill('carlo');
      await workbench.quickPickRows().filter({ hasText: robert }).waitFor();
      await workbench.quickInput().fill('zavadlav coarse');
      await page.keyboard.press('Enter');
      await page.locator('.part.editor .tab.active.dirty').waitFor();
      await eventually(() =>
        assert.ok(onDisk(bibliography).startsWith(`${entries}\n@misc{${chen},`)),
      );
      await workbench.screenshot(`cite-in-${folder}`);
      await page.keyboard.press('Control+S');
      await eventually(() =>
        assert.equal(
          onDisk(document).replace(/\n$/, ''),
          before.replace('cited here: ', `cited here: ${cited}`).replace(/\n$/, ''),
        ),
      );
      assert.equal(await page.locator('.squiggly-warning').count(), 0);
    });
  }
});
