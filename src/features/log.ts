import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';

/** What Preprint did and what went wrong, for the curious and for reports. */
export function registerLog({ log }: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.showLog, () => log.show());
}
