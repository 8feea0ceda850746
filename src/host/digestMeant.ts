import * as vscode from 'vscode';
import { newestDigests } from '../core/newestPapers.js';
import type { LibraryService } from './libraryService.js';

/** The digest of the menu or of the editor, as soon as it has been read; else the newest of all. */
export async function digestMeant(
  service: LibraryService,
  given: unknown,
): Promise<string | undefined> {
  const { library } = service;
  const asked = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const isDigest = (): boolean => library.document(asked?.toString() ?? '')?.digest !== undefined;
  if (!isDigest()) await service.start();
  if (asked && isDigest()) return asked.toString();
  return given === undefined ? newestDigests(library)[0]?.uri : undefined;
}
