import * as vscode from 'vscode';
import { archiveName } from '../core/categories.js';
import type { Problem } from '../core/digest.js';
import type { Library } from '../core/library.js';
import type { Paper, PaperKey } from '../core/paper.js';
import type { TreeNode } from '../core/paperTree.js';
import { texToText } from '../core/render/texToText.js';
import { categoryLabel, dateLabel, firstAuthor, yearOf } from './paperWords.js';
import { problemText } from './problemText.js';

/** What could not be read, behind all papers. */
export type ProblemNode =
  | { readonly kind: 'problems'; readonly id: string; readonly count: number }
  | {
      readonly kind: 'problem';
      readonly id: string;
      readonly uri: vscode.Uri;
      readonly problem: Problem;
    };

/**
 * VS Code loses the arguments of a row's command whenever the tree is refreshed, so this one has
 * none: it is about the row that was pressed, which is the one selected.
 */
export const openSelected = '_preprint.openSelected';

/** How the rows of papers, and those that lead to them, look. */
export function treeItem(node: TreeNode | ProblemNode, library: Library): vscode.TreeItem {
  switch (node.kind) {
    case 'archive':
      return folder(archiveName(node.archive) ?? vscode.l10n.t('Other'), node.count);
    case 'category':
      return folder(categoryLabel(node.category) || vscode.l10n.t('No category'), node.count);
    case 'month': {
      const date = { value: node.month, precision: 'month', source: 'fileName' } as const;
      const item = folder(dateLabel(date), node.count);
      item.description =
        node.count === 1 ? vscode.l10n.t('1 digest') : vscode.l10n.t('{0} digests', node.count);
      return item;
    }
    case 'day':
      return dayItem(node);
    case 'range':
      return rangeItem(node);
    case 'paper':
      return paperItem(library.paper(node.key), node.key);
    case 'problems': {
      const item = folder(vscode.l10n.t('Problems'), node.count);
      item.iconPath = new vscode.ThemeIcon('warning');
      return item;
    }
    case 'problem':
      return problemItem(node);
  }
}

/** Papers number `from` to `to` of a long list (from 0, end exclusive). */
export function rangeItem({ from, to }: { from: number; to: number }): vscode.TreeItem {
  return folder(`${from + 1}–${to}`, to - from);
}

export function count(number: number): string {
  return number.toLocaleString(vscode.env.language);
}

function folder(label: string, papers: number): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = count(papers);
  item.contextValue = 'group';
  return item;
}

function dayItem({ day, precision, count }: Extract<TreeNode, { kind: 'day' }>): vscode.TreeItem {
  if (day === '') return folder(vscode.l10n.t('No date'), count);
  const item = folder(dateLabel({ value: day, precision, source: 'fileName' }), count);
  if (precision === 'month') {
    item.label = vscode.l10n.t('Day unknown');
    item.tooltip = vscode.l10n.t(
      'These digests name no day. Their file name or newest arXiv id tells the month.',
    );
  }
  return item;
}

function paperItem(paper: Paper | undefined, key: PaperKey): vscode.TreeItem {
  const title = paper ? texToText(paper.title) : key;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  if (!paper) return item;
  item.description = [firstAuthor(paper), yearOf(paper)].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = paper.id === undefined ? 'paper' : 'paper+arxiv';
  item.command = { command: openSelected, title: vscode.l10n.t('Open in Reader') };
  item.accessibilityInformation = { label: [title, item.description].filter(Boolean).join(', ') };
  return item;
}

function problemItem({ uri, problem }: Extract<ProblemNode, { kind: 'problem' }>): vscode.TreeItem {
  // The file first: in a narrow view the beginning of the sentence would be all that is seen.
  const place = `${vscode.workspace.asRelativePath(uri)}:${problem.line + 1}`;
  const item = new vscode.TreeItem(place, vscode.TreeItemCollapsibleState.None);
  item.description = problemText(problem);
  item.tooltip = `${place}\n${item.description}`;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = 'problem';
  if (problem.kind !== 'unreadable') {
    const position = new vscode.Position(problem.line, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open File'),
      arguments: [uri, { selection: new vscode.Range(position, position) }],
    };
  }
  return item;
}
