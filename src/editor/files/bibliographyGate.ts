import * as vscode from 'vscode';
import {
  isBibliographyPath,
  isGeneratedBibliography,
} from '../../core/bibliography/bibliographyPath.js';
import { fileStat } from './fileStat.js';
import { nameOfWay } from './nameOfWay.js';
import { distrust } from './permit.js';
import { leadsIntoTools } from '../../core/toolFolders.js';
import { wayTo, type Refusal, type Way } from './way.js';

/**
 * Whether a bibliography that a document, a project or a setting names may be read: in the workspace,
 * or outside when its real name is that of a bibliography and it is a regular file. What it holds is
 * looked at by who reads it.
 */
export async function mayReadBibliography(uri: vscode.Uri): Promise<boolean> {
  const way = await wayTo(uri);
  if ('refusal' in way) return false;
  if (!way.isOutside) return true;
  const { path } = way.real;
  const isNamedSo = isBibliographyPath(path) || isGeneratedBibliography(path);
  return isNamedSo && (await isRegular(way.real));
}

/**
 * The way to a bibliography that entries are to be added to, as far as its place and name allow it.
 * Outside of the workspace none is made.
 */
export async function wayIntoBibliography(
  uri: vscode.Uri,
  missing: boolean,
): Promise<Way | Refusal> {
  const way = await wayTo(uri);
  if ('refusal' in way) return way;
  if (missing) return refusalToMake(way) ?? way;
  if (!way.isOutside) return way;
  if (!isBibliographyPath(way.real.path) || !(await isRegular(way.real)))
    return noBibliography(way);
  return distrust(way) ?? way;
}

export function noBibliography(way: Way): Refusal {
  return {
    refusal: vscode.l10n.t('No entry is added to what is no bibliography: {0}.', nameOfWay(way)),
  };
}

function refusalToMake(way: Way): Refusal | undefined {
  if (way.isOutside) {
    return {
      refusal: vscode.l10n.t(
        'No bibliography is made outside of the workspace; create it yourself first: {0}.',
        nameOfWay(way),
      ),
    };
  }
  if (!leadsIntoTools(way.path)) return undefined;
  return {
    refusal: vscode.l10n.t(
      'No bibliography is made in a folder that belongs to a program: {0}.',
      nameOfWay(way),
    ),
  };
}

async function isRegular(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await fileStat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
