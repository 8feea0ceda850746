import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { paperButtons, runOn } from '../host/paperButtons.js';
import { PaperPicker } from '../host/paperPicker.js';
import { isEntry } from '../host/pickerOptions.js';
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
      paperButtons: paperButtons(),
      queryButton: {
        iconPath: new vscode.ThemeIcon('list-tree'),
        tooltip: vscode.l10n.t('Show Results in Tree'),
        run: (text) => vscode.commands.executeCommand(commands.showSearchInTree, text),
      },
      accept: ([paper], stays) =>
        paper && !isEntry(paper) && runOn(commands.openPaper, paper, stays),
    }).show();
  });
}
