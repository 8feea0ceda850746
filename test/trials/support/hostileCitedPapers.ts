import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';

/** Papers, on arXiv and elsewhere, all of whose facts are one text as far as they may be any. */
export function hostilePapersOf(text: string): readonly CitedPaper[] {
  const facts = {
    title: text,
    authors: [text, `Ada ${text}`, `${text}, Ada`, `{${text}}`],
    category: text.slice(0, 300),
    abstract: text,
  };
  return [
    { ...facts, key: 'arxiv:2601.00001', id: '2601.00001', doi: `10.1000/${text}` },
    // A DOI has no blanks, braces and backslashes; the number of a sign needs none.
    { ...facts, key: 'doi:10.1000/x', doi: `10.1000/^^5cinput/x%#&~$${text.replace(/\W+/g, '')}` },
    { ...facts, key: 'title:x' },
  ];
}
