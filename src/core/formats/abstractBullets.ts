import type { Month } from '../arxivId.js';
import type { Lines } from '../lines.js';
import { authorNames } from './authorNames.js';
import { labelled, type EntryHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';
import { idOfLink, linkAt, plainTitle } from './markdownHeader.js';

/**
 * A bulleted list by topic with its abstracts (digest-formats.md 3, rank 18, LindongGuo):
 *
 *     - **[Title](https://arxiv.org/abs/2603.01234)**  `arXiv:2603.01234`  `cs.CV` `cs.AI`
 *       _First Author, Second Author, et al._
 *       <details open><summary>Abstract</summary>
 *       Text
 *       </details>
 */
const opener = '- **[';
const linkStart = '- **'.length;
const idMark = /^\*\*\s+`arXiv:[^`\s]{9,20}`/i;

export const abstractBullets = markdownFormat({
  name: 'abstractBullets',
  firsts: '- #',

  recognises(lines) {
    const line = lines.firstWith(opener);
    return line !== undefined && opens(lines, line) && isAuthors(lines, line + 1);
  },

  opens,
  closes: (lines, line) => lines.text[lines.start(line)] !== ' ',
  lastLine: '</details>',
  ...labelled({ header }),
});

function opens(lines: Lines, line: number): boolean {
  if (!lines.startsWith(line, opener)) return false;
  const text = lines.line(line);
  const link = linkAt(text, linkStart);
  return link !== undefined && idMark.test(text.slice(link.end));
}

function isAuthors(lines: Lines, line: number): boolean {
  return /^ {2,4}_\S.*_\s*$/.test(lines.line(line));
}

function header(lines: Lines, line: number, latest?: Month): EntryHeader | undefined {
  const text = lines.line(line);
  const link = linkAt(text, linkStart);
  if (!link) return undefined;
  const [, ...codes] = text
    .slice(link.end)
    .split('`')
    .filter((_, index) => index % 2 === 1);
  const id = idOfLink(text, link, latest);
  const hasAuthors = isAuthors(lines, line + 1);
  return {
    title: plainTitle(link.title),
    titleStart: link.titleStart,
    titleEnd: link.titleStart + link.title.length,
    ...(id && { id }),
    authors: hasAuthors ? authorNames(lines.line(line + 1)) : [],
    categories: codes,
    height: hasAuthors ? 2 : 1,
  };
}
