import * as vscode from 'vscode';
import type { MarkNode, MarkedList } from '../core/markTree.js';
import type { Mark } from '../core/marks/mark.js';
import type { MuteReason } from '../core/marks/muteRules.js';
import { dateLabel } from './paperWords.js';
import { folder, rangeItem } from './treeItems.js';

/** How the rows look that marks put above the library. */
export function markItem(node: MarkNode): vscode.TreeItem {
  switch (node.kind) {
    case 'markedRange':
      return rangeItem(node);
    case 'tags': {
      const item = folder(vscode.l10n.t('Tags'), { count: node.count, muted: 0 });
      item.iconPath = new vscode.ThemeIcon('tag');
      item.contextValue = 'tags';
      return item;
    }
    case 'marked': {
      const item = folder(listName(node.list), node);
      item.iconPath = new vscode.ThemeIcon(listIcons[node.list.name]);
      const papers =
        node.count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', node.count);
      if (typeof item.label === 'string') {
        item.accessibilityInformation = { label: `${item.label}, ${papers}` };
      }
      return item;
    }
  }
}

const listIcons: Readonly<Record<MarkedList['name'], string>> = {
  starred: 'star-full',
  unread: 'inbox',
  tag: 'tag',
};

function listName(list: MarkedList): string {
  switch (list.name) {
    case 'starred':
      return vscode.l10n.t('Reading List');
    case 'unread': {
      const { day: value, precision } = list;
      const date = dateLabel({ value, precision, source: 'fileName' });
      return vscode.l10n.t('Unread of {0}', date);
    }
    case 'tag':
      return list.tag;
  }
}

/** What a row of a paper tells of its mark. */
export interface MarkLook {
  readonly icon: string;
  /** What stands beside the title. */
  readonly beside: readonly string[];
  /** All of it, for screen readers and under the pointer. */
  readonly words: readonly string[];
  /** For conditions of menus: `+starred+read`. */
  readonly flags: string;
}

/** By shape and words, never by colour alone. */
export function markLook(mark: Mark, reason: MuteReason | undefined): MarkLook {
  const { progress, starred, tags, note } = mark;
  const tagWords = tags.map((tag) => `#${tag}`);
  const isRead = progress === 'read' ? [vscode.l10n.t('read')] : [];
  const progressWords = progress === 'seen' ? [vscode.l10n.t('seen')] : isRead;
  const muted = reason ? [muteWords(reason)] : [];
  return {
    icon: starred ? 'star-full' : reason ? 'mute' : progressIcons[progress],
    beside: [...isRead, ...muted, ...tagWords, ...(note === '' ? [] : [note])],
    words: [
      ...(starred ? [vscode.l10n.t('starred')] : []),
      ...progressWords,
      ...muted,
      ...tagWords,
      ...(note === '' ? [] : [note]),
    ],
    flags: [
      ...(starred ? ['+starred'] : []),
      ...(progress === 'new' ? [] : [`+${progress}`]),
      ...(mark.muted ? ['+muted'] : []),
    ].join(''),
  };
}

const progressIcons = { new: 'file-text', seen: 'eye', read: 'pass' } as const;

export function muteWords(reason: MuteReason): string {
  switch (reason.kind) {
    case 'paper':
      return vscode.l10n.t('muted');
    case 'keyword':
      return vscode.l10n.t('muted by the keyword "{0}"', reason.word);
    case 'author':
      return vscode.l10n.t('muted by the author "{0}"', reason.word);
    case 'category':
      return vscode.l10n.t('muted by the category "{0}"', reason.word);
  }
}
