import * as vscode from 'vscode';
import type { RootNode, SearchAnswer, SearchNode } from '../core/searchTree.js';
import type { Answered } from './liveAnswer.js';
import { count, rangeItem } from './treeItems.js';

/** What the row of a search tells. */
export interface SearchFacts {
  /** None before the engine has answered. */
  readonly answered: Answered<SearchAnswer> | undefined;
  /** Not all digests can be searched yet. */
  readonly filling: boolean;
}

/** How the rows of searches look. */
export function searchItem(node: SearchNode, facts: SearchFacts): vscode.TreeItem {
  switch (node.kind) {
    case 'search':
      return rootItem(node, facts);
    case 'searchRange':
      return rangeItem(node);
    case 'searchNote':
      return noteItem(node.note, facts);
  }
}

function rootItem({ search: { name, query } }: RootNode, facts: SearchFacts): vscode.TreeItem {
  const { answered } = facts;
  const item = new vscode.TreeItem(name ?? query, vscode.TreeItemCollapsibleState.Collapsed);
  item.contextValue = name === undefined ? 'search' : 'search+saved';
  item.iconPath = new vscode.ThemeIcon(name === undefined ? 'search' : 'bookmark');
  if (answered && 'error' in answered) item.iconPath = new vscode.ThemeIcon('warning');
  if (answered && 'value' in answered) {
    const { total } = answered.value;
    // Nothing found in nothing is no news.
    if (total > 0 || !facts.filling) item.description = count(total);
  }
  const state = stateSentences(facts);
  const kind =
    name === undefined
      ? vscode.l10n.t('Search: {0}', query)
      : vscode.l10n.t('Saved search: {0}', name);
  item.accessibilityInformation = { label: [kind, ...state].join(', ') };
  // The query as it is: no Markdown.
  item.tooltip = [name === undefined ? [] : name, query, ...state].flat().join('\n');
  return item;
}

function stateSentences({ answered, filling }: SearchFacts): string[] {
  if (!answered) return [];
  if ('error' in answered) return [failure(answered.error)];
  const { total, match } = answered.value;
  const sentences = [papersFound(total)];
  if (total > 0 && match === 'typos') {
    sentences.push(
      vscode.l10n.t('No paper holds these words as they are written, only others like them.'),
    );
  }
  if (total > 0 && match === 'some') {
    sentences.push(vscode.l10n.t('No paper holds all of these words, only some of them.'));
  }
  if (filling) sentences.push(vscode.l10n.t('Not all digests can be searched yet.'));
  return sentences;
}

function papersFound(total: number): string {
  if (total === 0) return vscode.l10n.t('No paper found');
  return total === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', count(total));
}

export function failure(error: Error): string {
  return vscode.l10n.t('The search failed: {0}', error.message);
}

function noteItem(note: 'none' | 'more', facts: SearchFacts): vscode.TreeItem {
  const item = new vscode.TreeItem(noteText(note, facts), vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon('info');
  item.contextValue = 'note';
  return item;
}

function noteText(note: 'none' | 'more', { answered, filling }: SearchFacts): string {
  if (!answered || 'error' in answered) {
    return answered ? failure(answered.error) : vscode.l10n.t('No paper found');
  }
  const { keys, total } = answered.value;
  if (note === 'more') {
    const [listed, all] = [count(keys.length), count(total)];
    return vscode.l10n.t(
      'These are the best {0} of {1} papers. More words find less.',
      listed,
      all,
    );
  }
  return filling ? vscode.l10n.t('No paper found so far') : vscode.l10n.t('No paper found');
}
