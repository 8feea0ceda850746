import type { AiField, EntryBody, Paper } from '../paper.js';
import { escapeHtml } from './escapeHtml.js';
import { markdownToHtml } from './markdownToHtml.js';
import { type MathMacros, noMacros } from './mathMacros.js';
import { PageMath } from './pageMath.js';
import { hiddenAuthors, type ReaderAction, type ReaderLabels } from './readerLabels.js';
import { texToHtml, texToInlineHtml } from './texToHtml.js';
import { texToText } from './texToText.js';
import { textChoiceHtml, textLabel, type TextChoice } from './textChoice.js';
import { textLanguage } from './textLanguage.js';

/**
 * One paper as the inside of the reader's `<article>`: title, authors, facts, actions, what a model
 * wrote (said once), abstract, and where the paper occurs. Safe HTML whatever the digest holds: the
 * only attributes with foreign text are `title` and the `href` of http and https links.
 *
 * The page's program finds what can be pressed by `data-action` (a `ReaderAction`), by
 * `data-occurrence` (an index into `paper.occurrences`), by `data-note` (into `labels.notes`), by
 * `data-text` (into `choice.texts`, -1 for all), by `data-author` (into `paper.authors`) and by
 * `data-jump` (the id of a section). It fills the section of similar papers, which are looked up when
 * the paper is there (`similarHtml.ts`).
 *
 * @param body what is shown, unless all texts of `choice` are
 * @param categoryName the English name of a category (`cs.LG`), undefined for a free text
 * @param macros the reader's own, for formulas
 */
