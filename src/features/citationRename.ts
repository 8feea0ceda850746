import * as vscode from 'vscode';
import { isGeneratedBibliography, mayBeTypeset } from '../core/bibliography/bibliographyPath.js';
import { rangeOfKey } from '../core/bibliography/entry.js';
import { isWritableKey } from '../core/citation/keyRule.js';
import { agreesToEdit } from '../editor/files/agreedEdit.js';
import { keyAt, type KeyPlace } from '../host/citationAt.js';
import { bibliographyDocuments, citingDocuments } from '../host/citingSelector.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import type { Disposable } from '../host/lifecycle.js';
import { rewriteUses } from '../host/rewriteUses.js';
import { writeKeys } from '../host/writeKeys.js';

/**
 * Gives a work another citation key: in its entry and wherever a document cites by it or another entry
 * names it (`crossref`), in one edit.
 */
export function registerCitationRename(context: FeatureContext): Disposable {
  const { bibliographies, citationTexts } = context;
  const selector = [...citingDocuments, ...bibliographyDocuments];
  return vscode.languages.registerRenameProvider(selector, {
    async prepareRename(document, position) {
      const { at } = await renamed(context, document, position);
      return { range: at.range, placeholder: at.key };
    },

    async provideRenameEdits(document, position, newName, token) {
      const { at, places } = await renamed(context, document, position);
      const newKey = newName.trim();
      if (newKey === at.key) return new vscode.WorkspaceEdit();
      if (!isWritableKey(newKey)) {
        throw new Error(
          vscode.l10n.t(
            '"{0}" cannot be a citation key: letters, digits and _ may stand anywhere, and : . + / - between them.',
            newKey,
          ),
        );
      }
      const having = places.map(({ uri }) => vscode.Uri.parse(uri));
      // BibTeX takes keys that differ in case alone for the same.
      const folded = newKey.toLowerCase();
      const taken = await bibliographies.takenKeys([...having, ...at.cited], [newKey]);
      if (taken.has(folded) && folded !== at.key.toLowerCase()) {
        throw new Error(vscode.l10n.t('A bibliography has the key "{0}" already.', newKey));
      }
      await context.library.start();
      const keys = [at.key];
      const scope = { keys, document: document.uri, bibliographies: having };
      const edit = new vscode.WorkspaceEdit();
      await rewriteUses(context, scope, newKey, edit);
      for (const uri of at.cited.filter(({ path }) => !mayBeTypeset(path))) {
        writeKeys(edit, uri, await citationTexts.rewriteReferences(uri, keys, newKey), newKey);
      }
      for (const { uri, entry } of places) {
        await citationTexts.keepEncoding(vscode.Uri.parse(uri));
        edit.replace(vscode.Uri.parse(uri), toRange(rangeOfKey(entry, at.key)), newKey, inEntry());
      }
      if (token.isCancellationRequested) return undefined;
      const agreed = await agreesToEdit(edit, document.uri);
      if (typeof agreed === 'object') throw new Error(agreed.refusal);
      // Without any edit, VS Code would call it a failure.
      return agreed ? edit : new vscode.WorkspaceEdit();
    },
  });
}

/** @throws Error when no work is known by what stands there */
async function renamed(
  { bibliographies }: FeatureContext,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ at: KeyPlace; places: Awaited<ReturnType<typeof bibliographies.find>> }> {
  const at = await keyAt(bibliographies, document, position);
  if (!at) throw new Error(vscode.l10n.t('No citation key stands here.'));
  const places = await bibliographies.find(at.cited, at.key);
  if (places.length === 0) {
    throw new Error(vscode.l10n.t('No bibliography of this document has the key "{0}".', at.key));
  }
  const generated = places.find(({ uri }) => isGeneratedBibliography(vscode.Uri.parse(uri).path));
  if (generated) {
    throw new Error(
      vscode.l10n.t(
        'The key "{0}" stands in {1}, which BibTeX or biber writes. Rename it in the bibliography that this file is made of.',
        ...[at.key, nameOfFile(vscode.Uri.parse(generated.uri))],
      ),
    );
  }
  return { at, places };
}

function inEntry(): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: false, label: vscode.l10n.t('The key of the entry') };
}
