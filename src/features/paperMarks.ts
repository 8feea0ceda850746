import * as vscode from 'vscode';
import type { Mark } from '../core/marks/mark.js';
import type { PaperKey } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { keysBelow } from '../host/nodePapers.js';
import { papersFor } from '../host/papers.js';
import type { PapersRow } from '../host/papersRow.js';
import { askTags } from '../host/tagPicker.js';

type Change = (mark: Mark) => Partial<Mark>;

/** Stars, mutes, tags and remarks on papers, how far they are read, and what takes it back. */
export function registerPaperMarks(context: FeatureContext): Disposable {
  const { marks } = context;
  const register = (
    command: string,
    title: string,
    run: (keys: readonly PaperKey[]) => Promise<void>,
  ): Disposable =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const keys = await keysFor(context, args, title);
      if (keys === undefined) return;
      if (keys.length > 0) {
        await marks.start();
        await run(keys);
      } else {
        void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
      }
    });
  const changing = (command: string, title: string, changeOf: (marks: readonly Mark[]) => Change) =>
    register(command, title, (keys) =>
      marks.changeEach(keys, changeOf(keys.map((key) => marks.of(key)))),
    );
  // Of several papers, all become what one of them is not yet.
  const toggleStar = (those: readonly Mark[]): Change => {
    const starred = those.some((mark) => !mark.starred);
    return () => ({ starred });
  };
  const toggleMute = (those: readonly Mark[]): Change => {
    const muted = those.some((mark) => !mark.muted);
    return () => ({ muted });
  };
  return vscode.Disposable.from(
    changing(commands.starPaper, vscode.l10n.t('Star Paper'), toggleStar),
    changing(commands.unstarPaper, vscode.l10n.t('Remove Star'), toggleStar),
    changing(commands.mutePaper, vscode.l10n.t('Mute Paper'), toggleMute),
    changing(commands.unmutePaper, vscode.l10n.t('Unmute Paper'), toggleMute),
    changing(commands.markRead, vscode.l10n.t('Mark as Read'), () => () => ({ progress: 'read' })),
    changing(commands.markUnread, vscode.l10n.t('Mark as Unread'), () => () => ({
      progress: 'new',
    })),
    register(commands.tagPaper, vscode.l10n.t('Tag Paper'), async (keys) => {
      const change = await askTags(marks, keys);
      if (change) await marks.changeEach(keys, change);
    }),
    register(commands.remarkPaper, vscode.l10n.t('Remark on Paper'), async (keys) => {
      const note = await askRemark(keys.map((key) => marks.of(key).note));
      if (note !== undefined) await marks.change(keys, { note });
    }),
    vscode.commands.registerCommand(commands.undoMark, async () => {
      if (!(await marks.undo())) say(vscode.l10n.t('There is no mark to take back.'));
    }),
    vscode.commands.registerCommand(commands.redoMark, async () => {
      if (!(await marks.redo())) say(vscode.l10n.t('There is no mark to make again.'));
    }),
  );
}

/** Rows of the view may be groups, which stand for all their papers. */
async function keysFor(
  context: FeatureContext,
  args: readonly unknown[],
  title: string,
): Promise<readonly PaperKey[] | undefined> {
  const [first, selection] = args;
  const rows: readonly unknown[] = Array.isArray(selection) ? selection : [first];
  if (rows.length > 0 && rows.every(isRow)) {
    await context.library.start();
    const keys = await Promise.all(rows.map((row) => keysBelow(context, row)));
    return [...new Set(keys.flat())].filter((key) => context.library.library.has(key));
  }
  const papers = await papersFor(context, args, { many: true, title });
  return papers?.map(({ key }) => key);
}

function isRow(value: unknown): value is PapersRow {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}

async function askRemark(notes: readonly string[]): Promise<string | undefined> {
  const [first = ''] = notes;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Remark on Paper'),
    prompt: vscode.l10n.t('One short remark, shown beside the title. Empty for none.'),
    value: notes.every((note) => note === first) ? first : '',
  });
  return text?.replace(/\s+/g, ' ').trim();
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
