import * as vscode from 'vscode';
import { settings } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { WorkerDied } from '../host/workerDied.js';

/** Tells what is wrong with the setting of own formats, once for each fault, with a way to it. */
export function registerFormatProblems({ formats, library, log }: FeatureContext): Disposable {
  const store = new DisposableStore();
  let told: ReadonlySet<string> = new Set();

  const check = async (): Promise<void> => {
    const problems = await formats.problems();
    if (store.disposed) return;
    const fresh = problems.filter((problem) => !told.has(problem));
    told = new Set(problems);
    if (fresh.length > 0) await tell(fresh);
  };
  const tell = async (problems: readonly string[]): Promise<void> => {
    for (const problem of problems) log.warn(problem);
    const [first = '', ...others] = problems;
    const text =
      others.length === 0
        ? first
        : vscode.l10n.t('{0} Others: {1}. The log names them.', first, others.length);
    const open = vscode.l10n.t('Open Setting');
    const answer = await vscode.window.showWarningMessage(text, open);
    if (answer !== open) return;
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `@id:${settings.formats}`,
    );
  };
  const look = (): void => {
    check().catch((error: unknown) => {
      if (!(error instanceof WorkerDied)) log.error(String(error));
    });
  };

  let isFirst = true;
  store.add(
    library.onDidChangeState(({ kind }) => {
      // Nothing is asked of the worker before somebody needs the library.
      if (kind === 'ready' && isFirst) {
        isFirst = false;
        look();
      }
    }),
  );
  store.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.formats) && !isFirst) look();
    }),
  );
  return store;
}
