import * as vscode from 'vscode';
import type { BibliographyProblemKind } from '../core/bibliography/entry.js';
import type { BibliographyService, CitedBibliography } from './bibliographyService.js';
import { nameOfFile } from './fileName.js';
import { folderOf } from './folderListing.js';
import { isWritable } from './writable.js';

/** What an entry behind would be lost in, or would make worse. */
const spoiled: ReadonlySet<BibliographyProblemKind> = new Set([
  ...(['unclosedEntry', 'notABibliography', 'mergeConflict', 'binary', 'invalidUtf8'] as const),
]);

/**
 * Why no entry may be added to a bibliography, and what to do, in a sentence; undefined when nothing
 * speaks against it, else its format.
 */
export async function formatOrRefusal(
  bibliographies: BibliographyService,
  { uri, missing }: Pick<CitedBibliography, 'uri' | 'missing'>,
): Promise<{ readonly format: string } | { readonly refusal: string }> {
  const name = nameOfFile(uri);
  if (!(await isWritable(uri))) {
    return { refusal: vscode.l10n.t('{0} is read-only.', name) };
  }
  if (missing) {
    if (!(await isFolder(folderOf(uri)))) {
      const message = vscode.l10n.t('The folder of {0} does not exist. Create it first.', name);
      return { refusal: message };
    }
    const format = formatOfNew(uri.path);
    return format === undefined ? { refusal: onlyRead(name) } : { format };
  }
  const summary = await bibliographies.summary(uri);
  if (!summary) return { refusal: vscode.l10n.t('{0} cannot be read.', name) };
  const fault = summary.problems.find(({ kind }) => spoiled.has(kind));
  if (fault) return { refusal: faultText(fault.kind, name, fault.line + 1) };
  return { format: summary.format };
}

export function onlyRead(name: string): string {
  return vscode.l10n.t('{0} is in a format, or of a shape, that Preprint only reads.', name);
}

function faultText(kind: BibliographyProblemKind, name: string, line: number): string {
  if (kind === 'mergeConflict') {
    return vscode.l10n.t('{0} has a merge conflict at line {1}. Resolve it first.', name, line);
  }
  if (kind === 'unclosedEntry') {
    return vscode.l10n.t(
      'An entry of {0} is not closed, at line {1}: what stands behind it would be lost. Close it first.',
      name,
      line,
    );
  }
  return vscode.l10n.t('{0} cannot be read as a bibliography.', name);
}

function formatOfNew(path: string): string | undefined {
  if (/\.(?:bib|bibtex|biblatex)$/i.test(path)) return 'bibtex';
  if (/\.ya?ml$/i.test(path)) return 'hayagriva';
  return /\.json$/i.test(path) ? 'cslJson' : undefined;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
