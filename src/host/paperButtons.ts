import * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import { commands } from './contributions.js';
import type { PaperButton } from './pickerOptions.js';

/** The buttons of a paper's row in a list of papers. */
export function paperButtons(): readonly PaperButton[] {
  return [
    paperButton('book', vscode.l10n.t('Open in Reader'), commands.openPaper),
    paperButton('quote', vscode.l10n.t('Insert Citation'), commands.insertCitation),
    paperButton('go-to-file', vscode.l10n.t('Go to Digest'), commands.goToDigest),
  ];
}

function paperButton(icon: string, tooltip: string, command: string): PaperButton {
  return {
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    run: (paper, stays) => runOn(command, paper, stays),
  };
}

/** @param stays the list that the paper was chosen from is to keep the keyboard */
export function runOn(command: string, { key }: Paper, stays = false): Thenable<unknown> {
  // Only the reader may be opened behind the picker: who cites or jumps goes on there.
  const options = stays && command === commands.openPaper ? [{ preserveFocus: true }] : [];
  return vscode.commands.executeCommand(command, key, ...options);
}
