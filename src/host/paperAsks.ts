import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Occurrence } from '../core/paper.js';
import type { PaperAsk } from '../core/render/paperAsk.js';
import type { ReaderAction } from '../core/render/readerLabels.js';
import { commands } from './contributions.js';
import { toRange } from './convert.js';
import type { LibraryService } from './libraryService.js';
import { showNote } from './showNote.js';
import type { SimilarPaper } from './similarPapers.js';

/** What a page lists of a paper: places in these lists are all that it can ask for. */
export interface Listed {
  readonly notes: readonly NoteOn[];
  readonly similar: readonly SimilarPaper[];
}

export const nothingListed: Listed = { notes: [], similar: [] };

const actionCommands: Readonly<Record<ReaderAction, string>> = {
  goToDigest: commands.goToDigest,
  openOnArxiv: commands.openOnArxiv,
  openPdf: commands.openPdf,
  insertCitation: commands.insertCitation,
  copyBibtex: commands.copyBibtex,
  copyLink: commands.copyLink,
  createLiteratureNote: commands.createLiteratureNote,
};

/**
 * Does what a page asks for about a paper that it shows.
 * @param ask checked: see `asPaperAsk`; whether the page shows the paper is for the caller to check
 */
export async function answerAsk(
  ask: Exclude<PaperAsk, { type: 'chooseText' }>,
  { library }: LibraryService,
  { notes, similar }: Listed,
): Promise<void> {
  switch (ask.type) {
    case 'action':
      await vscode.commands.executeCommand(actionCommands[ask.action], ask.key);
      return;
    case 'openOccurrence': {
      const occurrence = library.paper(ask.key)?.occurrences[ask.index];
      if (occurrence) await openOccurrence(occurrence);
      return;
    }
    case 'openNote': {
      const note = notes[ask.index];
      if (note) await showNote(note);
      return;
    }
    case 'searchAuthor': {
      const author = library.paper(ask.key)?.authors[ask.index];
      if (author !== undefined) await search(`author:"${withoutQuotes(author)}"`);
      return;
    }
    case 'openSimilar': {
      const paper = similar[ask.index]?.paper;
      if (paper) await vscode.commands.executeCommand(commands.openPaper, paper.key);
      return;
    }
    case 'searchShared': {
      const term = similar[ask.index]?.shared[ask.term];
      if (term !== undefined) await search(withoutQuotes(term));
      return;
    }
    case 'openLink':
      await vscode.env.openExternal(vscode.Uri.parse(ask.url));
  }
}

async function openOccurrence({ uri, entry }: Occurrence): Promise<void> {
  const selection = toRange(entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

async function search(query: string): Promise<void> {
  await vscode.commands.executeCommand(commands.searchPapers, query);
}

/** Within quotes, they would end what is looked for. */
function withoutQuotes(text: string): string {
  return text.replace(/["“”]/g, '');
}
