import * as vscode from 'vscode';
import { fileOf } from '../notebooks.js';
import { realPlace, type RealPlace } from './realPlace.js';
import { shownPath } from './shownPath.js';

/** A sentence for the person: what is wrong, where, and what to do. */
export interface Refusal {
  readonly refusal: string;
}

/** A file, and where it leads. */
export interface Way {
  /** As a person, a setting or a document names it. */
  readonly uri: vscode.Uri;
  readonly real: vscode.Uri;
  readonly isOutside: boolean;
  /** Below the real place of the workspace folder, parted by `/`; '' outside. */
  readonly path: string;
}

/** Schemes of VS Code itself for what is in no file; a cell without its notebook is in none. */
const fileless = new Set(['untitled', 'vscode-notebook-cell']);

/** Where a file leads at this moment, of a cell its notebook; a refusal when the disk does not tell. */
export async function wayTo(document: vscode.Uri): Promise<Way | Refusal> {
  const uri = fileOf(document);
  if (fileless.has(uri.scheme)) return { uri, real: uri, isOutside: false, path: '' };
  let place: RealPlace;
  try {
    place = await realPlace(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refusal: vscode.l10n.t('{0} cannot be reached: {1}', shownPath(uri), reason) };
  }
  const { folder, path } = place;
  return { uri, real: place.uri, isOutside: folder === undefined, path };
}

export async function leadsThere({ uri, real }: Way): Promise<boolean> {
  const now = await wayTo(uri);
  return 'real' in now && now.real.toString() === real.toString();
}
