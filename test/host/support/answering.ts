import * as vscode from 'vscode';

/**
 * Answers the lists that Preprint shows while something is done: picks the row of this label, or none
 * where there is no such row. Tests share the extension's own `vscode`.
 * @param meanwhile is done while a list is there
 * @returns the labels of each list
 */
export async function answering(
  label: string,
  act: () => PromiseLike<unknown>,
  meanwhile?: () => PromiseLike<void>,
): Promise<string[][]> {
  const lists: string[][] = [];
  const { showQuickPick } = vscode.window;
  replace(async (items: readonly vscode.QuickPickItem[]) => {
    lists.push(items.map((item) => item.label));
    await meanwhile?.();
    return items.find((item) => item.label === label);
  });
  try {
    await act();
  } finally {
    replace(showQuickPick);
  }
  return lists;
}

function replace(value: unknown): void {
  Object.defineProperty(vscode.window, 'showQuickPick', {
    value,
    configurable: true,
    writable: true,
  });
}
