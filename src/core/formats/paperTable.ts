import { findIds, parseArxivId, type Month } from '../arxivId.js';
import { dayIn } from '../digestDate.js';
import type { EntryBody } from '../paper.js';
import { authorNames } from './authorNames.js';
import { allBetween, between } from './between.js';
import { shownText } from './htmlContent.js';
import { markdownFormat, type EntryFacts, type NamePlace } from './markdownEntries.js';
import type { Block } from './markdownLabels.js';
import type { Writable } from './writable.js';
import { placedId, type WrittenId } from './writtenId.js';

/**
 * A table of papers in HTML within Markdown (digest-formats.md 3, rank 18, exopoiesis): newest ones, or
 * those of a tag. Each row tells its own day.
 *
 *     <tr class="paper">
 *     <td>2026-04-29</td>
 *     <td><div class="paper-title"><a …>Title</a></div><div class="paper-tags">…</div></td>
 *     <td>First Author et al.</td>
 *     <td><a href="http://arxiv.org/abs/2604.01234">2604.01234</a></td>
 *     </tr>
 */
const opener = '<tr class="paper">';
const recognitionLines = 80;

export const paperTable = markdownFormat({
  name: 'paperTable',
  firsts: '<',

  recognises: (lines) => lines.firstWith('<table class="papers">', recognitionLines) !== undefined,

  opens: (lines, line) => lines.startsWith(line, opener),
  closes: (lines, line) => lines.startsWith(line, '</tbody>'),
  lastLine: '</tr>',
  facts,
  body,
  labels: (block) => body(block).fields.map(({ label }) => label),

  day(lines) {
    const limit = Math.min(lines.count, recognitionLines);
    for (let line = 0; line < limit; line++) {
      if (lines.startsWith(line, '_Updated ')) return dayIn(lines.line(line));
    }
    return undefined;
  },
});

function facts(block: Block, latest: Month): EntryFacts | undefined {
  const text = block.lines.slice(block.from, block.to);
  const title = shownText(between(text, '<div class="paper-title">', '</div>') ?? '');
  if (title === '') return undefined;
  const [dated = '', , authors = '', page = ''] = allBetween(text, '<td>', '</td>');
  const found = page === '' ? undefined : idOfPage(block, page, latest);
  const told: Writable<EntryFacts> = {
    title,
    authors: authorNames(shownText(authors)),
    name: found?.name ?? titlePlace(block, title),
  };
  if (found) told.id = found.id;
  if (found?.version !== undefined) told.version = found.version;
  const day = dayIn(dated);
  if (day !== undefined) told.day = day;
  return told;
}

/** @param page what the cell of the paper's page holds: nobody else's id is taken */
function idOfPage({ lines, from, to }: Block, page: string, latest: Month): PlacedId | undefined {
  for (let line = to - 1; line > from; line--) {
    const text = lines.line(line);
    if (!text.includes(page)) continue;
    const found = idOfCell(text, latest) ?? findIds(text, latest)[0];
    if (!found) return undefined;
    const { id, version, idStart: start, idEnd: end } = found;
    return { id, version, name: { line, start, end } };
  }
  return undefined;
}

interface PlacedId {
  readonly id: string;
  readonly version: number | undefined;
  readonly name: NamePlace;
}

function titlePlace({ lines, from, to }: Block, title: string): NamePlace {
  let line = from;
  while (line < to - 1 && !lines.line(line).includes(title)) line++;
  const start = Math.max(0, lines.line(line).indexOf(title));
  return { line, start, end: Math.min(start + title.length, lines.line(line).length) };
}

/** `2604.01234</a></td>`: what the cell shows, without a search. */
function idOfCell(text: string, latest: Month): WrittenId | undefined {
  const idEnd = text.lastIndexOf('</a>');
  const idStart = text.lastIndexOf('>', idEnd) + 1;
  const id = idEnd === -1 ? undefined : parseArxivId(text.slice(idStart, idEnd), latest);
  return id && placedId(id, idStart, idEnd);
}

function body({ lines, from, to }: Block): EntryBody {
  const tags = between(lines.slice(from, to), '<div class="paper-tags">', '</div>') ?? '';
  const names = allBetween(tags, '">', '</a>').map(shownText);
  return { fields: names.length === 0 ? [] : [{ label: 'Tags', text: names.join(', ') }] };
}
