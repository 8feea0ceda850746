import * as vscode from 'vscode';
import { archiveName } from '../core/categories.js';
import type { ListSpec } from '../core/reading/listSpec.js';
import type { PageWords } from '../core/reading/pageWords.js';
import { readingKeys, type ReadingCommand } from '../core/reading/readingKeys.js';
import type { ReadingShell } from '../core/render/readingShell.js';
import type { LibraryService } from './libraryService.js';
import { categoryLabel, dateLabel } from './paperWords.js';

/** What the page of a list says, in VS Code's language. */

export function listTitle(spec: ListSpec, { library }: LibraryService): string {
  switch (spec.kind) {
    case 'digest': {
      const date = library.document(spec.uri)?.digest?.date;
      if (date) return dateLabel(date);
      return vscode.Uri.parse(spec.uri).path.split('/').at(-1) ?? spec.uri;
    }
    case 'archive':
      return archiveName(spec.archive) ?? vscode.l10n.t('Other');
    case 'category': {
      const name = categoryLabel(spec.category) || vscode.l10n.t('No category');
      return spec.day === undefined ? name : `${name} · ${dayLabel(spec.day)}`;
    }
    case 'month':
      return dayLabel(spec.month);
    case 'day':
      return dayLabel(spec.day);
    case 'search':
      return vscode.l10n.t('Search: {0}', spec.query);
    case 'starred':
      return vscode.l10n.t('Reading List');
    case 'unread':
      return vscode.l10n.t('Unread');
    case 'tag':
      return vscode.l10n.t('Tag: {0}', spec.tag);
    case 'papers':
      return spec.title;
  }
}

function dayLabel(value: string): string {
  if (!/^\d{4}-\d\d/.test(value)) return vscode.l10n.t('No date');
  const precision = value.length > 7 ? 'day' : 'month';
  return dateLabel({ value, precision, source: 'fileName' });
}

/** @param isThere whether the source of the list is known: a file may be no digest */
export function whyEmpty({ kind }: ListSpec, isThere: boolean): string {
  if (kind !== 'digest') return vscode.l10n.t('There are no papers in this list.');
  return isThere
    ? vscode.l10n.t('This digest holds no papers.')
    : vscode.l10n.t(
        'Preprint finds no digest in this file, or it is none of the files that it reads.',
      );
}

export function shellStrings(): ReadingShell['strings'] {
  return {
    loading: vscode.l10n.t('Reading the digest…'),
    papers: vscode.l10n.t('Papers'),
    paper: vscode.l10n.t('Paper'),
    filter: vscode.l10n.t('Filter the list'),
    filterHint: vscode.l10n.t('Filter by title, author, text'),
    category: vscode.l10n.t('Category'),
    show: vscode.l10n.t('Which papers'),
    showAll: vscode.l10n.t('All papers'),
    showUnread: vscode.l10n.t('Unread'),
    showStarred: vscode.l10n.t('Starred'),
    back: vscode.l10n.t('Back to the list'),
    splitter: vscode.l10n.t('Width of the list'),
    keys: vscode.l10n.t('Keys'),
    changeKeys: vscode.l10n.t('Change Keys…'),
    close: vscode.l10n.t('Close'),
    openAsText: vscode.l10n.t('Open as Text'),
  };
}

export function explainedKeys(): ReadingShell['keys'] {
  const meanings: Readonly<Record<ReadingCommand, string>> = {
    'preprint.readerNext': vscode.l10n.t('Next paper'),
    'preprint.readerPrevious': vscode.l10n.t('Previous paper'),
    'preprint.readerNextUnread': vscode.l10n.t('Next unread paper'),
    'preprint.readerPageDown': vscode.l10n.t('One page on, then the next paper'),
    'preprint.readerPageUp': vscode.l10n.t('One page back'),
    'preprint.readerFilter': vscode.l10n.t('Filter the list'),
    'preprint.readerStar': vscode.l10n.t('Star, or take the star away'),
    'preprint.readerMute': vscode.l10n.t('Mute, or bring back'),
    'preprint.readerMarkUnread': vscode.l10n.t('Mark as unread'),
    'preprint.readerMarkRead': vscode.l10n.t('Mark as read'),
    'preprint.readerUndoMark': vscode.l10n.t('Take the last mark back'),
    'preprint.readerCite': vscode.l10n.t('Cite in the open document'),
    'preprint.readerNote': vscode.l10n.t('Literature note'),
    'preprint.readerOnArxiv': vscode.l10n.t('Open on arXiv'),
    'preprint.readerPdf': vscode.l10n.t('Open PDF'),
    'preprint.readerKeys': vscode.l10n.t('These keys'),
  };
  return readingKeys.map(({ command, keys }) => {
    const key = keys.map((name) => (name === 'shift+/' ? '?' : name)).join(' ');
    return { key, does: meanings[command] };
  });
}

export function pageWords(): PageWords {
  return {
    some: vscode.l10n.t('{0} of {1}'),
    onePaper: vscode.l10n.t('1 paper'),
    all: vscode.l10n.t('{0} papers'),
    muted: vscode.l10n.t('{0} muted'),
    allCategories: vscode.l10n.t('All categories'),
    noCategory: vscode.l10n.t('No category'),
    nothing: vscode.l10n.t('No paper passes the filter.'),
    unread: vscode.l10n.t('Unread'),
    read: vscode.l10n.t('Already read'),
    starred: vscode.l10n.t('Starred'),
    isMuted: vscode.l10n.t('Muted'),
    position: vscode.l10n.t('Paper {0} of {1}'),
  };
}
