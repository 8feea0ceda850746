import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import type { Mark } from '../core/marks/mark.js';
import { papersFor } from '../host/papers.js';

/** A STAND-IN: the real commands take its place. */
export function registerMarksStandIn(context: FeatureContext): Disposable {
  const { marks } = context;
  const register = (command: string, change: (mark: Mark) => Partial<Mark>): Disposable =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const papers = await papersFor(context, args, { many: true, title: command });
      for (const { key } of papers ?? []) await marks.change([key], change(marks.of(key)));
    });
  return vscode.Disposable.from(
    register(commands.starPaper, ({ starred }) => ({ starred: !starred })),
    register(commands.mutePaper, ({ muted }) => ({ muted: !muted })),
    register(commands.markUnread, () => ({ progress: 'new' })),
    register(commands.markRead, () => ({ progress: 'read' })),
    vscode.commands.registerCommand(commands.undoMark, () => marks.undo()),
  );
}
