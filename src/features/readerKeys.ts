import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { readyCommand } from '../host/readyCommands.js';

/**
 * What the reader's letters do to the paper in sight. They have commands of their own: menus elsewhere
 * would show a letter beside a command that it does not run there.
 */
const doneByKey = [
  [commands.readerStar, commands.starPaper],
  [commands.readerMute, commands.mutePaper],
  [commands.readerMarkUnread, commands.markUnread],
  [commands.readerMarkRead, commands.markRead],
  [commands.readerUndoMark, commands.undoMark],
  [commands.readerCite, commands.insertCitation],
  [commands.readerNote, commands.createLiteratureNote],
  [commands.readerOnArxiv, commands.openOnArxiv],
  [commands.readerPdf, commands.openPdf],
] as const;

export function registerReaderKeys(): Disposable {
  const store = new DisposableStore();
  for (const [own, command] of doneByKey) {
    store.add(readyCommand(own, () => vscode.commands.executeCommand(command)));
  }
  return store;
}
