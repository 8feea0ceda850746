/** What package.json declares, by the names that the code uses; a test compares the two, both ways. */

export const commands = {
  openPaper: 'preprint.openPaper',
  openPaperInNewPanel: 'preprint.openPaperInNewPanel',
  readPapers: 'preprint.readPapers',
  readDigest: 'preprint.readDigest',
  readStarred: 'preprint.readStarred',
  readerNext: 'preprint.readerNext',
  readerPrevious: 'preprint.readerPrevious',
  readerNextUnread: 'preprint.readerNextUnread',
  readerPageDown: 'preprint.readerPageDown',
  readerPageUp: 'preprint.readerPageUp',
  readerFilter: 'preprint.readerFilter',
  readerKeys: 'preprint.readerKeys',
  copyMarkdown: 'preprint.copyMarkdown',
  goToDigest: 'preprint.goToDigest',
  openOnArxiv: 'preprint.openOnArxiv',
  openPdf: 'preprint.openPdf',
  copyLink: 'preprint.copyLink',
  insertCitation: 'preprint.insertCitation',
  insertBibtex: 'preprint.insertBibtex',
  copyBibtex: 'preprint.copyBibtex',
  copyReference: 'preprint.copyReference',
  exportPapers: 'preprint.exportPapers',
  citeTyped: 'preprint.citeTyped',
  createLiteratureNote: 'preprint.createLiteratureNote',
  openNotes: 'preprint.openNotes',
  starPaper: 'preprint.starPaper',
  unstarPaper: 'preprint.unstarPaper',
  mutePaper: 'preprint.mutePaper',
  unmutePaper: 'preprint.unmutePaper',
  markRead: 'preprint.markRead',
  markUnread: 'preprint.markUnread',
  tagPaper: 'preprint.tagPaper',
  remarkPaper: 'preprint.remarkPaper',
  undoMark: 'preprint.undoMark',
  redoMark: 'preprint.redoMark',
  showMuted: 'preprint.showMuted',
  hideMuted: 'preprint.hideMuted',
  searchPapers: 'preprint.searchPapers',
  findSimilar: 'preprint.findSimilar',
  forYou: 'preprint.forYou',
  groupByCategory: 'preprint.groupByCategory',
  groupByDate: 'preprint.groupByDate',
  filterPapers: 'preprint.filterPapers',
  clearFilter: 'preprint.clearFilter',
  showSearchInTree: 'preprint.showSearchInTree',
  saveSearch: 'preprint.saveSearch',
  renameSearch: 'preprint.renameSearch',
  editSearch: 'preprint.editSearch',
  removeSearch: 'preprint.removeSearch',
  refreshLibrary: 'preprint.refreshLibrary',
  rebuildIndex: 'preprint.rebuildIndex',
  showIndexReport: 'preprint.showIndexReport',
  stopIndexing: 'preprint.stopIndexing',
  showLog: 'preprint.showLog',
} as const;

export const views = { papers: 'preprint.papers' } as const;

export const panels = { reader: 'preprint.reader', readingList: 'preprint.readingList' } as const;

export const customEditors = { digestReader: 'preprint.digestReader' } as const;

export const contextKeys = {
  /** `category` or `date`: which of the two grouping actions the view title offers. */
  grouping: 'preprint.grouping',
  /** The tree is narrowed by a filter. */
  filtered: 'preprint.filtered',
  /** `hidden` or `shown`, as the settings say; '' when nothing is muted. */
  muted: 'preprint.muted',
  /** `indexing`, `ready` or `empty` (ready, and no digest found): which welcome the view shows. */
  libraryState: 'preprint.libraryState',
  /** The keyboard is in the page of a list, and no field of it. */
  readerFocus: 'preprint.readerFocus',
  /** Paths of the digests among the files of open tabs. */
  openDigests: 'preprint.openDigests',
} as const;

export const settings = {
  include: 'preprint.files.include',
  exclude: 'preprint.files.exclude',
  maxFileSize: 'preprint.files.maxSize',
  groupBy: 'preprint.library.groupBy',
  savedSearches: 'preprint.savedSearches',
  markdownStyle: 'preprint.citation.markdownStyle',
  latexCommand: 'preprint.citation.latexCommand',
  citeInto: 'preprint.citation.bibliography',
  keyStyle: 'preprint.citation.keyStyle',
  keyTemplate: 'preprint.citation.keyTemplate',
  keyLetters: 'preprint.citation.keyLetters',
  referenceStyle: 'preprint.citation.referenceStyle',
  referenceMarkup: 'preprint.citation.referenceMarkup',
  cslStyle: 'preprint.citation.cslStyle',
  entryStyle: 'preprint.bibtex.entryStyle',
  capitals: 'preprint.bibtex.capitals',
  nameOrder: 'preprint.bibtex.nameOrder',
  accents: 'preprint.bibtex.accents',
  keepVersion: 'preprint.bibtex.keepVersion',
  arxivDoi: 'preprint.bibtex.arxivDoi',
  abstract: 'preprint.bibtex.abstract',
  keywords: 'preprint.bibtex.keywords',
  note: 'preprint.bibtex.note',
  bibliographyFiles: 'preprint.bibliography.files',
  marksStorage: 'preprint.marks.storage',
  marksFile: 'preprint.marks.file',
  marksSeen: 'preprint.marks.seen',
  mutedKeywords: 'preprint.mute.keywords',
  mutedAuthors: 'preprint.mute.authors',
  mutedCategories: 'preprint.mute.categories',
  showMuted: 'preprint.mute.show',
  notesFolder: 'preprint.notes.folder',
  notesFileName: 'preprint.notes.fileName',
  notesTemplate: 'preprint.notes.template',
  unknownKey: 'preprint.diagnostics.unknownKey',
  samePaper: 'preprint.diagnostics.samePaper',
  duplicateKey: 'preprint.diagnostics.duplicateKey',
  missingEprint: 'preprint.diagnostics.missingEprint',
  malformedId: 'preprint.diagnostics.malformedId',
  brokenEntry: 'preprint.diagnostics.brokenEntry',
  bibliographyLenses: 'preprint.codeLens.bibliographies',
  digestLenses: 'preprint.codeLens.digests',
} as const;

/** All settings of diagnostics begin like this. */
export const diagnosticsSection = 'preprint.diagnostics';
