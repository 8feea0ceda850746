import * as vscode from 'vscode';
import { contextKeys } from './contributions.js';
import type { Disposable } from './lifecycle.js';
import type { LibraryService } from './libraryService.js';

/** Tells menus which files of open tabs are digests: by what the library has read, not by their names. */
export function openDigestTabs(service: LibraryService): Disposable {
  let told = '';
  const tell = (): void => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const uris = new Set(
      tabs.flatMap(({ input }) =>
        input instanceof vscode.TabInputText ? [input.uri.toString()] : [],
      ),
    );
    const digests = [...uris]
      .filter((uri) => service.library.document(uri)?.digest !== undefined)
      .flatMap((uri) => pathsOf(vscode.Uri.parse(uri)));
    const state = digests.join('\n');
    if (state === told) return;
    told = state;
    void vscode.commands.executeCommand('setContext', contextKeys.openDigests, digests);
  };
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(tell),
    service.onDidChange(({ digests }) => {
      if (digests) tell();
    }),
  );
}

/**
 * As `resourcePath` in a condition may have it. The window of a remote folder knows its files by other
 * URIs than the extension does, and their paths as they stand in those.
 */
function pathsOf({ fsPath, path }: vscode.Uri): string[] {
  return [...new Set([fsPath, path])];
}
