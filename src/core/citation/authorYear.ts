import { markdownTitle, escapeMarkdown } from '../render/markdownText.js';
import { bareDoi, linkOf, yearOf, type CitedPaper } from './citedPaper.js';
import { familyName, parseAuthors } from './personName.js';
import { plainText } from './texAccents.js';

/** `Vaswani`, `Vaswani & Shazeer`, `Vaswani et al.`, plain Unicode; empty without authors. */
export function shortAuthors(authors: readonly string[]): string {
  const { names, others } = parseAuthors(authors);
  const [first, second] = names.map(familyName);
  if (first === undefined) return '';
  if (second === undefined) return others ? `${first} et al.` : first;
  return names.length > 2 || others ? `${first} et al.` : `${first} & ${second}`;
}

/**
 * A Markdown link `[Vaswani et al., 2017](https://arxiv.org/abs/1706.03762)` to arXiv or, for papers
 * that only have one, to the DOI; else `Vaswani et al. (2017), Title`. Names and titles cannot break
 * out of it.
 */
export function markdownLink(paper: CitedPaper): string {
  const url = linkOf(paper);
  if (url === undefined) return markdownTitle(reference(paper));
  const year = yearOf(paper)?.toString();
  const label = [shortAuthors(paper.authors) || plainText(paper.title), year]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return `[${escapeMarkdown(label)}](${url})`;
}

/**
 * `arXiv:1706.03762`, `doi:10.…`, or authors, year and title of a paper that has neither; the title
 * alone, when nobody is known to have written it.
 */
export function plainReference(paper: CitedPaper): string {
  if (paper.id !== undefined) return `arXiv:${paper.id}`;
  const doi = bareDoi(paper);
  return doi === undefined ? reference(paper) : `doi:${doi}`;
}

function reference(paper: CitedPaper): string {
  const authors = shortAuthors(paper.authors);
  const year = yearOf(paper)?.toString();
  const title = paper.title.replace(/\s+/g, ' ').trim();
  if (authors === '') return title;
  return year === undefined ? `${authors}, ${title}` : `${authors} (${year}), ${title}`;
}
