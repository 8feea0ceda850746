import * as vscode from 'vscode';
import { documentText } from '../editor/documentText.js';
import type { Refusal } from '../editor/files/way.js';
import { nameOfFile } from './fileName.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { openDocument, type WorkspaceFiles } from './workspaceFiles.js';

/** What becomes of bytes that are not in the encoding in which a file was opened. */
const lost = '\uFFFD';

/**
 * To be asked before a file is changed that a person may not have open. VS Code opens it as its settings
 * say, and saves U+FFFD in place of what is written otherwise: such a file is opened in its own encoding,
 * so that an edit leaves all other bytes as they are.
 * @returns its encoding, as VS Code names it; undefined for UTF-8; or why it cannot be saved without loss
 */
export async function keepEncoding(
  files: WorkspaceFiles,
  worker: WorkerClient,
  uri: vscode.Uri,
): Promise<string | Refusal | undefined> {
  const open = openDocument(uri);
  if (open && !documentText(open).includes(lost)) {
    return open.encoding.startsWith('utf') ? undefined : open.encoding;
  }
  const read = await files.onDisk(uri);
  if (read.kind !== 'content') return undefined;
  const { content } = read;
  const encoding = await worker.call('encodingOf', { content }, transferable(content));
  if (encoding === 'unicode') return undefined;
  const name = nameOfFile(uri);
  if (encoding === undefined) {
    return {
      refusal: vscode.l10n.t(
        '{0} has characters that are in no encoding. Put them right, and save it as UTF-8.',
        name,
      ),
    };
  }
  const reopened = open?.isDirty
    ? undefined
    : await vscode.workspace.openTextDocument(uri, { encoding });
  if (reopened && !documentText(reopened).includes(lost)) return encoding;
  return {
    refusal: vscode.l10n.t(
      '{0} is open in another encoding than its own. Reopen it with the encoding {1} first.',
      ...[name, encoding],
    ),
  };
}

/** Whether an encoding has all characters of a text. VS Code writes `?` for others. */
export async function isWritableIn(text: string, encoding: string): Promise<boolean> {
  const { workspace } = vscode;
  const bytes = await workspace.encode(text, { encoding });
  return (await workspace.decode(bytes, { encoding })) === text;
}
