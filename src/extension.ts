import * as vscode from 'vscode';
import { CachePlaces } from './host/cachePlaces.js';
import { DocumentReader } from './host/documentReader.js';
import { publicApi, type PreprintApi } from './host/publicApi.js';
import { features } from './features/index.js';
import { LibraryService } from './host/libraryService.js';
import { NoteFiles } from './host/noteFiles.js';
import { PaperTexts } from './host/paperTexts.js';
import { SearchList } from './host/searchList.js';
import { SearchService } from './host/searchService.js';
import { LeastBusy, WorkerClient } from './host/workerClient.js';
import { WorkspaceFiles } from './host/workspaceFiles.js';

/** A worker that holds nothing is there again in a moment; the search index takes longer. */
const readerIdleMs = 60_000;
const searcherIdleMs = 20 * 60_000;

/** Makes each object once and registers the features. Reads no file: the first need does. */
export function activate(extension: vscode.ExtensionContext): PreprintApi {
  const log = vscode.window.createOutputChannel('Preprint', { log: true });
  const program = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'worker.js').fsPath;
  const reader = new WorkerClient(program, log, readerIdleMs);
  const searcher = new WorkerClient(program, log, searcherIdleMs);
  const both = new LeastBusy([reader, searcher]);
  const files = new WorkspaceFiles();
  const places = new CachePlaces(extension.storageUri);
  const documents = new DocumentReader(files, both, places, log);
  const library = new LibraryService(files, documents, log);
  const workers = { searcher, builders: both };
  const search = new SearchService(library, files, workers, places, log);
  const texts = new PaperTexts(files, reader, (uri) => library.reread(uri));
  const notes = new NoteFiles(files, reader, library);
  const searches = new SearchList(extension.workspaceState);
  const context = { extension, library, search, searches, texts, notes, log };
  extension.subscriptions.push(log, reader, searcher, files, library, search, searches);
  for (const feature of features) extension.subscriptions.push(feature(context));
  return publicApi(library, search);
}
