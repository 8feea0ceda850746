import * as vscode from 'vscode';
import type { LibraryService } from './libraryService.js';

/** The digest of the menu or of the editor, else the newest. */
export async function digestMeant(
  service: LibraryService,
  given: unknown,
): Promise<string | undefined> {
  await service.start();
  const { library } = service;
  const asked = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (asked && library.document(asked.toString())?.digest) return asked.toString();
  if (given !== undefined) return undefined;
  const digests = [...library.documents()].filter(({ digest }) => digest);
  const dateOf = ({ digest }: (typeof digests)[number]): string => digest?.date?.value ?? '';
  return digests.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0]?.uri;
}
