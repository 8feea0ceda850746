import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { Disposable } from '../host/lifecycle.js';

/** The source of a formula, from the context menu of the page that shows it. */
export function registerCopyTex(): Disposable {
  return vscode.commands.registerCommand(commands.copyTex, async (formula: unknown) => {
    const tex = (formula as { readonly tex?: unknown } | null | undefined)?.tex;
    if (typeof tex === 'string') await vscode.env.clipboard.writeText(tex);
  });
}
