import type { Feature } from '../host/featureContext.js';
import { registerCitationDiagnostics } from './citationDiagnostics.js';
import { registerCitationFixes } from './citationFixes.js';
import { registerCitationLenses } from './citationLenses.js';
import { registerCitationReferences } from './citationReferences.js';
import { registerCitationRename } from './citationRename.js';
import { registerCitationHover } from './citationHover.js';
import { registerCitationCompletion } from './citationCompletion.js';
import { registerCitationDefinition } from './citationDefinition.js';
import { registerCite } from './cite.js';
import { registerCopyMarkdown } from './copyMarkdown.js';
import { registerCiteByDrop } from './citeByDrop.js';
import { registerCopyReference } from './copyReference.js';
import { registerCopyTex } from './copyTex.js';
import { registerDefinition } from './definition.js';
import { registerDigestHealth } from './digestHealth.js';
import { registerDigestFolding } from './digestFolding.js';
import { registerDigestOutline } from './digestOutline.js';
import { registerDigestReader } from './digestReader.js';
import { registerDocumentLinks } from './documentLinks.js';
import { registerExportPapers } from './exportPapers.js';
import { registerExplainFile } from './explainFile.js';
import { registerFormatProblems } from './formatProblems.js';
import { registerForYou } from './forYou.js';
import { registerHover } from './hover.js';
import { registerIndexReport } from './indexReport.js';
import { registerLiteratureNote } from './literatureNote.js';
import { registerLog } from './log.js';
import { registerMuteLists } from './muteLists.js';
import { registerOpenNotes } from './openNotes.js';
import { registerPaperMarks } from './paperMarks.js';
import { registerOpenSample } from './openSample.js';
import { registerPaperLinks } from './paperLinks.js';
import { registerPapersTree } from './papersTree.js';
import { registerReader } from './reader.js';
import { registerReaderKeys } from './readerKeys.js';
import { registerRebuildIndex } from './rebuildIndex.js';
import { registerReferences } from './references.js';
import { registerSearchPapers } from './searchPapers.js';
import { registerSimilarPapers } from './similarPapers.js';
import { registerTrends } from './trends.js';
import { registerTreeSearches } from './treeSearches.js';
import { registerWorkspaceSymbols } from './workspaceSymbols.js';

/** Everything that Preprint does, each in a file of its own. */
export const features: readonly Feature[] = [
  registerPapersTree,
  registerTreeSearches,
  registerSearchPapers,
  registerSimilarPapers,
  registerForYou,
  registerHover,
  registerDefinition,
  registerReferences,
  registerCitationCompletion,
  registerCitationHover,
  registerCitationDefinition,
  registerCitationReferences,
  registerCitationRename,
  registerCitationDiagnostics,
  registerCitationFixes,
  registerCitationLenses,
  registerDigestHealth,
  registerDocumentLinks,
  registerWorkspaceSymbols,
  registerDigestOutline,
  registerDigestFolding,
  registerReader,
  registerCopyTex,
  registerDigestReader,
  registerReaderKeys,
  registerTrends,
  registerPaperLinks,
  registerPaperMarks,
  registerMuteLists,
  registerCite,
  registerCiteByDrop,
  registerLiteratureNote,
  registerOpenNotes,
  registerCopyReference,
  registerCopyMarkdown,
  registerExportPapers,
  registerRebuildIndex,
  registerIndexReport,
  registerExplainFile,
  registerFormatProblems,
  registerOpenSample,
  registerLog,
];
