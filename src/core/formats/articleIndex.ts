import { findIds, type Month } from '../arxivId.js';
import type { AiField, EntryBody } from '../paper.js';
import { allBetween } from './between.js';
import { shownText } from './htmlContent.js';
import { categoryFacts, idFacts, ownSummary } from './labelledEntries.js';
import { markdownFormat, type EntryFacts } from './markdownEntries.js';
import { linkAt, plainTitle } from './markdownHeader.js';
import type { Block } from './markdownLabels.js';
import { idBetween } from './writtenId.js';

/**
 * The index of a day of notes (digest-formats.md 3, rank 18, Throne0826): Markdown in HTML.
 *
 *     <article class="daily-paper-item" markdown="1">
 *
 *     #### [Title](topic/slug.md)
 *
 *     <div class="daily-paper-meta"><span class="daily-paper-id">arXiv 2608.01234</span><span …
 *
 * A paper stands under each of its topics, so that one id comes several times. No authors.
 */
const opener = '<article class="daily-paper-item"';
const idMark = '<span class="daily-paper-id">';
/** `arXiv 2608.01234`, up to the tag behind it. */
const writtenMark = `${idMark}arXiv `;
const chip = '<span class="paper-category-chip">';
const summaryMark = '<div class="daily-paper-summary"';
const notYet = /^中文摘要尚未生成/;
const recognitionLines = 120;

export const articleIndex = markdownFormat({
  name: 'articleIndex',
  firsts: '<',
  withoutAuthors: true,
  repeats: true,

  recognises: (lines) =>
    lines.firstWith('<div class="daily-paper-list"', recognitionLines) !== undefined,

  opens: (lines, line) => lines.startsWith(line, opener),
  lastLine: '</article>',
  facts,
  body,
  labels: (block) => (body(block).summary ? [ownSummary] : []),
});

function facts({ lines, from, to }: Block, latest: Month): EntryFacts | undefined {
  let title = '';
  let place = { line: from, start: 0, end: 0 };
  for (let line = from + 1; line < to; line++) {
    const text = lines.line(line);
    if (title === '' && text.startsWith('#### ')) {
      const link = linkAt(text, '#### '.length);
      title = plainTitle(link?.title ?? text.slice('#### '.length));
      const start = Math.max(0, text.indexOf(title));
      place = { line, start, end: start + title.length };
    } else if (title !== '' && text.includes(idMark)) {
      const id = idBetween(text, writtenMark, '<', latest) ?? findIds(text, latest)[0];
      if (id) place = { line, start: id.idStart, end: id.idEnd };
      const chips = allBetween(text, chip, '</span>').map(shownText);
      return { title, authors: [], ...idFacts(id), ...categoryFacts(chips), name: place };
    }
  }
  return title === '' ? undefined : { title, authors: [], name: place };
}

function body({ lines, from, to }: Block): EntryBody {
  let start = from;
  while (start < to && !lines.startsWith(start, summaryMark)) start++;
  let end = start;
  while (end < to && !lines.startsWith(end, '</div>')) end++;
  const text = lines.slice(start + 1, end).trim();
  if (text === '') return { fields: [] };
  const summary: AiField = notYet.test(text)
    ? { label: ownSummary, text: '', failed: true }
    : { label: ownSummary, text };
  return { summary, fields: [] };
}
