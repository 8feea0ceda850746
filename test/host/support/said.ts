import * as vscode from 'vscode';

const methods = [
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
] as const satisfies readonly (keyof typeof vscode.window)[];

/**
 * What Preprint tells the person while something is done. The window of a test shows no
 * notifications, and tests share the extension's own `vscode`.
 * @returns each message behind its kind: `Warning: No digest holds this paper.`
 */
export async function saidDuring(act: () => PromiseLike<unknown>): Promise<string[]> {
  const said: string[] = [];
  const originals = methods.map((name) => [name, vscode.window[name]] as const);
  for (const name of methods) {
    const kind = name.slice('show'.length, -'Message'.length);
    replace(name, (message: string) => {
      said.push(`${kind}: ${message}`);
      return Promise.resolve(undefined);
    });
  }
  try {
    await act();
  } finally {
    for (const [name, original] of originals) replace(name, original);
  }
  return said;
}

function replace(name: (typeof methods)[number], value: unknown): void {
  Object.defineProperty(vscode.window, name, { value, configurable: true, writable: true });
}

/** The addresses that Preprint opens in the browser while something is done; none is opened. */
export async function openedDuring(act: () => PromiseLike<unknown>): Promise<string[]> {
  const opened: string[] = [];
  const { openExternal } = vscode.env;
  const set = (value: unknown): void => {
    Object.defineProperty(vscode.env, 'openExternal', {
      value,
      configurable: true,
      writable: true,
    });
  };
  set((uri: vscode.Uri) => {
    opened.push(uri.toString());
    return Promise.resolve(true);
  });
  try {
    await act();
  } finally {
    set(openExternal);
  }
  return opened;
}

/** Answers the dialog that asks where a file is to be saved, while something is done. */
export async function savingAs(uri: vscode.Uri, act: () => PromiseLike<unknown>): Promise<void> {
  const { showSaveDialog } = vscode.window;
  const set = (value: unknown): void => {
    Object.defineProperty(vscode.window, 'showSaveDialog', {
      value,
      configurable: true,
      writable: true,
    });
  };
  set(() => Promise.resolve(uri));
  try {
    await act();
  } finally {
    set(showSaveDialog);
  }
}
