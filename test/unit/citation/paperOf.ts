import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import type { PaperKey } from '../../../src/core/paper.js';

/** A paper with just the fields that a test is about. */
export function paperOf(fields: Partial<Omit<CitedPaper, 'key'>>): CitedPaper {
  const key: PaperKey = fields.id === undefined ? 'title:test' : `arxiv:${fields.id}`;
  return { title: '', authors: [], ...fields, key };
}

export const attention = paperOf({
  id: '1706.03762',
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
  category: 'cs.CL',
});
