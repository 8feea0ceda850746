import * as vscode from 'vscode';
import type { Problem } from '../core/digest.js';

/** What was wrong, and what to do about it, in a sentence. */
export function problemText({ kind, args }: Problem): string {
  const [first = '', second = '', third = ''] = args;
  switch (kind) {
    case 'entryCutOff':
      return vscode.l10n.t('The entry "{0}" is cut off. Is the digest still being written?', first);
    case 'entryWithoutAuthors':
      return vscode.l10n.t('The entry "{0}" has no line of authors.', first);
    case 'duplicateEntry':
      return vscode.l10n.t('The paper {0} stands in this digest more than once.', first);
    case 'tocMismatch':
      return vscode.l10n.t(
        'The table of contents counts {1} in {0}, but the digest holds {2}.',
        first,
        second,
        third,
      );
    case 'idNotRead':
      return vscode.l10n.t(
        'This begins like an entry, but "{0}" is no arXiv id and no DOI.',
        first,
      );
    case 'dateNotRead':
      return vscode.l10n.t('"{0}" is not read as a date. Write it like {1}.', first, '2026-02-13');
    case 'moreProblems':
      return vscode.l10n.t('{0} more problems of this file are not listed.', first);
    case 'invalidUtf8':
      return vscode.l10n.t(
        'Some characters are not UTF-8 and were replaced. Save the file as UTF-8.',
      );
    case 'notUtf8':
      return vscode.l10n.t(
        'This file is not UTF-8. It is read as {0}, and may be otherwise. Save it as UTF-8.',
        first,
      );
    case 'binary':
      return vscode.l10n.t(
        'This is not a text file. Exclude it with the setting {0}.',
        'preprint.files.exclude',
      );
    case 'tooLarge':
      if (third !== '') {
        return vscode.l10n.t(
          "The file has {0} MB, more than the {1} MB of the setting {2}, and was not read. If it holds arXiv's metadata, name the categories to be read in the setting {3}.",
          ...[first, second, 'preprint.files.maxSize', third],
        );
      }
      return vscode.l10n.t(
        'The file has {0} MB, more than the {1} MB of the setting {2}, and was not read.',
        first,
        second,
        'preprint.files.maxSize',
      );
    case 'unreadable':
      return vscode.l10n.t('This cannot be read. Check its permissions.');
    case 'keptAlone':
      return vscode.l10n.t(
        'This can no longer be read. What is known of it is as it was read last. Check its permissions.',
      );
    case 'readerDied':
      return vscode.l10n.t('Reading this file failed. The log of Preprint tells more.');
    case 'readerOverdue':
      return vscode.l10n.t(
        'Reading this file takes too long, so it is left out until it changes. Exclude it with the setting {0}.',
        'preprint.files.exclude',
      );
    case 'notSearchable':
      return vscode.l10n.t(
        'Making this file searchable takes too long or too much memory, so no search finds what is in it until it changes. The log of Preprint tells more.',
      );
  }
}
