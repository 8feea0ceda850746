import * as vscode from 'vscode';
import { isMarksPath } from '../core/marks/marksPath.js';
import { realPlace } from '../editor/files/realPlace.js';
import { shownPath } from '../editor/files/shownPath.js';
import { insideFolder } from './folderPaths.js';
import { LocalDisk } from './localDisk.js';
import type { MarksDisk } from './marksDisk.js';
import type { MarksFileOptions } from './marksFile.js';
import { MarksRefusal, type RefusalReason } from './marksRefusal.js';
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
  return { uri, options: { disk: sharedDisk(uri), beside }, pattern };
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
    options: { disk: ownDisk(uri) },
    pattern: new vscode.RelativePattern(folder, ownName),
  };
}

/** In a sentence or two: why a file could not be written, and where it leads. */
export function reasonOf(error: unknown): string {
  if (error instanceof MarksRefusal) return refusalText(error.reason);
  return error instanceof Error ? error.message : String(error);
}

function refusalText(reason: RefusalReason): string {
  const { l10n } = vscode;
  switch (reason.kind) {
    case 'content':
      return l10n.t('It holds something else, and was left as it is.');
    case 'outside':
      return l10n.t(
        'A link leads out of the workspace, to {0}. Take the link away, or add that folder to the workspace.',
        reason.path,
      );
    case 'name':
      return l10n.t(
        'It is {0}, and a file of marks ends in .jsonl and lies in no folder of git, the editor or another tool.',
        reason.path,
      );
    case 'noFile':
      return l10n.t('{0} is no file.', reason.path);
    case 'size':
      return l10n.t('{0} is larger than {1} MB.', reason.path, reason.most / 1024 / 1024);
    case 'locked':
      return l10n.t(
        'Another window holds it, and does not give it back. If there is none, delete {0}.',
        reason.path,
      );
    case 'changing':
      return l10n.t('Another program changes it all the time.');
  }
}

function sharedDisk(uri: vscode.Uri): MarksDisk {
  if (uri.scheme !== 'file') return new VirtualDisk(uri, placeInWorkspace);
  return new LocalDisk(uri.fsPath, async (file) => {
    return (await placeInWorkspace(vscode.Uri.file(file))).fsPath;
  });
}

/** VS Code's storage may lie wherever the person has put it. */
function ownDisk(uri: vscode.Uri): MarksDisk {
  if (uri.scheme === 'file') return new LocalDisk(uri.fsPath);
  return new VirtualDisk(uri, () => Promise.resolve());
}

/** Where a file of marks really is; throws MarksRefusal for where none must be. */
async function placeInWorkspace(uri: vscode.Uri): Promise<vscode.Uri> {
  const { uri: real, folder, path } = await realPlace(uri);
  if (!folder) throw new MarksRefusal({ kind: 'outside', path: shownPath(real) });
  if (!isMarksPath(path)) {
    throw new MarksRefusal({ kind: 'name', path: shownPath(real) });
  }
  return real;
}

/** Git keeps the lines of both sides, which is all that a merge of marks takes. */
function gitAttributes(name: string): string {
  const pattern = /[\s"]/.test(name) ? JSON.stringify(name) : name;
  return `${pattern} merge=union text eol=lf\n`;
}
