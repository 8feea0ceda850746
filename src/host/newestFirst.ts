import type * as vscode from 'vscode';
import type { Slices } from './slices.js';

/** Files name their day; the newest are read first, so that today's papers are there at once. */
export async function newestFirst(
  files: readonly vscode.Uri[],
  slices: Slices,
): Promise<vscode.Uri[]> {
  const pattern = /(20\d\d)\D?(\d\d)\D?(\d\d)/;
  const days = new Map<string, vscode.Uri[]>();
  for (const uri of files) {
    const day = pattern.exec(uri.path)?.slice(1).join('') ?? '';
    const those = days.get(day);
    if (those) those.push(uri);
    else days.set(day, [uri]);
    await slices.turn();
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, those]) => those);
}
