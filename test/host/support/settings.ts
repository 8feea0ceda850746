import { after, before } from 'mocha';
import * as vscode from 'vscode';

/** Sets a workspace setting while something is done; afterwards it is what it was. */
export async function withSetting(
  name: string,
  value: unknown,
  act: () => PromiseLike<void>,
): Promise<void> {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace);
  const before: unknown = vscode.workspace.getConfiguration().inspect(name)?.workspaceValue;
  await set(value);
  try {
    await act();
  } finally {
    await set(before);
  }
}

/** Sets a workspace setting for all tests of a `describe`. */
export function useSetting(name: string, value: unknown): void {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace);
  before(() => set(value));
  after(() => set(undefined));
}
