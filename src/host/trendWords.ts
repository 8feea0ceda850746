import * as vscode from 'vscode';
import type { ReadingState } from '../core/trends/figures.js';
import type { TableWords } from '../core/trends/trendTables.js';
import type { TrendWords } from '../core/trends/trendWords.js';

/** Heads of the columns of the tables that the Trends page shows and saves. */
export function tableWords(): TableWords {
  return {
    from: vscode.l10n.t('From'),
    to: vscode.l10n.t('To'),
    days: vscode.l10n.t('Days with a digest'),
    papers: vscode.l10n.t('Papers'),
    share: vscode.l10n.t('Share'),
    category: vscode.l10n.t('Category'),
    noCategory: vscode.l10n.t('No category'),
    author: vscode.l10n.t('Author'),
    term: vscode.l10n.t('Term'),
    recently: vscode.l10n.t('Share recently'),
    before: vscode.l10n.t('Share before'),
    states: stateWords(),
  };
}

function stateWords(): Readonly<Record<ReadingState, string>> {
  return {
    starred: vscode.l10n.t('Starred'),
    read: vscode.l10n.t({ message: 'Read', comment: ['A paper that the person has read'] }),
    seen: vscode.l10n.t('Seen'),
    muted: vscode.l10n.t('Muted'),
    new: vscode.l10n.t('New'),
  };
}

/** All other texts of the page; what it fills in itself is left as `{0}`. */
export function trendWords(): TrendWords {
  return {
    title: vscode.l10n.t('Trends'),
    period: vscode.l10n.t('Period'),
    periods: {
      month: vscode.l10n.t('Last 30 days'),
      quarter: vscode.l10n.t('Last 3 months'),
      year: vscode.l10n.t('Last 12 months'),
      all: vscode.l10n.t('All digests'),
    },
    category: vscode.l10n.t('Category'),
    allCategories: vscode.l10n.t('All categories'),
    otherCategories: vscode.l10n.t('Other categories'),
    share: vscode.l10n.t('Share of the volume'),
    table: vscode.l10n.t('Table'),
    savePicture: vscode.l10n.t('Save SVG…'),
    saveTable: vscode.l10n.t('Save CSV…'),
    actionOf: vscode.l10n.t('{0}: {1}'),
    headings: {
      papers: vscode.l10n.t('Papers over time'),
      categories: vscode.l10n.t('Papers by category'),
      terms: vscode.l10n.t('Rising terms'),
      authors: vscode.l10n.t('Authors with most papers'),
      reading: vscode.l10n.t('Your reading'),
    },
    summary: vscode.l10n.t('{0} papers from {1} to {2}.'),
    undated: vscode.l10n.t('Digests that name no day, and are not counted: {0}.'),
    mark: vscode.l10n.t('{0}: {1} of {2} papers, {3}'),
    markOfTime: vscode.l10n.t('{0}, {1}'),
    markOfTerm: vscode.l10n.t('{0}: {1} of {2} papers, {3} now and {4} before'),
    termTimes: vscode.l10n.t(
      'Words of titles, and of summaries in Chinese: {0}, compared with {1}.',
    ),
    counting: vscode.l10n.t('Counting…'),
    noTerms: vscode.l10n.t('No term is in clearly more papers than before.'),
    noComparison: vscode.l10n.t('There are no earlier digests to compare with.'),
    noAuthors: vscode.l10n.t('No author has more than one paper here.'),
    noReading: vscode.l10n.t('What you see, read, star and mute is shown here.'),
    keys: vscode.l10n.t('Arrow keys go from bar to bar, Enter shows the papers.'),
    empty: vscode.l10n.t('No digest of this workspace names its day, so there is nothing to show.'),
    openSample: vscode.l10n.t('Open Sample Library'),
    tableWords: tableWords(),
  };
}
