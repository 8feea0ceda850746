import * as vscode from 'vscode';
import type { Finding } from '../core/bibliography/findings.js';
import type { BibliographyService } from './bibliographyService.js';
import type { LibraryService } from './libraryService.js';
import { Slices } from './slices.js';
import { openDocument } from './workspaceFiles.js';

/**
 * The entries of a bibliography that no document of the workspace cites. Nothing is told before every
 * document has been read, nor of a bibliography that no document cites from: it is kept for another
 * purpose.
 */
export async function unusedEntries(
  bibliographies: BibliographyService,
  { library, state }: LibraryService,
  uri: vscode.Uri,
): Promise<readonly Finding[]> {
  if (state.kind !== 'ready' || state.unread > 0) return [];
  const used = new Set<string>();
  const beside = new Map<string, vscode.Uri>();
  const slices = new Slices();
  for (const document of [...library.documents()]) {
    const { citations = [], citesAll } = document;
    if (citations.length === 0 && !citesAll) continue;
    await slices.turn();
    const other = vscode.Uri.parse(document.part?.of ?? document.uri);
    const { languageId } = openDocument(other) ?? { languageId: '' };
    const cited = await bibliographies.of({ uri: other, languageId });
    const isCited = cited.some((each) => each.toString() === uri.toString());
    // Where nobody knows what a document cites from, it may be anything.
    if (!isCited && cited.length > 0) continue;
    if (citesAll) return [];
    for (const { key } of citations) used.add(key);
    for (const each of cited) beside.set(each.toString(), each);
  }
  if (beside.size === 0) return [];
  return bibliographies.unusedEntries(uri, [...beside.values()], [...used]);
}
