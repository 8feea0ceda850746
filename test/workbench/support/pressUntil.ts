import type { Locator } from 'playwright-core';

/** In milliseconds: how long a press may take to have its effect, on a busy machine too. */
export const answersWithin = 15_000;

export interface PressOptions {
  /** In milliseconds, instead of `answersWithin`. */
  readonly patience?: number;
  readonly attempts?: number;
  /** Puts right what a press that went astray has left, such as the menu of another row. */
  readonly putRight?: () => Promise<void>;
}

/**
 * Presses what may be drawn anew under the pointer, and so miss the press or give it to another row:
 * again, until the state is there that the press is to lead to. A state that has come late is seen
 * before the next press, which would take it back where the press is a switch.
 * @param press a click, or whatever a person would do again
 * @param state waits for the state, and rejects without it
 */
export async function pressUntil(
  press: (timeout: number) => Promise<unknown>,
  state: Locator | ((timeout: number) => Promise<unknown>),
  { patience = answersWithin, attempts = 3, putRight }: PressOptions = {},
): Promise<void> {
  const isThere =
    typeof state === 'function' ? state : (timeout: number) => state.first().waitFor({ timeout });
  for (let attempt = 1; ; attempt++) {
    try {
      await press(patience);
      await isThere(patience);
      return;
    } catch (error) {
      if (await hasCome(isThere)) return;
      if (attempt === attempts) throw error;
      await putRight?.();
    }
  }
}

async function hasCome(isThere: (timeout: number) => Promise<unknown>): Promise<boolean> {
  try {
    await isThere(100);
    return true;
  } catch {
    return false;
  }
}
