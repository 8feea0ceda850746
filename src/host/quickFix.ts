import * as vscode from 'vscode';
import { refusalOfEdit } from '../editor/files/agreedEdit.js';

/** A quick fix whose edit is made when somebody takes it, from the texts as they are then. */
export class QuickFix extends vscode.CodeAction {
  /** @param document that the problem stands in */
  constructor(
    title: string,
    readonly document: vscode.Uri,
    readonly makeEdit: () => Promise<vscode.WorkspaceEdit | undefined>,
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
  }

  /**
   * VS Code asks for the edit when somebody looks at the fix, so that there is no asking back.
   * @throws Error when it would change files out of reach
   */
  async fill(): Promise<void> {
    const edit = await this.makeEdit();
    const refused = edit && (await refusalOfEdit(edit, this.document));
    if (refused) throw new Error(refused.refusal);
    if (edit) this.edit = edit;
  }
}
