import { afterEach } from 'mocha';
import type { Workbench } from './workbench.js';

/** Call it inside a `describe`: keeps a picture of the window whenever a test there fails. */
export function keepFailurePictures(workbench: () => Workbench | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench()?.keepFailure(this.currentTest.fullTitle());
    }
  });
}
