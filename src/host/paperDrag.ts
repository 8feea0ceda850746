import * as vscode from 'vscode';
import { isPaperKey, type PaperKey } from '../core/paper.js';
import type { PapersRow } from './papersRow.js';

/** What rows of papers carry while they are dragged: their keys, as JSON. */
export const paperMime = 'application/vnd.preprint.papers';

/** Lets papers be dragged out of the view; nothing is dropped into it. */
export function paperDrag(): vscode.TreeDragAndDropController<
  PapersRow | { readonly kind: 'problem' | 'problems' }
> {
  return {
    dragMimeTypes: [paperMime],
    dropMimeTypes: [],
    handleDrag(rows, transfer) {
      const keys = rows.flatMap((row) => (row.kind === 'paper' ? [row.key] : []));
      if (keys.length === 0) return;
      transfer.set(paperMime, new vscode.DataTransferItem(JSON.stringify([...new Set(keys)])));
    },
  };
}

/** The papers of a drag; none for whatever else was dropped. */
export async function draggedPapers(transfer: vscode.DataTransfer): Promise<readonly PaperKey[]> {
  const text = await transfer.get(paperMime)?.asString();
  if (text === undefined) return [];
  try {
    const keys: unknown = JSON.parse(text);
    return Array.isArray(keys) ? keys.filter(isPaperKey) : [];
  } catch {
    return [];
  }
}
