import * as vscode from 'vscode';
import { publicApi, type PreprintApi } from './host/publicApi.js';
import { features } from './features/index.js';
import { LibraryService } from './host/libraryService.js';
import { PaperTexts } from './host/paperTexts.js';
import { WorkerClient } from './host/workerClient.js';
import { WorkspaceFiles } from './host/workspaceFiles.js';

/** Makes each object once and registers the features. Reads no file: the first need does. */
export function activate(extension: vscode.ExtensionContext): PreprintApi {
  const log = vscode.window.createOutputChannel('Preprint', { log: true });
  const program = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath;
  const worker = new WorkerClient(program, log);
  const files = new WorkspaceFiles();
  const library = new LibraryService(files, worker, log);
  const texts = new PaperTexts(files, worker, (uri) => library.reread(uri));
  const context = { extension, library, texts, log };
  extension.subscriptions.push(log, worker, files, library);
  for (const feature of features) extension.subscriptions.push(feature(context));
  return publicApi(library);
}
