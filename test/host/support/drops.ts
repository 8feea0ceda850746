import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const mime = 'application/vnd.preprint.papers';

interface Watched {
  provider: vscode.DocumentDropEditProvider | undefined;
}

/** Shared by all test files, each of which is a bundle with its own copy of this one. */
const shared = globalThis as { preprintDrops?: Watched };
const watched = (shared.preprintDrops ??= { provider: undefined });

/** Keeps what Preprint registers for drops, which no command asks for; to be called before it starts. */
export function watchDrops(): void {
  const original = vscode.languages.registerDocumentDropEditProvider;
  const register: typeof original = (selector, provider, metadata) => {
    if (metadata?.dropMimeTypes.includes(mime)) watched.provider = provider;
    return original(selector, provider, metadata);
  };
  Object.defineProperty(vscode.languages, 'registerDocumentDropEditProvider', {
    value: register,
    configurable: true,
  });
}

/** Drops papers at the cursor and writes what comes of it as VS Code does: the text, then the rest. */
export async function dropPapers(
  { document, selection }: vscode.TextEditor,
  ...papers: readonly string[]
): Promise<void> {
  const { provider } = watched;
  assert.ok(provider, 'Preprint has registered nothing for drops');
  const transfer = new vscode.DataTransfer();
  transfer.set(mime, new vscode.DataTransferItem(JSON.stringify(papers)));
  const { token } = new vscode.CancellationTokenSource();
  const { active } = selection;
  const found = await provider.provideDocumentDropEdits(document, active, transfer, token);
  const drop = Array.isArray(found) ? found[0] : found;
  assert.ok(drop, 'nothing comes of the drop');
  const { insertText, additionalEdit } = drop;
  assert.ok(typeof insertText === 'string');
  const edit = new vscode.WorkspaceEdit();
  if (insertText !== '') edit.insert(document.uri, active, insertText);
  assert.ok(insertText === '' || additionalEdit === undefined, 'the citation and the rest are one');
  assert.ok(await vscode.workspace.applyEdit(additionalEdit ?? edit));
}
