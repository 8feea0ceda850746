import * as vscode from 'vscode';

/** Once for a command, however many papers it writes. */
export function tellRefusedFormulas(count: number): void {
  const message = vscode.l10n.t(
    'Formulas written as plain text, because they hold commands that formulas have no need of: {0}',
    count,
  );
  void vscode.window.showInformationMessage(message);
}
