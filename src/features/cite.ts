import * as vscode from 'vscode';
import { citesByKeys } from '../core/citation/scan/findCitations.js';
import type { Paper } from '../core/paper.js';
import { documentText } from '../editor/documentText.js';
import { notebookOf } from '../editor/notebooks.js';
import { citedWorks } from '../host/citedWorks.js';
import { citeInto } from '../host/citeInto.js';
import { commands } from '../host/contributions.js';
import { takesEntriesAtCursor } from '../host/entriesInEditor.js';
import type { FeatureContext } from '../host/featureContext.js';
import { isGenerated } from '../host/generatedDigest.js';
import { nameOfFile } from '../host/fileName.js';
import { idAt } from '../host/idAt.js';
import { keyTemplateText } from '../host/keyTemplateText.js';
import type { LibraryService } from '../host/libraryService.js';
import { papersFor, worksFor } from '../host/papers.js';
import { papersAmong } from '../host/pickerOptions.js';
import { citationSettings } from '../host/settings.js';
import type { Disposable } from '../host/lifecycle.js';

/** Citations and BibTeX entries of papers, into the note that is being written or the clipboard. */
export function registerCite(context: FeatureContext): Disposable {
  const register = (
    command: string,
    title: string,
    run: (papers: readonly Paper[]) => Promise<void>,
  ): Disposable =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const papers = await papersFor(context, args, { many: true, title });
      if (papers === undefined) return;
      if (papers.length > 0) await run(papers);
      else sayUnknown();
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertCitation, (...args: unknown[]) =>
      insertCitation(context, args),
    ),
    register(commands.insertBibtex, vscode.l10n.t('Insert BibTeX'), (papers) =>
      inNote(context, (editor) => insertEntries(context, editor, papers)),
    ),
    register(commands.copyBibtex, vscode.l10n.t('Copy BibTeX'), async (papers) => {
      const text = await entries(context, papers);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    }),
  );
}

/** Into a bibliography, what cites a paper is its entry. */
async function insertCitation(context: FeatureContext, args: readonly unknown[]): Promise<void> {
  const { library, bibliographies } = context;
  const note = noteEditor(library)?.document;
  const entries =
    note && !isBibtex(note) && citesByKeys(note.languageId, note.uri.path)
      ? citedWorks(bibliographies, library, note)
      : undefined;
  const picker = { many: true, title: vscode.l10n.t('Insert Citation') };
  const works = await worksFor(context, args, picker, entries);
  if (works === undefined) return;
  if (works.length === 0) {
    sayUnknown();
    return;
  }
  await inNote(context, (editor) => {
    const { document } = editor;
    if (isBibtex(document)) {
      return insertEntries(context, editor, papersAmong(works));
    }
    const places = editor.selections.map((place) => outsideIds(document, place));
    return citeInto(context, editor, places, works);
  });
}

function isBibtex({ languageId, fileName }: vscode.TextDocument): boolean {
  return languageId === 'bibtex' || fileName.endsWith('.bib');
}

function sayUnknown(): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
}

