import * as vscode from 'vscode';
import type { HealthFinding, HealthGroup } from '../core/health/finding.js';
import type { MissingDays } from '../core/health/missingDays.js';
import { problemText } from './problemText.js';

/** What is wrong at one place, in a sentence. */
export function healthText({ check, range, args }: HealthFinding): string {
  switch (check) {
    case 'placeholderText': {
      const [written = '', ...labels] = args;
      return written === ''
        ? vscode.l10n.t('No text was generated for {0}.', labels.join(', '))
        : vscode.l10n.t(
            'No text was generated for {0}: "{1}" stands there instead.',
            labels.join(', '),
            written,
          );
    }
    case 'emptyField':
      return vscode.l10n.t('Nothing is written for {0}.', args.join(', '));
    case 'missingAbstract':
      return vscode.l10n.t('This entry has no abstract; most others of the digest have one.');
    case 'missingAuthors':
      return vscode.l10n.t('This entry names no authors; most others of the digest do.');
    case 'otherLanguage':
      return vscode.l10n.t(
        'Not in the language of the digest, by its letters: {0}.',
        args.join(', '),
      );
    case 'onlyInTwin':
      return vscode.l10n.t('The paper {0} stands in the data file of this digest alone.', ...args);
    default:
      return problemText({ kind: check, line: range.startLine, args });
  }
}

/** What is wrong at several places, in a sentence at the first of them. */
export function groupText({ check, count, first: [first] }: HealthGroup): string {
  if (!first) return '';
  if (count === 1) return healthText(first);
  switch (check) {
    case 'placeholderText': {
      const [written = ''] = first.args;
      return written === ''
        ? vscode.l10n.t('No text was generated for {0} entries; this is the first.', count)
        : vscode.l10n.t(
            'No text was generated for {0} entries; this is the first, with "{1}".',
            count,
            written,
          );
    }
    case 'emptyField':
      return vscode.l10n.t('{0} entries have empty fields; this is the first.', count);
    case 'missingAbstract':
      return vscode.l10n.t('{0} entries have no abstract; this is the first.', count);
    case 'missingAuthors':
      return vscode.l10n.t('{0} entries name no authors; this is the first.', count);
    case 'otherLanguage':
      return vscode.l10n.t(
        '{0} entries are not in the language of the digest, by their letters; this is the first.',
        count,
      );
    case 'onlyInTwin':
      return vscode.l10n.t('{0} papers stand in the data file of this digest alone.', count);
    default:
      return vscode.l10n.t('{0} (The first of {1} like this.)', healthText(first), count);
  }
}

export function missingDaysText({ from, to, count }: MissingDays): string {
  return count === 1
    ? vscode.l10n.t('The day before is missing in this series: {0}.', from)
    : vscode.l10n.t('{0} days before are missing in this series: {1} to {2}.', count, from, to);
}
