import * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { PaperPicker } from '../host/paperPicker.js';
import { isEntry, type PaperButton } from '../host/pickerOptions.js';
import { SearchHistory } from '../host/searchHistory.js';

/** Full-text search in a quick pick that follows the typing. */
export function registerSearchPapers(context: FeatureContext): Disposable {
  const history = new SearchHistory(context.extension.workspaceState);
  return vscode.commands.registerCommand(commands.searchPapers, (query?: unknown) => {
    new PaperPicker(context, {
      title: vscode.l10n.t('Search Papers'),
      placeholder: vscode.l10n.t(
        'Words, "a phrase", -word, author:name, title:word, cat:cs.LG, date:2026-02',
      ),
      // A menu passes things of its own.
      query: typeof query === 'string' ? query : '',
      passages: true,
      mayStay: true,
      history,
      paperButtons: [
        paperButton('book', vscode.l10n.t('Open in Reader'), commands.openPaper),
        paperButton('quote', vscode.l10n.t('Insert Citation'), commands.insertCitation),
        paperButton('go-to-file', vscode.l10n.t('Go to Digest'), commands.goToDigest),
      ],
      queryButton: {
        iconPath: new vscode.ThemeIcon('list-tree'),
        tooltip: vscode.l10n.t('Show Results in Tree'),
        run: (text) => vscode.commands.executeCommand(commands.showSearchInTree, text),
      },
      accept: ([paper], stays) => paper && !isEntry(paper) && run(commands.openPaper, paper, stays),
    }).show();
  });
}

function paperButton(icon: string, tooltip: string, command: string): PaperButton {
  return {
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    run: (paper, stays) => run(command, paper, stays),
  };
}

function run(command: string, { key }: Paper, stays: boolean): Thenable<unknown> {
  // Only the reader may be opened behind the picker: who cites or jumps goes on there.
  const options = stays && command === commands.openPaper ? [{ preserveFocus: true }] : [];
  return vscode.commands.executeCommand(command, key, ...options);
}
