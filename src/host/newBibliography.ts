import * as vscode from 'vscode';
import { declareBibliography } from '../core/bibliography/declare.js';
import { hasFrontMatter } from '../core/bibliography/frontMatter.js';
import { documentText } from '../editor/documentText.js';
import { wayIntoBibliography } from '../editor/files/bibliographyGate.js';
import { fileOf, headOf, notebookOf, workspaceFolderOf } from '../editor/notebooks.js';
import type { BibliographyService, CitedBibliography } from './bibliographyService.js';
import { settings } from './contributions.js';
import { nameOfFile } from './fileName.js';
import { folderOf } from './folderListing.js';
import { relativePath } from './relativePath.js';

/** A bibliography for a document that names none, or none at all. */
export type NewBibliography =
  { readonly kind: 'name'; readonly bibliography: CitedBibliography } | { readonly kind: 'none' };

interface Choice extends vscode.QuickPickItem {
  readonly answer: NewBibliography;
  readonly forGood?: true;
}

const fileName = 'references.bib';
/** A list of more is no help. */
const mostOffered = 20;

/**
 * Asks which bibliography a document is to name: one of those that the workspace folder has, or a new one.
 * @returns undefined when the person has dismissed the question
 */
export async function askForBibliography(
  bibliographies: BibliographyService,
  document: vscode.TextDocument,
): Promise<NewBibliography | undefined> {
  const none = { kind: 'none' } as const;
  const naming = (uri: vscode.Uri, missing: boolean): NewBibliography => ({
    kind: 'name',
    bibliography: { uri, origin: 'document', missing },
  });
  const choices: Choice[] = [
    ...(await existingFor(bibliographies, document)).map((uri) => ({
      label: vscode.l10n.t('Use {0}', nameOfFile(uri)),
      iconPath: new vscode.ThemeIcon('references'),
      answer: naming(uri, false),
    })),
    ...(await placesFor(document)).map((uri) => ({
      label: vscode.l10n.t('Create {0}', nameOfFile(uri)),
      iconPath: new vscode.ThemeIcon('new-file'),
      answer: naming(uri, true),
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

/**
 * Asks whether a bibliography that is named and not there is to be made.
 * @returns false to cite without an entry; undefined when the person has dismissed the question
 */
export async function askToCreate({ uri }: CitedBibliography): Promise<boolean | undefined> {
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Create {0}', nameOfFile(uri)),
        iconPath: new vscode.ThemeIcon('new-file'),
        creates: true,
      },
      { label: vscode.l10n.t('Cite without adding an entry'), creates: false },
    ],
    {
      title: vscode.l10n.t('{0} is not there', nameOfFile(uri)),
      placeHolder: vscode.l10n.t('Where are the entries of cited papers to go?'),
    },
  );
  return chosen?.creates;
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

/** Those of the workspace folder, the closest to the document first. */
async function existingFor(
  bibliographies: BibliographyService,
  document: vscode.TextDocument,
): Promise<readonly vscode.Uri[]> {
  const all = await bibliographies.inWorkspace(document);
  const file = fileOf(document.uri);
  const steps = (uri: vscode.Uri): number => relativePath(file, uri).split('/').length;
  return all.toSorted((a, b) => steps(a) - steps(b)).slice(0, mostOffered);
}
