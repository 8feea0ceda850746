import type { TableWords } from '../../../src/core/trends/trendTables.js';

export const tableWordsInEnglish: TableWords = {
  from: 'From',
  to: 'To',
  days: 'Days',
  papers: 'Papers',
  share: 'Share',
  category: 'Category',
  noCategory: 'No category',
  author: 'Author',
  term: 'Term',
  recently: 'Recently',
  before: 'Before',
  states: { starred: 'Starred', read: 'Read', seen: 'Seen', muted: 'Muted', new: 'New' },
};
