import type * as vscode from 'vscode';

/**
 * VS Code sorts rows anew by where their labels hold what was typed, which undoes a ranking that knows
 * more. The switch is still a proposal in its types; both the oldest and the newest VS Code obey it.
 */
export function keepRanking<T extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<T> & { sortByLabel?: boolean },
): void {
  picker.sortByLabel = false;
}
