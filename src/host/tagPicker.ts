import * as vscode from 'vscode';
import { tidyTag, type Mark } from '../core/marks/mark.js';
import type { PaperKey } from '../core/paper.js';
import type { MarksService } from './marksService.js';

interface TagItem extends vscode.QuickPickItem {
  readonly tag: string;
}

/**
 * Asks for the tags of papers: all that there are, and what is typed as a new one. A tag that only
 * some of the papers have is not touched unless it is picked.
 * @returns undefined when the person has dismissed the question
 */
export function askTags(
  marks: Pick<MarksService, 'index' | 'of'>,
  keys: readonly PaperKey[],
): Promise<((mark: Mark) => Partial<Mark>) | undefined> {
  const had = keys.map((key) => new Set(marks.of(key).tags));
  const common = new Set([...(had[0] ?? [])].filter((tag) => had.every((tags) => tags.has(tag))));
  const known = [...marks.index.tags.keys()].sort((a, b) => a.localeCompare(b));
  const picker = vscode.window.createQuickPick<TagItem>();
  picker.title = vscode.l10n.t('Tag Paper');
  picker.placeholder = vscode.l10n.t('Pick tags, or type a new one');
  picker.canSelectMany = true;
  const items = new Map(known.map((tag) => [tag, { label: tag, tag }]));
  const show = (chosen: ReadonlySet<string>): void => {
    const typed = tidyTag(picker.value);
    const news: TagItem[] =
      typed === '' || items.has(typed)
        ? []
        : [{ label: typed, tag: typed, description: vscode.l10n.t('new tag') }];
    picker.items = [...items.values(), ...news];
    picker.selectedItems = picker.items.filter(({ tag }) => chosen.has(tag));
  };
  const chosen = (): Set<string> => new Set(picker.selectedItems.map(({ tag }) => tag));
  /** What was picked when the text was typed that stands there. */
  let before: ReadonlySet<string> = common;
  show(common);
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      // A new tag that was picked stays, whatever is typed next.
      for (const item of picker.selectedItems)
        items.set(item.tag, { label: item.tag, tag: item.tag });
      before = chosen();
      show(before);
    });
    picker.onDidAccept(() => {
      const picked = chosen();
      const typed = tidyTag(picker.value);
      // Of a list in which many are picked, Enter takes no row: what was typed last is meant, unless
      // it was typed to find a row that has been picked since.
      const hasPicked = picked.size !== before.size || [...picked].some((tag) => !before.has(tag));
      if (typed !== '' && !hasPicked) picked.add(typed);
      resolve(({ tags }) => ({
        tags: [...tags.filter((tag) => !common.has(tag) || picked.has(tag)), ...picked],
      }));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
