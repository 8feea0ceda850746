import * as vscode from 'vscode';
import type { CslProblem } from './citationWriter.js';

/** Why a CSL style writes no references, and what to do about it. @param name of its file */
export function cslProblemText(name: string, problem: CslProblem): string {
  const { l10n } = vscode;
  const reason = 'reason' in problem ? shown(problem.reason) : '';
  switch (problem.kind) {
    case 'missing':
      return l10n.t('There is no CSL style {0}.', name);
    case 'dependent':
      return l10n.t(
        'The CSL style {0} only points to {1}. Use that one.',
        name,
        shown(problem.parent),
      );
    case 'noBibliography':
    case 'empty':
      return l10n.t('The CSL style {0} has no bibliography of such papers.', name);
    case 'stopped':
    case 'tooLarge':
      return l10n.t('The CSL style {0} needs too much time or memory for these papers.', name);
    case 'broken':
    case 'crashed':
    case 'unreadable': {
      const place = 'line' in problem ? `${name}:${problem.line}` : name;
      return l10n.t('The CSL style {0} cannot be used. {1}', place, reason);
    }
  }
}

/** Parts of somebody's file, without the links that messages would make of them. */
function shown(text: string): string {
  return text.replaceAll('](', '] (');
}
