import * as vscode from 'vscode';
import { declareBibliography } from '../core/bibliography/declare.js';
import { hasFrontMatter } from '../core/bibliography/declaredYaml.js';
import { documentText } from '../editor/documentText.js';
import { wayIntoBibliography } from '../editor/files/bibliographyGate.js';
import { fileOf, headOf, notebookOf, workspaceFolderOf } from '../editor/notebooks.js';
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

/** What names a bibliography in a document. */
export interface Declaration {
  /** Another cell of its notebook, as a rule, where it is a cell that cites. */
  readonly document: vscode.TextDocument;
  readonly edit: vscode.TextEdit;
}

/**
 * What names the bibliography in the document; undefined where the language has no place for it. A
 * notebook is given no header: without one it is a notebook of Jupyter's, and has no such place.
 */
export function declaration(
  citing: vscode.TextDocument,
  bibliography: vscode.Uri,
): Declaration | undefined {
  const path = relativePath(fileOf(citing.uri), bibliography);
  const notebook = notebookOf(citing.uri);
  const document = notebook ? headOf(notebook) : citing;
  if (!document) return undefined;
  const text = documentText(document);
  if (notebook && !hasFrontMatter(text)) return undefined;
  const language = notebook ? 'markdown' : document.languageId;
  const place = declareBibliography(language, document.uri.path, text, path);
  if (!place) return undefined;
  const position = new vscode.Position(place.line, place.character);
  return { document, edit: vscode.TextEdit.insert(position, place.text) };
}

/** Beside the document, and in its workspace folder, as far as a bibliography may be made there. */
async function placesFor(document: vscode.TextDocument): Promise<vscode.Uri[]> {
  const file = fileOf(document.uri);
  const untitled = file.scheme === 'untitled';
  const folder = untitled ? vscode.workspace.workspaceFolders?.[0] : workspaceFolderOf(file);
  const places = [
    ...(untitled ? [] : [vscode.Uri.joinPath(folderOf(file), fileName)]),
    ...(folder ? [vscode.Uri.joinPath(folder.uri, fileName)] : []),
  ];
  const allowed: vscode.Uri[] = [];
  for (const uri of new Map(places.map((each) => [each.toString(), each])).values()) {
    if ('real' in (await wayIntoBibliography(uri, true))) allowed.push(uri);
  }
  return allowed;
}

function relativePath(file: vscode.Uri, target: vscode.Uri): string {
  if (file.scheme === 'untitled') return fileName;
  const from = folderOf(file).path.split('/').filter(Boolean);
  const to = target.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
