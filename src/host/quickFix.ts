import * as vscode from 'vscode';

/** A quick fix whose edit is made when somebody takes it, from the texts as they are then. */
export class QuickFix extends vscode.CodeAction {
  constructor(
    title: string,
    readonly makeEdit: () => Promise<vscode.WorkspaceEdit | undefined>,
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
  }
}
