import * as vscode from 'vscode';

/** VS Code's scheme for the cells of a notebook, each of which is a document of its own. */
const cellScheme = 'vscode-notebook-cell';

/**
 * The file that a document belongs to: of a cell its notebook, of any other the document itself. What is
 * relative to a document is relative to this, and its folder and settings are those of this.
 */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  return notebookOf(uri)?.uri ?? uri;
}

/** VS Code itself takes a cell for something outside of every folder. */
export function workspaceFolderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.getWorkspaceFolder(fileOf(uri));
}

/** The notebook that a document is a cell of. */
export function notebookOf(uri: vscode.Uri): vscode.NotebookDocument | undefined {
  if (uri.scheme !== cellScheme) return undefined;
  const key = uri.toString();
  return vscode.workspace.notebookDocuments.find(
    (notebook) => notebook.uri.path === uri.path && cellsOf(notebook).has(key),
  );
}

interface Cells {
  readonly version: number;
  readonly count: number;
  readonly uris: ReadonlySet<string>;
}

/** As they were when somebody last asked: notebooks have hundreds, and each of them is asked about. */
const known = new WeakMap<vscode.NotebookDocument, Cells>();

function cellsOf(notebook: vscode.NotebookDocument): ReadonlySet<string> {
  const { version, cellCount: count } = notebook;
  const before = known.get(notebook);
  if (before?.version === version && before.count === count) return before.uris;
  const uris = new Set(notebook.getCells().map(({ document }) => document.uri.toString()));
  known.set(notebook, { version, count, uris });
  return uris;
}

/** The notebook that is open from a file. */
export function openNotebook(file: vscode.Uri): vscode.NotebookDocument | undefined {
  const key = file.toString();
  return vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === key);
}

/**
 * The cell that may hold the header of a notebook, as Quarto and MyST read it: the first that holds
 * prose or is raw.
 */
export function headOf(notebook: vscode.NotebookDocument): vscode.TextDocument | undefined {
  const isHead = ({ kind, document }: vscode.NotebookCell): boolean =>
    kind === vscode.NotebookCellKind.Markup || document.languageId === 'raw';
  return notebook.getCells().find(isHead)?.document;
}
