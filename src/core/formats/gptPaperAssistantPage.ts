import { findIds, type Month } from '../arxivId.js';
import { isArxivCategory } from '../categories.js';
import { dayIn } from '../digestDate.js';
import type { AiField, EntryBody } from '../paper.js';
import { authorNames } from './authorNames.js';
import { allBetween, between } from './between.js';
import { shownText } from './htmlContent.js';
import { categoryFacts, idFacts } from './labelledEntries.js';
import { markdownFormat, type EntryFacts } from './markdownEntries.js';
import type { Block } from './markdownLabels.js';

/**
 * The page that gpt_paper_assistant writes in its newer form, as `.html` and, without the head, as
 * `output.md` (digest-formats.md 3, rank 8). An entry is
 *
 *     <details class="paper-row" id="link0"> … arXiv:2605.01234 … </details>
 *
 * in which nothing else is folded. The style sheet comes first and is longer than most notes.
 */
const opener = '<details class="paper-row"';
/** A style sheet is behind us by then, but for the word clouds of one long line. */
const recognised = 64_000;
const scores = '<div class="paper-scores"';

export const gptPaperAssistantPage = markdownFormat({
  name: 'gptPaperAssistantPage',
  firsts: ' <',

  recognises(lines) {
    if (lines.firstSign !== '<') return false;
    const first = lines.line(lines.skipBlank(0)).trimStart();
    if (!/^<(?:!doctype html|html|style|main)\b/i.test(first)) return false;
    const head = lines.text.slice(0, recognised);
    return head.includes('<main class="daily-arxiv">') && head.includes('.paper-row {');
  },

  opens: (lines, line) => lines.line(line).trimStart().startsWith(opener),
  lastLine: '</details>',
  facts,
  body,
  labels: (block) => body(block).fields.map(({ label }) => label),

  day(lines) {
    const eyebrow = between(lines.text.slice(0, recognised), '<p class="eyebrow">', '</p>');
    return dayIn(eyebrow ?? '');
  },
});

function textOf({ lines, from, to }: Block): string {
  return lines.slice(from, to);
}

function facts(block: Block, latest: Month): EntryFacts | undefined {
  const { lines, from, to } = block;
  const text = textOf(block);
  const title = shownText(between(text, '<strong>', '</strong>') ?? '');
  if (title === '') return undefined;
  const categories = allBetween(text, '<span class="category-tag">', '</span>')
    .map(shownText)
    // Pages of one source name the source instead.
    .filter(isArxivCategory);
  let name = { line: from, start: 0, end: lines.line(from).length };
  for (let line = from; line < to; line++) {
    const shown = lines.line(line);
    const [id] = shown.includes('arXiv:') && shown.includes('Paper ') ? findIds(shown, latest) : [];
    if (id) {
      name = { line, start: id.idStart, end: id.idEnd };
      return { title, ...idFacts(id), ...told(text), ...categoryFacts(categories), name };
    }
    const at = shown.indexOf(title);
    if (at !== -1) name = { line, start: at, end: at + title.length };
  }
  return { title, ...told(text), ...categoryFacts(categories), name };
}

function told(text: string): Pick<EntryFacts, 'authors'> {
  return { authors: authorNames(shownText(between(text, '<small>', '</small>') ?? '')) };
}

function body(block: Block): EntryBody {
  const text = textOf(block);
  const reason = between(text, '<p class="comment">', '</p>') ?? '';
  const reasonLabel = shownText(between(reason, '<strong>', '</strong>') ?? '').replace(/:$/, '');
  const fields: AiField[] = allBetween(between(text, scores, '</div>') ?? '', '<span>', '</span>')
    .map((score) => ({
      label: shownText(score.slice(0, Math.max(0, score.indexOf('<')))),
      text: shownText(between(score, '<strong>', '</strong>') ?? ''),
    }))
    .filter(({ label }) => label !== '');
  if (reasonLabel !== '') {
    const said = shownText(reason.slice(reason.indexOf('</strong>') + '</strong>'.length));
    fields.unshift({ label: reasonLabel, text: said });
  }
  const abstract = shownText(between(text, '<p class="abstract">', '</p>') ?? '');
  return { fields, ...(abstract !== '' && { abstract }) };
}
