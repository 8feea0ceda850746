import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ClonedFolder } from './support/clonedFolder.js';
import { eventually } from './support/eventually.js';
import { keepFailurePictures } from './support/failurePictures.js';
import { openWorkbench } from './support/openWorkbench.js';
import type { Workbench } from './support/workbench.js';

const paper = 'Neural Network Quantum Field Theory';

for (const [how, restricted] of [
  ['in a window that trusts it', false],
  ['in Restricted Mode', true],
] as const) {
  describe(`A cloned folder whose marks lead outside, ${how}`, () => {
    const cloned = new ClonedFolder();
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench({
        restricted,
        prepare: (folder, beside) => {
          cloned.prepare(folder, beside);
          cloned.linkMarks(folder);
        },
      });
      await workbench.openView();
      await workbench.setSideBarWidth(420);
      await workbench.expandRow('Computer Science', 'cs.LG');
    });
    keepFailurePictures(() => workbench);
    after(() => workbench.dispose());

    it('keeps the star of a paper in the storage of VS Code, and says so once', async () => {
      const before = cloned.files();
      await workbench.readRow(paper);
      await workbench.pressInRow(paper, 'Star');
      await workbench.notification(cloned.outside).waitFor();
      await workbench.screenshot(`outside-marks-${restricted ? 'restricted' : 'trusted'}`);
      await eventually(async () => {
        const row = workbench.treeRow(paper).first();
        assert.match((await row.getAttribute('aria-label')) ?? '', /starred/i);
      });
      assert.deepEqual(cloned.files(), before);
    });
  });
}
