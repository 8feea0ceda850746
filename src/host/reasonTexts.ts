import * as vscode from 'vscode';
import type { PaperForYou } from './forYou.js';

/** Why a paper is like another. */
export function sharedSentence(shared: readonly string[]): string {
  return vscode.l10n.t('Both have: {0}', listed(shared));
}

/** Why a person may like a paper. */
export function forYouSentence({ terms, authors, sameCategory, paper }: PaperForYou): string {
  const reasons = [
    authors.length > 0 &&
      vscode.l10n.t('By {0}, as papers that you starred', listed(authors.slice(0, 2))),
    terms.length > 0 && vscode.l10n.t('As in papers that you starred: {0}', listed(terms)),
    sameCategory && vscode.l10n.t('In {0}, as papers that you starred', paper.category ?? ''),
  ];
  return reasons.filter((reason) => reason !== false).join(' · ');
}

function listed(words: readonly string[]): string {
  return words.join(', ');
}
