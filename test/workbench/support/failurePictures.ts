import { after, afterEach } from 'mocha';
import type { Workbench } from './workbench.js';

/**
 * Call it inside a `describe`, ahead of the `after` that disposes of the window: keeps a picture of
 * the window whenever a test there fails, and when its `before` does.
 */
export function keepFailurePictures(workbench: () => Workbench | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench()?.keepFailure(this.currentTest.fullTitle());
    }
  });
  after(async function () {
    const suite = this.test?.parent;
    // A test that was never begun has no state.
    const [first] = suite?.tests ?? [];
    if (first && first.state === undefined) {
      await workbench()?.keepFailure(`${suite?.fullTitle() ?? ''} before all`);
    }
  });
}
