import * as vscode from 'vscode';
import type { TextRange } from '../core/text.js';

/** Both sides count lines and UTF-16 characters from 0, ends exclusive. */
export function toRange(range: TextRange): vscode.Range {
  return new vscode.Range(range.startLine, range.startCharacter, range.endLine, range.endCharacter);
}
