import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Occurrence, Paper } from '../core/paper.js';
import type { Asked } from '../core/render/asked.js';
import type { ReaderAction } from '../core/render/readerLabels.js';
import { commands } from './contributions.js';
import { toRange } from './convert.js';
import { showNote } from './showNote.js';
import type { SimilarPaper } from './similarPapers.js';

/** What a page shows: only what stands there can be asked for. */
export interface ShownPaper {
  readonly paper: Paper | undefined;
  readonly notes: readonly NoteOn[];
  readonly similar: readonly SimilarPaper[];
}

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
 * Does what somebody asks for by pressing something in the HTML of a paper. Which text is shown is the
 * page's own affair.
 * @param asked may hold anything: the page shows foreign text
 * @param shown of the paper that is asked about
 */
export async function answerAsked(
  asked: Exclude<Asked, { readonly type: 'chooseText' }>,
  { paper, notes, similar }: ShownPaper,
): Promise<void> {
  const run = vscode.commands.executeCommand;
  switch (asked.type) {
    case 'action':
      if (Object.hasOwn(actionCommands, asked.action)) {
        await run(actionCommands[asked.action], asked.key);
      }
      return;
    case 'openOccurrence': {
      const occurrence = at(paper?.occurrences, asked.index);
      if (occurrence) await openOccurrence(occurrence);
      return;
    }
    case 'openNote': {
      const note = at(notes, asked.index);
      if (note) await showNote(note);
      return;
    }
    case 'searchAuthor': {
      const author = at(paper?.authors, asked.index);
      if (author !== undefined) {
        await run(commands.searchPapers, `author:"${withoutQuotes(author)}"`);
      }
      return;
    }
    case 'openSimilar': {
      const other = at(similar, asked.index);
      if (other) await run(commands.openPaper, other.paper.key);
      return;
    }
    case 'searchShared': {
      const term = at(at(similar, asked.index)?.shared, asked.term);
      if (term !== undefined) await run(commands.searchPapers, withoutQuotes(term));
    }
  }
}

function at<T>(list: readonly T[] | undefined, index: unknown): T | undefined {
  return typeof index === 'number' && Number.isInteger(index) ? list?.[index] : undefined;
}

/** Within quotes, they would end what is looked for. */
function withoutQuotes(text: string): string {
  return text.replace(/["“”]/g, '');
}

async function openOccurrence({ uri, entry }: Occurrence): Promise<void> {
  const selection = toRange(entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}
