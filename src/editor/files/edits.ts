import type * as vscode from 'vscode';
import type { Permit } from './permit.js';

/** Makes the file of a permit, where there is none yet, as a part of an edit. */
export function createIn(edit: vscode.WorkspaceEdit, permit: Permit, contents?: Uint8Array): void {
  edit.createFile(
    permit.uri,
    contents
      ? { contents, overwrite: false, ignoreIfExists: false }
      : // With `overwrite`, be it false, VS Code fails over a file that is there.
        { ignoreIfExists: true },
  );
}

/** Adds text to the file of a permit, as a part of an edit. */
export function writeIn(
  edit: vscode.WorkspaceEdit,
  permit: Permit,
  position: vscode.Position,
  text: string,
): void {
  edit.insert(permit.uri, position, text);
}
