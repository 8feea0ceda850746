import { describe } from 'mocha';
import { papersComeBack } from './export/readBack.js';
import { oddPapers } from './oddPapers.js';
import { entriesAreSound } from './soundEntries.js';

describe('papers with odd titles and authors', () => {
  entriesAreSound(() => oddPapers, 5);
});

describe('papers with odd titles and authors, exported and read again', () => {
  papersComeBack(() => oddPapers, { formulas: 5, step: 1 });
});
