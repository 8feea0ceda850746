import * as vscode from 'vscode';
import type { UsePlace } from '../core/library.js';
import { workspaceFolderOf } from '../editor/notebooks.js';
import type { BibliographyService } from './bibliographyService.js';
import type { LibraryService } from './libraryService.js';
import { openDocument } from './workspaceFiles.js';

/** What a key means in a document: the bibliographies that have it. */
export interface KeyScope {
  readonly key: string;
  /** Of the place from which somebody asks. */
  readonly document: vscode.Uri;
  /** Bibliographies with the key, or, when none has it, all that the document cites from. */
  readonly bibliographies: readonly vscode.Uri[];
}

/**
 * Every place where a document cites by the key and means the same: one that cites from the same
 * bibliography. The same key may be another work's elsewhere in the workspace.
 */
export async function usesOf(
  { library }: LibraryService,
  service: BibliographyService,
  scope: KeyScope,
): Promise<UsePlace[]> {
  const places = library.usesOfKey(scope.key);
  const uris = [...new Set(places.map(({ uri }) => uri))];
  const inScope = await Promise.all(uris.map((uri) => cites(service, scope, uri)));
  const meant = new Set(uris.filter((_, index) => inScope[index]));
  return places.filter(({ uri }) => meant.has(uri));
}

/** Whether a document's key is the one that is meant. */
export async function cites(
  service: BibliographyService,
  { document, bibliographies }: Omit<KeyScope, 'key'>,
  uri: string,
): Promise<boolean> {
  if (uri === document.toString()) return true;
  const other = vscode.Uri.parse(uri);
  const { languageId } = openDocument(other) ?? { languageId: '' };
  const cited = await service.of({ uri: other, languageId });
  if (bibliographies.length === 0) {
    return cited.length === 0 && workspaceFolderOf(other) === workspaceFolderOf(document);
  }
  const known = new Set(bibliographies.map((each) => each.toString()));
  return cited.some((each) => known.has(each.toString()));
}
