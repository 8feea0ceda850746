import * as vscode from 'vscode';
import { archiveName } from '../core/categories.js';
import type { Problem } from '../core/digest.js';
import type { Library } from '../core/library.js';
import type { Paper, PaperKey } from '../core/paper.js';
import type { TreeNode } from '../core/paperTree.js';
import { texToText } from '../core/render/texToText.js';
import { nameOfFile } from './fileName.js';
import type { MarkLook } from './markLook.js';
import { categoryLabel, dateLabel, firstAuthor, yearOf } from './paperWords.js';
import { problemText } from './problemText.js';
import { countBy } from './settings.js';

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
export function treeItem(
  node: TreeNode | ProblemNode,
  library: Library,
  lookOf: (paper: Paper) => MarkLook,
): vscode.TreeItem {
  switch (node.kind) {
    case 'archive':
      return folder(archiveName(node.archive) ?? vscode.l10n.t('Other'), node);
    case 'category':
      return categoryItem(node);
    case 'month': {
      const date = { value: node.month, precision: 'month', source: 'fileName' } as const;
      const item = folder(dateLabel(date), { count: node.count, muted: 0 });
      item.description =
        node.count === 1 ? vscode.l10n.t('1 digest') : vscode.l10n.t('{0} digests', node.count);
      return item;
    }
    case 'day':
      return dayItem(node);
    case 'range':
      return rangeItem(node);
    case 'paper':
      return paperItem(library.paper(node.key), node.key, lookOf);
    case 'problems': {
      const item = folder(vscode.l10n.t('Problems'), { count: node.count, muted: 0 });
      item.iconPath = new vscode.ThemeIcon('warning');
      return item;
    }
    case 'problem':
      return problemItem(node);
  }
}

/** Papers number `from` to `to` of a long list (from 0, end exclusive). */
export function rangeItem({ from, to }: { from: number; to: number }): vscode.TreeItem {
  return folder(`${from + 1}–${to}`, { count: to - from, muted: 0 });
}

export function count(number: number): string {
  return number.toLocaleString(vscode.env.language);
}

/** @param papers how many it holds, and how many are left out */
export function folder(
  label: string,
  papers: { readonly count: number; readonly muted: number },
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const muted = papers.muted === 0 ? [] : [vscode.l10n.t('{0} muted', count(papers.muted))];
  item.description = [count(papers.count), ...muted].join(' · ');
  item.contextValue = 'group';
  return item;
}

function categoryItem(node: Extract<TreeNode, { kind: 'category' }>): vscode.TreeItem {
  if (node.category === '') return folder(vscode.l10n.t('No category'), node);
  const meaning =
    countBy() === 'primary'
      ? vscode.l10n.t('Papers whose primary category this is')
      : vscode.l10n.t('Papers of this category, cross-lists among them');
  return explainedFolder(categoryLabel(node.category), node, meaning);
}

function dayItem(node: Extract<TreeNode, { kind: 'day' }>): vscode.TreeItem {
  const { day, precision } = node;
  if (day === '') return folder(vscode.l10n.t('No date'), node);
  if (precision === 'month') {
    return explainedFolder(
      vscode.l10n.t('Day unknown'),
      node,
      vscode.l10n.t(
        'These digests name no day. Their file name or newest arXiv id tells the month.',
      ),
    );
  }
  return folder(dateLabel({ value: day, precision, source: 'fileName' }), node);
}

/** A tooltip alone would take the place of the name that a screen reader tells. */
function explainedFolder(
  label: string,
  papers: { readonly count: number; readonly muted: number },
  text: string,
): vscode.TreeItem {
  const item = folder(label, papers);
  item.tooltip = text;
  item.accessibilityInformation = { label: [label, item.description, text].join(', ') };
  return item;
}

function paperItem(
  paper: Paper | undefined,
  key: PaperKey,
  lookOf: (paper: Paper) => MarkLook,
): vscode.TreeItem {
  const title = paper ? texToText(paper.title) : key;
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
  if (!paper) return item;
  const { icon, beside, words, flags } = lookOf(paper);
  const facts = [firstAuthor(paper), yearOf(paper)].filter(Boolean);
  item.description = [...facts, ...beside].join(' · ');
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = `${paper.id === undefined ? 'paper' : 'paper+arxiv'}${flags}`;
  item.command = { command: openSelected, title: vscode.l10n.t('Open in Reader') };
  const unseen = words.filter((word) => !beside.includes(word));
  const label = [title, item.description, ...unseen].filter((text) => text !== '').join(', ');
  item.accessibilityInformation = { label };
  return item;
}

function problemItem({ uri, problem }: Extract<ProblemNode, { kind: 'problem' }>): vscode.TreeItem {
  // The file first: in a narrow view the beginning of the sentence would be all that is seen.
  const place = `${nameOfFile(uri)}:${problem.line + 1}`;
  const item = new vscode.TreeItem(place, vscode.TreeItemCollapsibleState.None);
  item.description = problemText(problem);
  item.tooltip = `${place}\n${item.description}`;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = 'problem';
  if (problem.kind !== 'unreadable' && problem.kind !== 'keptAlone') {
    const position = new vscode.Position(problem.line, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open File'),
      arguments: [uri, { selection: new vscode.Range(position, position) }],
    };
  }
  return item;
}
