import * as vscode from 'vscode';
import type { HealthCheck, HealthFinding, HealthGroup, TextCheck } from '../core/health/finding.js';
import type { MissingDays } from '../core/health/missingDays.js';
import { problemText } from './problemText.js';

type Args = HealthFinding['args'];

interface Sentences {
  one(args: Args): string;
  /** @param args of the first, where it is told */
  many(count: number, args: Args): string;
}

const sentences: Readonly<Record<TextCheck, Sentences>> = {
  placeholderText: {
    one: ([written = '', ...labels]) =>
      written === ''
        ? vscode.l10n.t('No text was generated for {0}.', labels.join(', '))
        : vscode.l10n.t(
            'No text was generated for {0}: "{1}" stands there instead.',
            labels.join(', '),
            written,
          ),
    many: (count, [written = '']) =>
      written === ''
        ? vscode.l10n.t('No text was generated for {0} entries; this is the first.', count)
        : vscode.l10n.t(
            'No text was generated for {0} entries; this is the first, with "{1}".',
            count,
            written,
          ),
  },
  emptyField: {
    one: (labels) => vscode.l10n.t('Nothing is written for {0}.', labels.join(', ')),
    many: (count) => vscode.l10n.t('{0} entries have empty fields; this is the first.', count),
  },
  missingAbstract: {
    one: () => vscode.l10n.t('This entry has no abstract; most others of the digest have one.'),
    many: (count) => vscode.l10n.t('{0} entries have no abstract; this is the first.', count),
  },
  missingAuthors: {
    one: () => vscode.l10n.t('This entry names no authors; most others of the digest do.'),
    many: (count) => vscode.l10n.t('{0} entries name no authors; this is the first.', count),
  },
  otherLanguage: {
    one: (labels) =>
      vscode.l10n.t('Not in the language of the digest, by its letters: {0}.', labels.join(', ')),
    many: (count) =>
      vscode.l10n.t(
        '{0} entries are not in the language of the digest, by their letters; this is the first.',
        count,
      ),
  },
  onlyInTwin: {
    one: ([name = '']) =>
      vscode.l10n.t('The paper {0} stands in the data file of this digest alone.', name),
    many: (count) =>
      vscode.l10n.t('{0} papers stand in the data file of this digest alone.', count),
  },
};

/** What is wrong at one place, in a sentence. */
export function healthText({ check, range, args }: HealthFinding): string {
  return isOfTexts(check)
    ? sentences[check].one(args)
    : problemText({ kind: check, line: range.startLine, args });
}

/** What is wrong at several places, in a sentence at the first of them. */
export function groupText({ check, count, first: [first] }: HealthGroup): string {
  if (!first) return '';
  if (count === 1) return healthText(first);
  return isOfTexts(check)
    ? sentences[check].many(count, first.args)
    : vscode.l10n.t('{0} (The first of {1} like this.)', healthText(first), count);
}

function isOfTexts(check: HealthCheck): check is TextCheck {
  return check in sentences;
}

export function missingDaysText({ from, to, count }: MissingDays): string {
  return count === 1
    ? vscode.l10n.t('The day before is missing in this series: {0}.', from)
    : vscode.l10n.t('{0} days before are missing in this series: {1} to {2}.', count, from, to);
}
