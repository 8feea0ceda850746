import type * as vscode from 'vscode';

export function activate(_context: vscode.ExtensionContext): void {
  // Wired below as the rooms fill.
}
