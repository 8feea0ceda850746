import type { ReaderLabels } from '../../../src/core/render/readerLabels.js';

/** Of tests. */
export const labels: ReaderLabels = {
  actions: {
    goToDigest: 'Go to Digest',
    openOnArxiv: 'Open on arXiv',
    openPdf: 'Open PDF',
    insertCitation: 'Insert Citation',
    copyBibtex: 'Copy BibTeX',
    copyLink: 'Copy Link',
    createLiteratureNote: 'Literature Note',
  },
  toolbar: 'Actions',
  authors: 'Authors',
  moreAuthors: 'more authors',
  searchAuthor: 'Search for this author',
  seenBefore: '',
  crossLists: '',
  comment: 'Comment',
  ai: 'AI',
  texts: 'Texts',
  allTexts: 'All',
  aiNote: 'Written by a model.',
  failed: 'Could not be written.',
  abstract: 'Abstract',
  noAbstract: 'No abstract.',
  unread: 'Could not be read.',
  occurrencesHeading: 'Where it occurs',
  occurrences: ['first place', 'second place'],
  notesHeading: 'Notes',
  literatureNote: 'Literature note',
  notes: [],
};
