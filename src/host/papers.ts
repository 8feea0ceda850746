import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../core/paper.js';
import { texToText } from '../core/render/texToText.js';
import { idAt } from './idAt.js';
import type { LibraryService } from './libraryService.js';
import { authorList, categoryLabel, yearOf } from './paperWords.js';

/** Something that stands for a paper: a tree node, an argument of a command link. */
interface PaperNode {
  readonly key: PaperKey;
}

const keyShape = /^(?:arxiv|doi|title):./;

/**
 * The papers that a command is about: those of its arguments (keys, or nodes of the tree, where the
 * second argument is the selection), else the one under the cursor, else what the person picks.
 * Arguments may come from a link or a page, so that a key unknown to the library counts as none.
 * @returns undefined when the person has dismissed the picker
 */
export async function papersFor(
  service: LibraryService,
  args: readonly unknown[],
  picker: { readonly many: boolean; readonly title: string },
): Promise<readonly Paper[] | undefined> {
  await service.start();
  const [first, selection] = args;
  const named = keysIn(Array.isArray(selection) ? selection : [first]);
  if (named.length > 0) return known(service, named);
  // The menu of an editor names its file.
  if (first !== undefined && !(first instanceof vscode.Uri)) return [];
  // A row of the tree that VS Code has lost while it was refreshed: no other paper was meant.
  if (first === undefined && args.length > 1) return undefined;
  const editor = vscode.window.activeTextEditor;
  const under = editor && idAt(editor.document, editor.selection.active);
  if (under && service.library.has(under.key)) return known(service, [under.key]);
  return pickPapers(service, picker);
}

function keysIn(values: readonly unknown[]): PaperKey[] {
  return values.flatMap((value) => {
    if (typeof value === 'string') return isKey(value) ? [value] : [];
    const key = (value as Partial<PaperNode> | null | undefined)?.key;
    return typeof key === 'string' ? [key] : [];
  });
}

function isKey(text: string): text is PaperKey {
  return keyShape.test(text);
}

function known(service: LibraryService, keys: readonly PaperKey[]): Paper[] {
  const papers = new Map<PaperKey, Paper>();
  for (const key of keys) {
    const paper = service.library.paper(key);
    if (paper) papers.set(paper.key, paper);
  }
  return [...papers.values()];
}

interface PaperPick extends vscode.QuickPickItem {
  readonly paper: Paper;
}

/** Long lists are of no use in a picker, and cost the window its fluency. */
const mostPicks = 100;

async function pickPapers(
  service: LibraryService,
  { many, title }: { readonly many: boolean; readonly title: string },
): Promise<readonly Paper[] | undefined> {
  if (service.library.size === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No paper digest was found in this workspace, so there is nothing to choose from.',
      ),
    );
    return undefined;
  }
  const picker = vscode.window.createQuickPick<PaperPick>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Title, author or arXiv id');
  picker.canSelectMany = many;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  let asked = 0;
  const list = async (): Promise<void> => {
    const mine = ++asked;
    picker.busy = true;
    const papers = await service.find(picker.value, mostPicks);
    if (mine !== asked) return;
    const chosen = picker.selectedItems;
    const kept = new Set(chosen.map(({ paper }) => paper.key));
    picker.items = [...chosen, ...papers.filter(({ key }) => !kept.has(key)).map(pickOf)];
    if (many) picker.selectedItems = chosen;
    picker.busy = false;
  };
  return new Promise((resolve) => {
    let listed = list();
    picker.onDidChangeValue(() => (listed = list()));
    picker.onDidAccept(async () => {
      // Enter may come before what was typed last has been looked up.
      await listed;
      const chosen = accepted(picker);
      if (chosen.length === 0) return;
      resolve(chosen.map(({ paper }) => paper));
      picker.hide();
    });
    picker.onDidHide(() => {
      asked++;
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** What is ticked, else the row with the focus, else the first that was found for what is typed. */
function accepted(picker: vscode.QuickPick<PaperPick>): readonly PaperPick[] {
  const { activeItems, canSelectMany, items, selectedItems, value } = picker;
  if (canSelectMany && selectedItems.length > 0) return selectedItems;
  const active = activeItems.filter((item) => items.includes(item));
  if (active.length > 0) return active;
  return value.trim() === '' ? [] : items.slice(0, 1);
}

function pickOf(paper: Paper): PaperPick {
  const { id, category, authors } = paper;
  return {
    paper,
    // The library has searched: VS Code would hide words in another order, or of a later author.
    alwaysShow: true,
    label: texToText(paper.title),
    description: [id, category && categoryLabel(category)].filter(Boolean).join(' · '),
    detail: [authorList(authors, 3), yearOf(paper)].filter(Boolean).join(' · '),
  };
}
