import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import { toRange } from './convert.js';

/** Opens a paper's own note where it was left, any other document where it names the paper. */
export async function showNote({ uri, range, isLiterature }: NoteOn): Promise<void> {
  const options = range && !isLiterature ? { selection: toRange(range) } : {};
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), options);
}
