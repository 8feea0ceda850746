import * as vscode from 'vscode';
import { newestDigests } from '../core/newestPapers.js';
import type { LibraryService } from './libraryService.js';

/** The digest of the menu or of the editor, else the newest. */
export async function digestMeant(
  service: LibraryService,
  given: unknown,
): Promise<string | undefined> {
  await service.start();
  const { library } = service;
  const asked = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (asked && library.document(asked.toString())?.digest) return asked.toString();
  if (given !== undefined) return undefined;
  return newestDigests(library)[0]?.uri;
}
