import * as vscode from 'vscode';
import { mostPapers, type PickerSources } from './pickerOptions.js';
import type { PickerRound } from './pickerRound.js';
import type { Found } from './searchService.js';

/** Reading fewer files is not worth telling: a note is read again at every pause in writing it. */
const fewestTold = 20;

/** The title of a picker, with how much was found and how much can be searched so far. */
export function pickerTitle(
  title: string,
  sources: PickerSources,
  round: PickerRound,
  many = false,
): string {
  const { found, failure, query } = round;
  return [title, many ? failure : undefined, ...labels(), progressLabel(sources)]
    .filter(Boolean)
    .join(' · ');

  function labels(): (string | undefined)[] {
    if (!found) return [];
    if (found.papers.length > 0) return [countLabel(found), matchLabel(found)];
    return [many && query !== '' ? vscode.l10n.t('No paper matches "{0}".', query) : undefined];
  }
}

function matchLabel({ match }: Found): string | undefined {
  switch (match) {
    case 'all':
      return undefined;
    case 'typos':
      return vscode.l10n.t('No exact match: forgiving a typo');
    case 'some':
      return vscode.l10n.t('No paper has all the words: papers with some of them');
  }
}

function countLabel({ papers, total }: Found): string {
  const shown = papers.length;
  // The total counts entries without an id apart from the paper that they belong to.
  if (total > mostPapers) return vscode.l10n.t('{0} of {1} papers', shown, written(total));
  return shown === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', shown);
}

function progressLabel({ library, search }: PickerSources): string | undefined {
  const { state } = library;
  if (state.kind === 'indexing' && state.total >= fewestTold) {
    return vscode.l10n.t('Reading {0} of {1} files…', state.done, state.total);
  }
  const missing = search.missing.digests;
  if (missing === 0) return undefined;
  let all = 0;
  for (const { digest } of library.library.documents()) if (digest) all++;
  const searchable = Math.max(0, all - missing);
  return vscode.l10n.t(
    '{0} of {1} digests can be searched so far',
    written(searchable),
    written(all),
  );
}

function written(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
