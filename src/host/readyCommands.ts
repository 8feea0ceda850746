import * as vscode from 'vscode';
import type { Disposable } from './lifecycle.js';

/** What `makeReady` passes: no other caller can have it. */
const nothingToDo = {};

/**
 * A command that `makeReady` can make ready. VS Code asks its extensions before it runs a command for
 * the first time, and a key that is typed meanwhile, for a command that has run before, overtakes it:
 * a star would land on the paper after the one that it was meant for.
 */
export function readyCommand(command: string, run: () => unknown): Disposable {
  return vscode.commands.registerCommand(command, (given: unknown) =>
    given === nothingToDo ? undefined : run(),
  );
}

/** Makes VS Code ask for these commands now; they do nothing. */
export function makeReady(commands: readonly string[]): void {
  for (const command of commands) void vscode.commands.executeCommand(command, nothingToDo);
}
