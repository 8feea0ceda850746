import { setTimeout as delay } from 'node:timers/promises';

const interval = 50;

/**
 * Repeats an assertion until it holds. When it still does not after `patience` milliseconds, its own
 * failure is thrown, which says more than a timeout would.
 */
export async function eventually(
  assertion: () => Promise<void> | void,
  patience = 20_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(interval);
    }
  }
}