export function renderPaper(
  paper: Paper,
  body: EntryBody,
  labels: ReaderLabels,
  categoryName?: (category: string) => string | undefined,
  macros: MathMacros = noMacros,
  choice: TextChoice = { texts: [], shown: 0 },
): string {
  const math = new PageMath(macros);
  return [
    '<header class="paper-header">',
    `<h1 tabindex="-1"${language(paper.title) || ' lang="en"'}>${texToInlineHtml(paper.title, math)}</h1>`,
    authorsHtml(paper.authors, labels),
    factsHtml(paper, labels, categoryName),
    commentHtml(body, labels, math),
    toolbarHtml(paper, labels),
    '</header>',
    aiHtml(body, labels, math, choice),
    abstractHtml(body, labels, math),
    '<section id="similar" class="similar" hidden></section>',
    notesHtml(labels),
    occurrencesHtml(paper, labels),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function language(text: string): string {
  const found = textLanguage(text);
  return found === undefined ? '' : ` lang="${found}"`;
}

function authorsHtml(authors: readonly string[], labels: ReaderLabels): string {
  if (authors.length === 0) return '';
  const names = authors.map(
    (name, index) =>
      `<button type="button" data-author="${index}" title="${escapeHtml(labels.searchAuthor)}">${escapeHtml(texToText(name))}</button>`,
  );
  const hidden = hiddenAuthors(names.length);
  const shown = names.slice(0, names.length - hidden).join(', ');
  const rest = names.slice(names.length - hidden).join(', ');
  const fold =
    hidden === 0
      ? ''
      : `<details><summary>${escapeHtml(labels.moreAuthors)}</summary><p>${rest}</p></details>`;
  return `<div class="authors"><p><span class="visually-hidden">${escapeHtml(labels.authors)}: </span>${shown}</p>${fold}</div>`;
}

function factsHtml(
  paper: Paper,
  labels: ReaderLabels,
  categoryName: ((category: string) => string | undefined) | undefined,
): string {
  const facts = [datesHtml(paper)];
  if (paper.category !== undefined) {
    const name = categoryName?.(paper.category);
    facts.push(escapeHtml(name === undefined ? paper.category : `${paper.category} · ${name}`));
  }
  facts.push(escapeHtml(labels.crossLists));
  if (paper.id !== undefined) {
    const version = paper.version === undefined ? '' : `v${paper.version}`;
    facts.push(`<code>arXiv:${escapeHtml(paper.id)}${version}</code>`);
  }
  if (paper.doi !== undefined) facts.push(`<code>doi:${escapeHtml(paper.doi)}</code>`);
  facts.push(escapeHtml(labels.seenBefore));
  const items = facts.filter((fact) => fact !== '').map((fact) => `<li>${fact}</li>`);
  return items.length === 0 ? '' : `<ul class="facts">${items.join('')}</ul>`;
}

function commentHtml({ comment = '' }: EntryBody, labels: ReaderLabels, math: PageMath): string {
  if (comment.trim() === '') return '';
  const text = `<span${language(comment) || ' lang="en"'}>${texToInlineHtml(comment, math)}</span>`;
  return `<p class="comment"><span class="label">${escapeHtml(labels.comment)}:</span> ${text}</p>`;
}

/** The day of the digests, or the first and the last when there are several. */
function datesHtml(paper: Paper): string {
  const dates = paper.occurrences.flatMap(({ date }) => (date === undefined ? [] : [date.value]));
  const [first, last] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? timeHtml(first) : `${timeHtml(first)} – ${timeHtml(last)}`;
}

function timeHtml(date: string): string {
  return `<time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>`;
}

function toolbarHtml(paper: Paper, labels: ReaderLabels): string {
  const web: readonly ReaderAction[] = paper.id === undefined ? [] : ['openOnArxiv', 'openPdf'];
  const actions: readonly ReaderAction[] = [
    'goToDigest',
    ...web,
    'insertCitation',
    'copyBibtex',
    'copyLink',
    'createLiteratureNote',
  ];
  const buttons = actions.map(
    (action) =>
      `<button type="button" data-action="${action}">${escapeHtml(labels.actions[action])}</button>`,
  );
  const jump = `<a class="jump" href="#abstract" data-jump="abstract">${escapeHtml(labels.abstract)}</a>`;
  return `<div class="toolbar" role="group" aria-label="${escapeHtml(labels.toolbar)}">${buttons.join('')}${jump}</div>`;
}

function aiHtml(body: EntryBody, labels: ReaderLabels, math: PageMath, choice: TextChoice): string {
  const fields =
    choice.shown < 0 ? allFieldsHtml(choice, labels, math) : fieldsHtml(body, labels, math);
  if (fields === '') return '';
  const mark = `<span class="ai-mark">${escapeHtml(labels.ai)}</span>`;
  return [
    '<div class="ai">',
    `<p class="ai-note" role="note">${mark} ${escapeHtml(labels.aiNote)}</p>`,
    textChoiceHtml(choice, labels),
    fields,
    '</div>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function allFieldsHtml({ texts }: TextChoice, labels: ReaderLabels, math: PageMath): string {
  return texts
    .map((text, index) => {
      const heading = escapeHtml(textLabel(text, index));
      return `<section class="digest-text" aria-label="${heading}"><p class="digest-label" aria-hidden="true">${heading}</p>${fieldsHtml(text.body, labels, math)}</section>`;
    })
    .join('\n');
}

function fieldsHtml({ summary, fields }: EntryBody, labels: ReaderLabels, math: PageMath): string {
  const first = summary === undefined ? [] : [fieldHtml(summary, 'field summary', labels, math)];
  return [...first, ...fields.map((field) => fieldHtml(field, 'field', labels, math))].join('\n');
}

function fieldHtml(field: AiField, kind: string, labels: ReaderLabels, math: PageMath): string {
  const text =
    field.failed === true || field.text.trim() === ''
      ? `<p class="failed">${escapeHtml(labels.failed)}</p>`
      : `<div class="text"${language(field.text)}>${markdownToHtml(field.text, math)}</div>`;
  return `<section class="${kind}"><h2${language(field.label)}>${escapeHtml(field.label)}</h2>${text}</section>`;
}

function abstractHtml(body: EntryBody, labels: ReaderLabels, math: PageMath): string {
  const abstract = body.abstract ?? '';
  const text =
    abstract.trim() === ''
      ? `<p class="failed">${escapeHtml(labels.noAbstract)}</p>`
      : `<div class="text"${language(abstract) || ' lang="en"'}>${texToHtml(abstract, math)}</div>`;
  return `<section class="abstract"><h2 id="abstract" tabindex="-1">${escapeHtml(labels.abstract)}</h2>${text}</section>`;
}

function notesHtml({ notes, notesHeading, literatureNote }: ReaderLabels): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ label, isLiterature }, index) => {
    const mark = isLiterature ? `<strong>${escapeHtml(literatureNote)}</strong> ` : '';
    return `<li>${mark}<button type="button" data-note="${index}">${escapeHtml(label)}</button></li>`;
  });
  return `<section class="occurrences"><h2>${escapeHtml(notesHeading)}</h2><ul>${items.join('')}</ul></section>`;
}

function occurrencesHtml(paper: Paper, labels: ReaderLabels): string {
  const items = paper.occurrences.map((occurrence, index) => {
    const label = labels.occurrences[index] ?? occurrence.date?.value ?? occurrence.format;
    return `<li><button type="button" data-occurrence="${index}">${escapeHtml(label)}</button></li>`;
  });
  if (items.length === 0) return '';
  return `<section class="occurrences"><h2>${escapeHtml(labels.occurrencesHeading)}</h2><ul>${items.join('')}</ul></section>`;
}
