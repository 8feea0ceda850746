import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import { showDocument } from '../editor/showDocument.js';
import { toRange } from './convert.js';

/** Opens a paper's own note where it was left, any other document where it names the paper. */
export async function showNote({ uri, range, isLiterature }: NoteOn): Promise<void> {
  await showDocument(vscode.Uri.parse(uri), range && !isLiterature ? toRange(range) : undefined);
}
