import * as vscode from 'vscode';
import type { PickerOptions } from './pickerOptions.js';
import type { PickerRound } from './pickerRound.js';
import {
  actionRow,
  noteRow,
  queryRow,
  separator,
  type PickerRow,
  type WorkRow,
} from './pickerRows.js';
import type { SearchHistory } from './searchHistory.js';

interface ItemsState {
  /** More may be found soon. */
  readonly filling: boolean;
  readonly ticked: readonly WorkRow[];
  /** Removes a recent query. */
  readonly forget: vscode.QuickInputButton;
}

/** All rows of a picker, in their order. */
export function pickerItems(
  round: PickerRound,
  { many, history, queryButton }: PickerOptions,
  { filling, ticked, forget }: ItemsState,
): readonly PickerRow[] {
  const { found, failure, query, papers, entries } = round;
  const rows: PickerRow[] = [];
  // A note would have a box to tick in a list of these: there the title tells it.
  if (failure !== undefined && !many) rows.push(noteRow(failure, 'error'));
  if (query === '' && history) rows.push(...recent(history, forget, papers.length > 0));
  // What is ticked may not be found any more.
  const listed: ReadonlySet<PickerRow> = new Set([...entries, ...papers]);
  if (many) rows.push(...ticked.filter((row) => !listed.has(row)));
  if (entries.length > 0) {
    rows.push(separator(vscode.l10n.t('In the Bibliography')), ...entries);
  }
  const label = found && papers.length > 0 && matchLabel(found.match);
  if (label) rows.push(separator(label));
  else if (entries.length > 0 && papers.length > 0) {
    rows.push(separator(vscode.l10n.t('In Digests')));
  }
  rows.push(...papers);
  if (query !== '' && found) {
    if (papers.length + entries.length === 0 && failure === undefined && !many) {
      const nothing = filling
        ? vscode.l10n.t('No paper matches "{0}" so far.', query)
        : vscode.l10n.t('No paper matches "{0}".', query);
      rows.push(noteRow(nothing, 'info'));
    }
    if (queryButton && papers.length > 0) {
      rows.push(separator(''), actionRow(queryButton.tooltip, queryButton.iconPath));
    }
  }
  return rows.map((row) => round.row(row));
}

function recent(
  { queries }: SearchHistory,
  forget: vscode.QuickInputButton,
  hasPapers: boolean,
): readonly PickerRow[] {
  if (queries.length === 0) return [];
  const rows: PickerRow[] = queries.map((query) => queryRow(query, forget));
  const papers = hasPapers ? [separator(vscode.l10n.t('Newest Papers'))] : [];
  return [separator(vscode.l10n.t('Recent Searches')), ...rows, ...papers];
}

/** Stands at the end of the first row's line: the title has the whole sentence. */
function matchLabel(match: 'all' | 'typos' | 'some'): string | undefined {
  switch (match) {
    case 'all':
      return undefined;
    case 'typos':
      return vscode.l10n.t('Forgiving a Typo');
    case 'some':
      return vscode.l10n.t('Some of the Words');
  }
}
