import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Paper } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';
import { showNote } from '../host/showNote.js';

/** From a paper to what has been written about it: its literature note, and all that name it. */
export function registerOpenNotes(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.openNotes, async (...args: unknown[]) => {
    const title = vscode.l10n.t('Open Notes on This Paper');
    const papers = await papersFor(context, args, { many: false, title });
    const [paper] = papers ?? [];
    if (!paper) {
      const missing = vscode.l10n.t('No digest holds this paper.');
      if (papers) void vscode.window.showWarningMessage(missing);
      return;
    }
    await context.library.start();
    const notes = context.notes.on(paper);
    if (notes.length === 0) await offerNote(paper);
    const note = notes.length > 1 ? await pick(notes, title) : notes[0];
    if (note) await showNote(note);
  });
}

async function offerNote({ key }: Paper): Promise<void> {
  const create = vscode.l10n.t('Create Literature Note');
  const message = vscode.l10n.t('No note names this paper.');
  const picked = await vscode.window.showInformationMessage(message, create);
  if (picked === create) await vscode.commands.executeCommand(commands.createLiteratureNote, key);
}

async function pick(notes: readonly NoteOn[], title: string): Promise<NoteOn | undefined> {
  const items = notes.map((note) => ({
    label: nameOfFile(vscode.Uri.parse(note.uri)),
    iconPath: new vscode.ThemeIcon(note.isLiterature ? 'notebook' : 'file-text'),
    ...(note.isLiterature && { description: vscode.l10n.t('Literature note') }),
    note,
  }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.note;
}
