import * as vscode from 'vscode';
import { declareBibliography } from '../core/bibliography/declare.js';
import { documentText } from '../editor/documentText.js';
import { wayIntoBibliography } from '../editor/files/bibliographyGate.js';
import type { CitedBibliography } from './bibliographyService.js';
import { settings } from './contributions.js';
import { nameOfFile } from './fileName.js';
import { folderOf } from './folderListing.js';

/** A bibliography for a document that has none, or none at all. */
export type NewBibliography =
  { readonly kind: 'create'; readonly bibliography: CitedBibliography } | { readonly kind: 'none' };

interface Choice extends vscode.QuickPickItem {
  readonly answer: NewBibliography;
  readonly forGood?: true;
}

const fileName = 'references.bib';

/**
 * Asks whether a bibliography is to be made, and where.
 * @returns undefined when the person has dismissed the question
 */
export async function askForBibliography(
  document: vscode.TextDocument,
): Promise<NewBibliography | undefined> {
  const none = { kind: 'none' } as const;
  const choices: Choice[] = [
    ...(await placesFor(document)).map((uri) => ({
      label: vscode.l10n.t('Create {0}', nameOfFile(uri)),
      iconPath: new vscode.ThemeIcon('new-file'),
      answer: { kind: 'create', bibliography: { uri, origin: 'document', missing: true } } as const,
    })),
    { label: vscode.l10n.t('Cite without a bibliography'), answer: none },
    {
      label: vscode.l10n.t('Cite without a bibliography, and do not ask again'),
      detail: vscode.l10n.t('Kept in the setting {0}', settings.citeInto),
      answer: none,
      forGood: true,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('{0} has no bibliography', nameOfFile(document.uri)),
    placeHolder: vscode.l10n.t('Where are the entries of cited papers to go?'),
  });
  if (chosen?.forGood) {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration().update(settings.citeInto, 'existing', target);
  }
  return chosen?.answer;
}

/** What names the bibliography in the document; undefined where the language has no place for it. */
export function declaration(
  document: vscode.TextDocument,
  bibliography: vscode.Uri,
): vscode.TextEdit | undefined {
  const path = relativePath(document, bibliography);
  const { languageId, uri } = document;
  const place = declareBibliography(languageId, uri.path, documentText(document), path);
  return (
    place && vscode.TextEdit.insert(new vscode.Position(place.line, place.character), place.text)
  );
}

/** Beside the document, and in its workspace folder, as far as a bibliography may be made there. */
async function placesFor(document: vscode.TextDocument): Promise<vscode.Uri[]> {
  const untitled = document.isUntitled;
  const folder = untitled
    ? vscode.workspace.workspaceFolders?.[0]
    : vscode.workspace.getWorkspaceFolder(document.uri);
  const places = [
    ...(untitled ? [] : [vscode.Uri.joinPath(folderOf(document.uri), fileName)]),
    ...(folder ? [vscode.Uri.joinPath(folder.uri, fileName)] : []),
  ];
  const allowed: vscode.Uri[] = [];
  for (const uri of new Map(places.map((each) => [each.toString(), each])).values()) {
    if ('real' in (await wayIntoBibliography(uri, true))) allowed.push(uri);
  }
  return allowed;
}

function relativePath(document: vscode.TextDocument, target: vscode.Uri): string {
  if (document.isUntitled) return fileName;
  const from = folderOf(document.uri).path.split('/').filter(Boolean);
  const to = target.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
