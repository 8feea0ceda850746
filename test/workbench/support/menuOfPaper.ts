/** The menu of a paper in the view Papers. */
export const menuOfPaper: readonly string[] = [
  'Open in Reader',
  'Open in New Reader',
  'Go to Digest',
  'Open on arXiv',
  'Open PDF',
  'Open Notes on This Paper',
  'Find Similar Papers',
  'Insert Citation',
  'Insert BibTeX',
  'Export Papers…',
  'Create Literature Note',
  'Star Paper',
  'Mark as Read',
  'Mute Paper',
  'Mute Author, Category or Keyword…',
  'Tag Paper…',
  'Remark on Paper…',
  'Copy BibTeX',
  'Copy Link',
  'Copy Reference',
  'Copy as Markdown',
];

const needsId: readonly string[] = ['Open on arXiv', 'Open PDF', 'Copy Link'];

/** The same for a paper whose arXiv id no digest tells. */
export const menuOfPaperWithoutId = menuOfPaper.filter((title) => !needsId.includes(title));