/** @param write changes the note, and returns whether it did */
async function inNote(
  { library, inSight }: FeatureContext,
  write: (editor: vscode.TextEditor) => Promise<boolean>,
): Promise<void> {
  const preserveFocus = inSight.goesOn;
  const editor = noteEditor(library);
  if (!editor) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Open the note that is to cite the paper, and place the cursor where the citation belongs.',
      ),
    );
    return;
  }
  if (!(await write(editor))) return;
  const { document, selection, viewColumn } = editor;
  const notebook = notebookOf(document.uri);
  if (notebook) {
    await showCell(notebook, document, preserveFocus);
    return;
  }
  const shown = await vscode.window.showTextDocument(document, {
    preserveFocus,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  // The cursor may have been left out of sight by a reader that was opened beside the note.
  shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** As a text, VS Code would show a cell outside of its notebook. */
async function showCell(
  notebook: vscode.NotebookDocument,
  cell: vscode.TextDocument,
  preserveFocus: boolean,
): Promise<void> {
  if (vscode.window.activeTextEditor?.document === cell) return;
  const index = notebook.getCells().findIndex(({ document }) => document === cell);
  const { viewColumn } =
    vscode.window.visibleNotebookEditors.find((each) => each.notebook === notebook) ?? {};
  await vscode.window.showNotebookDocument(notebook, {
    preserveFocus,
    selections: [new vscode.NotebookRange(index, index + 1)],
    ...(viewColumn !== undefined && { viewColumn }),
  });
}

/** At the first cursor alone: an entry stands in a bibliography once. */
async function insertEntries(
  context: FeatureContext,
  editor: vscode.TextEditor,
  papers: readonly Paper[],
): Promise<boolean> {
  const { document } = editor;
  const takes = await takesEntriesAtCursor(document);
  if (typeof takes === 'object') void vscode.window.showErrorMessage(takes.refusal);
  if (takes !== true) return false;
  const text = await entries(context, papers, document);
  if (text === undefined) return false;
  const place = outsideIds(document, editor.selection);
  const { version } = document;
  await editor.edit((edit) => edit.replace(place, asBlock(text, document, place)));
  // VS Code calls an edit done even where the document may only be read.
  if (document.version > version) return true;
  const message = vscode.l10n.t('{0} cannot be edited.', nameOfFile(document.uri));
  void vscode.window.showErrorMessage(message);
  return false;
}

/**
 * @param document that they are to stand in: its keys are taken
 * @returns undefined when the person has been told why there are none
 */
async function entries(
  { bibliographies, citationWriter }: FeatureContext,
  papers: readonly Paper[],
  document?: vscode.TextDocument,
): Promise<string | undefined> {
  const settings = citationSettings(document);
  const text = document ? documentText(document) : '';
  const headers = text.matchAll(/^[^\S\n]*@\w+\s*\{\s*([^\s,{}]+)/gm);
  const taken = Array.from(headers, ([, key = '']) => key.toLowerCase());
  const made = await bibliographies.newKeys([], papers, settings.keys, taken);
  if ('problem' in made) {
    void vscode.window.showErrorMessage(keyTemplateText(made.problem));
    return undefined;
  }
  const keyed = papers.map((paper, index) => ({ paper, key: made.keys[index] ?? '' }));
  return citationWriter.entries(keyed, settings);
}

/**
 * A cursor inside an id stands for the id: a citation takes its place, or, where the id is a part of
 * an address or a field, the end of that.
 */
function outsideIds(document: vscode.TextDocument, place: vscode.Range): vscode.Range {
  const at = place.isEmpty ? idAt(document, place.start) : undefined;
  if (!at) return place;
  const { found } = at;
  const { line, character } = place.start;
  if (character <= found.start || character >= found.end) return place;
  const alone = found.syntax === 'prefix' || found.syntax === 'bare';
  const rest = /^\S*/.exec(document.lineAt(line).text.slice(found.end))?.[0].length ?? 0;
  return alone
    ? new vscode.Range(line, found.start, line, found.end)
    : new vscode.Range(line, found.end + rest, line, found.end + rest);
}

/** The editor with the cursor, or one beside it; a digest belongs to its generator and is never one. */
function noteEditor({ library }: LibraryService): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const isNote = ({ document }: vscode.TextEditor): boolean =>
    !isGenerated(library, document.uri) && document.uri.scheme !== 'output';
  return [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors].find(isNote);
}

/** Entries stand apart from what is around them by one blank line, and end their line. */
function asBlock(text: string, document: vscode.TextDocument, place: vscode.Range): string {
  const before = document.getText(new vscode.Range(new vscode.Position(0, 0), place.start));
  const after = document.getText(
    new vscode.Range(place.end, document.lineAt(document.lineCount - 1).range.end),
  );
  const newlines = /\n*$/.exec(before.replace(/\r/g, '').replace(/[^\S\n]+$/, ''))?.[0].length ?? 0;
  const lead = before.trim() === '' ? '' : '\n'.repeat(Math.max(0, 2 - newlines));
  const following = /^\n*/.exec(after.replace(/\r/g, ''))?.[0].length ?? 0;
  const trail =
    after.trim() === '' ? (following > 0 ? '' : '\n') : '\n'.repeat(Math.max(0, 2 - following));
  return `${lead}${text}${trail}`;
}
