import type * as vscode from 'vscode';
import type { BibliographyService } from './bibliographyService.js';
import type { CitationTexts } from './citationTexts.js';
import type { CitationWriter } from './citationWriter.js';
import type { DigestHealth } from './digestHealth.js';
import type { DocumentReader } from './documentReader.js';
import type { OwnFormats } from './ownFormats.js';
import type { ReportDocuments } from './reportDocuments.js';
import type { WorkspaceFiles } from './workspaceFiles.js';
import type { FormulaImages } from './formulaImages.js';
import type { ForYou } from './forYou.js';
import type { LibraryService } from './libraryService.js';
import type { SearchList } from './searchList.js';
import type { SearchService } from './searchService.js';
import type { PaperInSight } from './paperInSight.js';
import type { NoteFiles } from './noteFiles.js';
import type { MarksService } from './marksService.js';
import type { MutedPapers } from './mutedPapers.js';
import type { PaperTexts } from './paperTexts.js';
import type { SimilarPapers } from './similarPapers.js';
import type { TrendsService } from './trendsService.js';
import type { Disposable } from './lifecycle.js';

/** What a feature is given; it gives back what undoes it. */
export interface FeatureContext {
  readonly extension: vscode.ExtensionContext;
  readonly library: LibraryService;
  readonly search: SearchService;
  readonly searches: SearchList;
  readonly bibliographies: BibliographyService;
  readonly citationTexts: CitationTexts;
  readonly citationWriter: CitationWriter;
  readonly texts: PaperTexts;
  readonly formulas: FormulaImages;
  readonly notes: NoteFiles;
  readonly marks: MarksService;
  readonly similar: SimilarPapers;
  readonly forYou: ForYou;
  readonly inSight: PaperInSight;
  readonly muted: MutedPapers;
  readonly trends: TrendsService;
  readonly health: DigestHealth;
  readonly documents: DocumentReader;
  readonly files: WorkspaceFiles;
  readonly formats: OwnFormats;
  readonly reports: ReportDocuments;
  readonly log: vscode.LogOutputChannel;
}

export type Feature = (context: FeatureContext) => Disposable;
