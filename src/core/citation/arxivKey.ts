import { arxivStopWords } from './arxivStopWords.js';
import type { CitedPaper } from './citedPaper.js';
import { notAlphanumeric, yearPart, type KeyLetters } from './keyParts.js';
import { plainText } from './texAccents.js';

/** `vaswani2017attentionneed`: the key of arXiv's own BibTeX export (citations.md 1). */
export function arxivKey(paper: CitedPaper, { spell }: KeyLetters): string {
  const author = spell(arxivAuthor(paper)).replace(notAlphanumeric, '') || 'unknown';
  const title = spell(arxivTitle(paper.title)).replace(notAlphanumeric, '') || 'untitled';
  return `${author}${yearPart(paper)}${title}`.toLowerCase();
}

/**
 * The name that arXiv takes as the key name of the first author, by the rules of arXiv/arxiv-base
 * `arxiv/authors`: two particles at most and only those of its list, so that `Aaron van den Oord` is
 * `oord`; of a team name only the words in plain letters (`Xiaomi LLM-Core Team` is `coreteam`). A
 * name that begins with a particle is a last name by itself.
 */
function arxivAuthor(paper: CitedPaper): string {
  const author = paper.authors.find((name) => /[\p{L}\p{N}]/u.test(name));
  return author === undefined ? '' : arxivKeyName(plainText(author));
}

const arxivParticle = '(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)';
const arxivNames: readonly RegExp[] = [
  /([a-z0-9\s]+\s+(?:collaboration|group|team))/i,
  /^((?:van|von|de|der|den|ter|ten|la|du|di|da|del|della)\s.+)$/,
  new RegExp(`\\s(${arxivParticle}\\s${arxivParticle}\\s\\S+)$`, 'i'),
  new RegExp(`\\s(${arxivParticle}\\s\\S+)$`, 'i'),
  /\s(\S+)\s(?:I|II|III|IV|V|Sr|Jr|Sr\.|Jr\.)$/i,
  /\s(\S+)$/,
];

function arxivKeyName(author: string): string {
  // No name is longer; the patterns are quadratic in what a damaged digest may put here.
  const tidy = author.slice(0, 300).replace(/\.(?=\S)/g, '. ');
  for (const pattern of arxivNames) {
    const found = pattern.exec(tidy)?.[1];
    if (found !== undefined) return found;
  }
  return tidy;
}

/** The first four words that are not stop words; the test is on the raw word, so `All:` counts. */
function arxivTitle(title: string): string {
  const words = title.trim().split(/\s+/);
  const telling = words.filter((word) => !arxivStopWords.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).slice(0, 4).join('');
}
