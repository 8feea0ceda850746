import * as vscode from 'vscode';
import { BibliographyService } from './host/bibliographyService.js';
import { CachePlaces } from './host/cachePlaces.js';
import { CitationTexts } from './host/citationTexts.js';
import { CitationWriter } from './host/citationWriter.js';
import { DigestHealth } from './host/digestHealth.js';
import { DocumentReader } from './host/documentReader.js';
import { FormulaImages } from './host/formulaImages.js';
import { publicApi, type PreprintApi } from './host/publicApi.js';
import { features } from './features/index.js';
import { ForYou } from './host/forYou.js';
import { jobTime } from './host/jobTime.js';
import { LibraryService } from './host/libraryService.js';
import { MarksService } from './host/marksService.js';
import { MutedPapers } from './host/mutedPapers.js';
import { NoteFiles } from './host/noteFiles.js';
import { OwnFormats } from './host/ownFormats.js';
import { PaperInSight } from './host/paperInSight.js';
import { PaperTexts } from './host/paperTexts.js';
import { tellRefusedFormulas } from './host/refusedFormulas.js';
import { ReportDocuments } from './host/reportDocuments.js';
import { SampleTexts } from './host/sampleTexts.js';
import { SearchList } from './host/searchList.js';
import { SearchService } from './host/searchService.js';
import { SimilarPapers } from './host/similarPapers.js';
import { TrendsService } from './host/trendsService.js';
import { UnreadEntries } from './host/unreadEntries.js';
import { LeastBusy } from './host/leastBusy.js';
import { WorkerClient } from './host/workerClient.js';
import { WorkspaceFiles } from './host/workspaceFiles.js';

/** A worker that holds nothing is there again in a moment; the search index takes longer. */
const readerIdleMs = 60_000;
const searcherIdleMs = 20 * 60_000;
/** It takes longer to start than a hover waits. */
const drawerIdleMs = 10 * 60_000;
/** Bibliographies are read again in a second, while somebody waits. */
const librarianIdleMs = 20 * 60_000;
/**
 * What is read of a bibliography is nearly all kept, so little is young. 20,000 entries take 50 MB while
 * they are read, 140,000 take 300 MB.
 */
const librarianLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 };

/**
 * A style needs milliseconds. Its engine is large, there again in a moment, and does not recover from
 * what it breaks over.
 */
const stylerRules = { jobTime: jobTime(9_000), once: true } as const;
/** One that is busy for so long with the formulas of one hover has met one that it must not have. */
const drawerRules = { jobTime: jobTime(10_000) };

/** What is to be written before the window goes; VS Code waits for it. */
const lastWork = new Set<() => Promise<void>>();

export async function deactivate(): Promise<void> {
  await Promise.all(Array.from(lastWork, (work) => work()));
  lastWork.clear();
}

/** Makes each object once and registers the features. Reads no file: the first need does. */
export function activate(extension: vscode.ExtensionContext): PreprintApi {
  const log = vscode.window.createOutputChannel('Preprint', { log: true });
  const programOf = (name: string): string =>
    vscode.Uri.joinPath(extension.extensionUri, 'dist', name).fsPath;
  const program = programOf('worker.js');
  const reader = new WorkerClient(program, log, readerIdleMs);
  const searcher = new WorkerClient(program, log, searcherIdleMs);
  // Of its own, so that no key waits for a digest.
  const librarian = new WorkerClient(programOf('librarian.js'), log, librarianIdleMs, {
    limits: librarianLimits,
  });
  const styler = new WorkerClient(programOf('csl.js'), log, readerIdleMs, stylerRules);
  const drawer = new WorkerClient(programOf('formulas.js'), log, drawerIdleMs, drawerRules);
  const both = new LeastBusy([reader, searcher]);
  const files = new WorkspaceFiles();
  const places = new CachePlaces(extension.storageUri);
  const formats = new OwnFormats(both);
  const documents = new DocumentReader(files, both, places, formats, log);
  const library = new LibraryService(files, documents, log);
  const workers = { searcher, builders: both };
  const search = new SearchService(library, files, workers, places, log);
  const texts = new PaperTexts(files, reader, new UnreadEntries(library, log));
  const formulas = new FormulaImages(drawer);
  const bibliographies = new BibliographyService(files, librarian, library.library, log);
  const citationTexts = new CitationTexts(files, librarian);
  const notes = new NoteFiles(files, reader, library);
  const citationWriter = new CitationWriter(files, librarian, styler, texts, tellRefusedFormulas);
  const searches = new SearchList(extension.workspaceState);
  const marks = new MarksService(extension, library, log);
  const muted = new MutedPapers(library, marks);
  const trends = new TrendsService(library, marks, files, searcher);
  const samples = new SampleTexts(files, both);
  const similar = new SimilarPapers(library, search, samples);
  const forYou = new ForYou(library, search, samples, marks);
  const reports = new ReportDocuments(log);
  const context = {
    extension,
    library,
    search,
    searches,
    bibliographies,
    citationTexts,
    citationWriter,
    texts,
    formulas,
    notes,
    marks,
    trends,
    similar,
    forYou,
    inSight: new PaperInSight(),
    muted,
    health: new DigestHealth(library, files, both),
    documents,
    files,
    formats,
    reports,
    log,
  };
  extension.subscriptions.push(log, reader, searcher, librarian, styler, files, library, search);
  extension.subscriptions.push(searches, bibliographies, drawer, marks, muted, formats, reports);
  lastWork.add(() => marks.close());
  for (const feature of features) extension.subscriptions.push(feature(context));
  return publicApi(library, search);
}
