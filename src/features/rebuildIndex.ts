import * as vscode from 'vscode';
import { commands, views } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';

/** The way out when the index seems wrong: all of it is made anew from the files. */
export function registerRebuildIndex({ library, search, log }: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.rebuildIndex, () =>
    vscode.window.withProgress({ location: { viewId: views.papers } }, async () => {
      log.info('The index is made anew.');
      search.forget();
      await library.rebuild();
      await search.ready();
      const message = vscode.l10n.t(
        'The index was made anew: {0} papers in {1} documents.',
        library.library.size.toLocaleString(vscode.env.language),
        library.library.documentCount.toLocaleString(vscode.env.language),
      );
      void vscode.window.setStatusBarMessage(message, 5000);
    }),
  );
}
