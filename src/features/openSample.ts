import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { sampleLibrary } from '../host/sampleLibrary.js';

/** Opens a copy of the sample library: in this window when it is empty, else in a new one. */
export function registerOpenSample({ extension, log }: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.openSampleLibrary, async () => {
    try {
      const folder = await sampleLibrary(extension);
      const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
      await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`The sample library could not be opened: ${reason}`);
      const message = vscode.l10n.t('The sample library could not be copied: {0}', reason);
      void vscode.window.showErrorMessage(message);
    }
  });
}
