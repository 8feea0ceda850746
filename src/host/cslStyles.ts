import * as vscode from 'vscode';
import { fileOf } from '../editor/notebooks.js';
import { filesNamed, longestGlobsMs } from './bibliographyPaths.js';
import { FolderListing, folderOf } from './folderListing.js';

/** Where people keep styles, below the workspace folder. */
const places = ['', 'csl', 'styles'];

/**
 * The CSL styles at hand, each once: what the document names, what the setting does, even where it is
 * not there, and what lies in the workspace folder.
 * @param citing the document that the references are for
 * @param names what it names and what the setting does, as written; empty for nothing
 */
export async function cslStyles(
  citing: vscode.Uri | undefined,
  names: readonly string[],
): Promise<readonly vscode.Uri[]> {
  const document = citing && fileOf(citing);
  const listing = new FolderListing();
  const folder =
    (document && vscode.workspace.getWorkspaceFolder(document)) ??
    vscode.workspace.workspaceFolders?.[0];
  const own = document?.scheme === 'untitled' ? undefined : document && folderOf(document);
  const top = folder?.uri ?? own;
  if (!top) return [];
  const styles = new Map<string, vscode.Uri>();
  const add = (uri: vscode.Uri): unknown => styles.set(uri.toString(), uri);
  const deadline = Date.now() + longestGlobsMs;
  // Pandoc's word, whatever the document is: what TeX would find is no style.
  const by = document && { uri: document, languageId: 'markdown' };
  const naming = { ...(by && { by }), bases: [own ?? top, top] };
  for (const name of names) {
    const { found, wanted } = await filesNamed(name, naming, listing, deadline);
    if (wanted) add(wanted);
    found.forEach(add);
  }
  for (const place of folder ? places : []) {
    const at = vscode.Uri.joinPath(top, place);
    for (const name of (await listing.files(at)).toSorted()) {
      if (/\.csl$/i.test(name)) add(vscode.Uri.joinPath(at, name));
    }
  }
  return [...styles.values()];
}
