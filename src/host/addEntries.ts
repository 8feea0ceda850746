import * as vscode from 'vscode';
import { createIn, writeIn } from '../editor/files/edits.js';
import type { Permit } from '../editor/files/permit.js';
import { saveDocument } from '../editor/files/saveDocument.js';
import type { Refusal } from '../editor/files/way.js';
import type { BibliographyService } from './bibliographyService.js';
import type { CitationWriter, KeyedPaper } from './citationWriter.js';
import { onlyRead, type EntryTarget } from './entryRefusal.js';
import { nameOfFile } from './fileName.js';
import { citationSettings } from './settings.js';
import { openDocument } from './workspaceFiles.js';

/** Entries with their place in a bibliography; nothing has been written yet. */
export interface AddedEntries {
  readonly bibliography: vscode.Uri;
  readonly permit: Permit;
  /** It is made first. */
  readonly missing: boolean;
  readonly papers: readonly KeyedPaper[];
  readonly position: vscode.Position;
  readonly text: string;
}

export interface EntryServices {
  readonly bibliographies: BibliographyService;
  readonly citationWriter: CitationWriter;
}

/**
 * Where and what to write so that papers have entries under these keys, in the format of the
 * bibliography and as the settings want it.
 * @param papers with keys that are none of the bibliography's; never empty
 * @returns why it cannot be done, and what to do, as a sentence
 */
export async function entriesFor(
  citationWriter: CitationWriter,
  { format, way: { uri } }: EntryTarget,
  permit: Permit,
  missing: boolean,
  papers: readonly KeyedPaper[],
): Promise<AddedEntries | Refusal> {
  const place = await citationWriter.place(uri, format, papers, citationSettings(uri));
  if (!place) return { refusal: onlyRead(nameOfFile(uri)) };
  if ('refusal' in place) return place;
  const position = new vscode.Position(place.line, place.character);
  return { bibliography: uri, permit, missing, papers, position, text: place.text };
}

/** Puts entries into an edit. */
export function writeEntries(edit: vscode.WorkspaceEdit, added: AddedEntries): void {
  const { permit, missing, position, text } = added;
  if (missing) createIn(edit, permit);
  writeIn(edit, permit, position, text);
}

/** Who has a bibliography under their hands saves it themselves. */
export function isInUse(bibliography: vscode.Uri): boolean {
  const key = bibliography.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return (
    openDocument(bibliography)?.isDirty === true ||
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key)
  );
}

const patienceMs = 2000;
const againMs = 50;

/**
 * Reads the bibliography again after the edit, and saves it.
 * @param inUse what `isInUse` said before the edit: then it is left to be saved
 * @returns what went wrong, and what to do, as a sentence
 */
export async function confirmEntries(
  { bibliographies }: Pick<EntryServices, 'bibliographies'>,
  { bibliography, permit, papers }: AddedEntries,
  inUse: boolean,
): Promise<string | undefined> {
  const name = nameOfFile(bibliography);
  // The window may tell of the change after it has said that the edit is done.
  const document = await vscode.workspace.openTextDocument(bibliography);
  const deadline = Date.now() + patienceMs;
  let isThere = await hasAll(bibliographies, bibliography, papers);
  while (!isThere && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, againMs));
    isThere = await hasAll(bibliographies, bibliography, papers);
  }
  if (!isThere) {
    return vscode.l10n.t(
      'The entry was written to {0}, but cannot be found there. Undo takes it back.',
      name,
    );
  }
  if (inUse || !document.isDirty) return undefined;
  const saved = await saveDocument(permit, document);
  if (typeof saved === 'object') return saved.refusal;
  if (saved) return undefined;
  return vscode.l10n.t('The entry is in the editor of {0}, which could not be saved.', name);
}

async function hasAll(
  bibliographies: BibliographyService,
  bibliography: vscode.Uri,
  papers: readonly KeyedPaper[],
): Promise<boolean> {
  const found = await Promise.all(
    papers.map(({ key }) => bibliographies.find([bibliography], key)),
  );
  return found.every(({ length }) => length > 0);
}
