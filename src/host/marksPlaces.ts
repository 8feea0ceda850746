import * as vscode from 'vscode';
import { insideFolder } from './folderPaths.js';
import { LocalDisk } from './localDisk.js';
import { NoMarksFileError, type MarksFileOptions } from './marksFile.js';
import { marksSettings } from './settings.js';
import { VirtualDisk } from './virtualDisk.js';

/** A file that marks are read from. */
export interface MarksPlace {
  readonly options: Pick<MarksFileOptions, 'disk' | 'beside'>;
  readonly uri: vscode.Uri;
  /** Where changes of it are told. */
  readonly pattern: vscode.RelativePattern;
}

/** The name of the file in VS Code's own storage. */
const ownName = 'marks.jsonl';

/** The file of a workspace folder, as its settings name it; undefined for a path that leaves it. */
export function sharedPlace(folder: vscode.WorkspaceFolder): MarksPlace | undefined {
  const { file } = marksSettings(folder);
  const uri = insideFolder(folder.uri, file);
  if (!uri || uri.path === folder.uri.path) return undefined;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const beside = { name: '.gitattributes', text: gitAttributes(name) };
  const pattern = new vscode.RelativePattern(folder, file.split(/[\\/]+/).join('/'));
  return { uri, options: { disk: diskOf(uri), beside }, pattern };
}

/** The file that nobody else sees: of the workspace, or of all windows without one. */
export function ownPlace({
  storageUri,
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>): MarksPlace {
  const folder = storageUri ?? globalStorageUri;
  const uri = vscode.Uri.joinPath(folder, ownName);
  return {
    uri,
    options: { disk: diskOf(uri) },
    pattern: new vscode.RelativePattern(folder, ownName),
  };
}

/** In a sentence: why a file could not be written. */
export function reasonOf(error: unknown): string {
  if (error instanceof NoMarksFileError) {
    return vscode.l10n.t('It holds something else, and was left as it is.');
  }
  return error instanceof Error ? error.message : String(error);
}

function diskOf(uri: vscode.Uri): LocalDisk | VirtualDisk {
  return uri.scheme === 'file' ? new LocalDisk(uri.fsPath) : new VirtualDisk(uri);
}

/** Git keeps the lines of both sides, which is all that a merge of marks takes. */
function gitAttributes(name: string): string {
  const pattern = /[\s"]/.test(name) ? JSON.stringify(name) : name;
  return `${pattern} merge=union text eol=lf\n`;
}
