import * as vscode from 'vscode';
import type { MuteList } from '../core/marks/muteRules.js';
import type { Paper } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';
import { categoryLabel } from '../host/paperWords.js';

interface MuteItem extends vscode.QuickPickItem {
  readonly list: MuteList;
  /** Undefined: to be asked for. */
  readonly word?: string;
}

/** Mutes an author, the category or a keyword of a paper, in the settings. */
export function registerMuteLists(context: FeatureContext): Disposable {
  const { marks } = context;
  return vscode.commands.registerCommand(commands.muteMore, async (...args: unknown[]) => {
    const title = vscode.l10n.t('Mute Author, Category or Keyword');
    const [paper] = (await papersFor(context, args, { many: false, title })) ?? [];
    if (!paper) return;
    const item = await vscode.window.showQuickPick(itemsOf(paper), { title });
    const word = item?.word ?? (item && (await askKeyword(title)));
    if (!item || !word) return;
    await marks.mute(item.list, word, paper.key);
    const told = vscode.l10n.t('Muted: {0}. "Undo Last Mark" takes it back.', word);
    vscode.window.setStatusBarMessage(`$(mute) ${told}`, 6000);
  });
}

function itemsOf({ authors, category }: Paper): MuteItem[] {
  const people = authors.map((word): MuteItem => {
    return { list: 'author', word, label: word, description: vscode.l10n.t('author') };
  });
  const place: MuteItem[] =
    category === undefined
      ? []
      : [
          {
            ...{ list: 'category', word: category, label: categoryLabel(category) },
            description: vscode.l10n.t('category'),
          },
        ];
  const keyword = vscode.l10n.t('A Word of the Title…');
  return [...people, ...place, { list: 'keyword', label: keyword }];
}

async function askKeyword(title: string): Promise<string | undefined> {
  const prompt = vscode.l10n.t('Papers with this word or phrase in their title are muted');
  return (await vscode.window.showInputBox({ title, prompt }))?.trim();
}
