import * as vscode from 'vscode';

/**
 * Answers every list that Preprint shows while something is done: the window of a test has nobody to
 * choose. A list without such a row is dismissed.
 * @param wanted a part of the row's label, one for each list in their order
 * @param meanwhile is done while a list is there
 * @returns the labels of each list that was shown
 */
export async function pickingDuring(
  wanted: readonly string[],
  act: () => PromiseLike<unknown>,
  meanwhile?: () => PromiseLike<void>,
): Promise<string[][]> {
  const shown: string[][] = [];
  const original = vscode.window.showQuickPick;
  const replace = (value: unknown): void => {
    Object.defineProperty(vscode.window, 'showQuickPick', {
      value,
      configurable: true,
      writable: true,
    });
  };
  replace(async (items: PromiseLike<vscode.QuickPickItem[]> | vscode.QuickPickItem[]) => {
    const rows = await items;
    const answer = wanted[shown.length];
    shown.push(rows.map(({ label }) => label));
    await meanwhile?.();
    return answer === undefined ? undefined : rows.find(({ label }) => label.includes(answer));
  });
  try {
    await act();
  } finally {
    replace(original);
  }
  return shown;
}
