import * as vscode from 'vscode';
import type { MarkNode, MarkedList } from '../core/markTree.js';
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
