import * as vscode from 'vscode';
import { shownPath } from './shownPath.js';
import type { Way } from './way.js';

/** A file as it is named, with its real path where that is another: `refs.bib → /home/ada/refs.bib`. */
export function nameOfWay({ uri, real }: Pick<Way, 'uri' | 'real'>): string {
  const path = shownPath(real);
  if (shownPath(uri) === path) return vscode.workspace.asRelativePath(uri);
  return `${vscode.workspace.asRelativePath(uri)} → ${path}`;
}
