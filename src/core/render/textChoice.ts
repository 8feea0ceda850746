import type { EntryBody } from '../paper.js';
import { escapeHtml } from './escapeHtml.js';
import type { ReaderLabels } from './readerLabels.js';
import { textLanguage } from './textLanguage.js';

/** What one digest says of a paper. */
export interface DigestText {
  readonly body: EntryBody;
  /** Of the digest: `2026-02-13`. */
  readonly date?: string;
}

/** The texts that a paper's digests have of it, and which is shown: -1 for all. */
export interface TextChoice {
  readonly texts: readonly DigestText[];
  readonly shown: number;
}

/** The first of those that say the same, of those that say something: what a model wrote counts. */
export function distinctTexts(texts: readonly DigestText[]): readonly DigestText[] {
  const known = new Set<string>();
  return texts.filter(({ body }) => {
    const words = wordsOf(body);
    if (words === '' || known.has(words)) return false;
    known.add(words);
    return true;
  });
}

function wordsOf({ summary, fields }: EntryBody): string {
  return [summary, ...fields]
    .map((field) => (field === undefined || field.failed ? '' : field.text.trim()))
    .filter((text) => text !== '')
    .join('\n');
}

/** A button for each text, and one for all; '' when there is nothing to choose. */
export function textChoiceHtml({ texts, shown }: TextChoice, labels: ReaderLabels): string {
  if (texts.length < 2) return '';
  const button = (index: number, label: string): string =>
    `<button type="button" data-text="${index}" aria-pressed="${index === shown}">${label}</button>`;
  const buttons = texts.map((text, index) => button(index, escapeHtml(textLabel(text, index))));
  const all = button(-1, escapeHtml(labels.allTexts));
  return `<div class="texts" role="group" aria-label="${escapeHtml(labels.texts)}">${buttons.join('')}${all}</div>`;
}

/** `2026-02-14 · 中文`: languages by their own names. */
export function textLabel({ body, date }: DigestText, index: number): string {
  const language = textLanguage(wordsOf(body));
  const name = language === undefined ? undefined : languageNames[language];
  return [date ?? String(index + 1), name].filter((part) => part !== undefined).join(' · ');
}

const languageNames = { ko: '한국어', ja: '日本語', zh: '中文' } as const;
