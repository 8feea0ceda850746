import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from './waitFor.js';

/** A bibliography with one entry, whose key tells which one it is. */
export function bib(key: string): string {
  return `@book{${key},\n  title = {A Book}\n}\n`;
}

/** The keys that are suggested at the cursor. */
export async function suggestedAt({ document, selection }: vscode.TextEditor): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** What is told in a document, each by its check and the text that it is told of. */
export function told({ document }: vscode.TextEditor): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Preprint')
    .map(
      ({ code, range }) =>
        `${typeof code === 'object' ? code.value : (code ?? '')}: ${document.getText(range)}`,
    );
}

export async function toldOf(
  editor: vscode.TextEditor,
  expected: readonly string[],
): Promise<void> {
  const same = () => JSON.stringify(told(editor)) === JSON.stringify(expected);
  await waitFor(same, expected.join('; ') || 'nothing to tell').catch(() => undefined);
  assert.deepEqual(told(editor), expected);
}

/** The quick fixes of the first problem, by their titles. */
export async function fixesOf({
  document,
}: vscode.TextEditor): Promise<Map<string, vscode.CodeAction>> {
  const [first] = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Preprint');
  assert.ok(first);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    ...[document.uri, first.range, vscode.CodeActionKind.QuickFix.value, 20],
  );
  return new Map(actions.map((action) => [action.title, action]));
}

export async function withVariable(
  name: string,
  value: string,
  act: () => PromiseLike<void>,
): Promise<void> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    await act();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  }
}
