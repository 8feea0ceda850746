import type * as vscode from 'vscode';
import { wellFormed } from '../core/wellFormed.js';

/** The whole text of an open document, as all that read it take it: offsets are the document's. */
export function documentText(document: vscode.TextDocument): string {
  return wellFormed(document.getText());
}
