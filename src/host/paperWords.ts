import * as vscode from 'vscode';
import { categoryName } from '../core/categories.js';
import { monthOfId } from '../core/arxivId.js';
import type { DigestDate } from '../core/digest.js';
import type { Paper } from '../core/paper.js';

/** Short texts about a paper, as trees, pickers and hovers show them. */

/** `A. First, B. Second and 12 more`. Names are plain text already. */
export function authorList(authors: readonly string[], most: number): string {
  if (authors.length <= most) return authors.join(', ');
  return vscode.l10n.t(
    '{0} and {1} more',
    authors.slice(0, most).join(', '),
    authors.length - most,
  );
}

/** `Kodama et al.`, or '' for a paper without authors. */
export function firstAuthor({ authors }: Paper): string {
  const [first = ''] = authors;
  return authors.length > 1 ? vscode.l10n.t('{0} et al.', first) : first;
}

/** The year in which arXiv gave the id, else ''. A digest's own year says nothing of its papers. */
export function yearOf({ id }: Paper): string {
  return id === undefined ? '' : monthOfId(id).slice(0, 4);
}

/** `cs.LG · Machine Learning`; a generator's own category as it is. */
export function categoryLabel(category: string): string {
  const name = categoryName(category);
  return name === undefined ? category : `${category} · ${name}`;
}

/** The categories beside the primary one: `Also in cs.CL, stat.ML`; '' when no digest tells any. */
export function crossListsLabel({ crossLists = [] }: Paper): string {
  return crossLists.length === 0 ? '' : vscode.l10n.t('Also in {0}', crossLists.join(', '));
}

/** A month is marked as such: it was told by the newest id, not by the digest. */
export function dateLabel(date: DigestDate): string {
  const [year = 0, month = 1, day = 1] = date.value.split('-').map(Number);
  const time = Date.UTC(year, month - 1, day);
  const { precision } = date;
  return new Intl.DateTimeFormat(vscode.env.language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(precision === 'day' && { day: 'numeric' }),
  }).format(time);
}
