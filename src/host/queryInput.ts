import * as vscode from 'vscode';

/** Asks for a query; without blanks around it, '' when the person has left nothing. */
export async function askQuery(title: string, value: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Words, "phrases", title: author: cat: date: …'),
    value,
  });
  return text?.trim();
}
