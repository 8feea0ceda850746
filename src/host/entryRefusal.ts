import * as vscode from 'vscode';
import type { BibliographyProblemKind } from '../core/bibliography/entry.js';
import { takesEntries } from '../core/bibliography/holding.js';
import { noBibliography, wayIntoBibliography } from '../editor/files/bibliographyGate.js';
import type { Refusal, Way } from '../editor/files/way.js';
import { isWritable } from '../editor/files/writable.js';
import type { BibliographyService, CitedBibliography } from './bibliographyService.js';
import { nameOfFile } from './fileName.js';
import { folderOf } from './folderListing.js';

/** What an entry behind would be lost in, or would make worse. */
const spoiled: ReadonlySet<BibliographyProblemKind> = new Set([
  ...(['unclosedEntry', 'notABibliography', 'mergeConflict', 'binary', 'invalidUtf8'] as const),
]);

/** A bibliography that takes entries. */
export interface EntryTarget {
  /** A name in the registry of formats. */
  readonly format: string;
  readonly way: Way;
}

/** Where entries of a bibliography go, or why none may be added to it, and what to do, in a sentence. */
export async function entryTarget(
  bibliographies: BibliographyService,
  { uri, missing }: Pick<CitedBibliography, 'uri' | 'missing'>,
): Promise<EntryTarget | Refusal> {
  const name = nameOfFile(uri);
  const way = await wayIntoBibliography(uri, missing);
  if ('refusal' in way) return way;
  if (!(await isWritable(uri))) return { refusal: vscode.l10n.t('{0} is read-only.', name) };
  const format = missing
    ? await formatOfMissing(uri, name)
    : await formatOfExisting(bibliographies, way, name);
  return typeof format === 'string' ? { format, way } : format;
}

async function formatOfMissing(uri: vscode.Uri, name: string): Promise<string | Refusal> {
  if (!(await isFolder(folderOf(uri)))) {
    const message = vscode.l10n.t('The folder of {0} does not exist. Create it first.', name);
    return { refusal: message };
  }
  return formatOfNew(uri.path) ?? { refusal: onlyRead(name) };
}

async function formatOfExisting(
  bibliographies: BibliographyService,
  way: Way,
  name: string,
): Promise<string | Refusal> {
  const summary = await bibliographies.summary(way.uri);
  if (!summary) return { refusal: vscode.l10n.t('{0} cannot be read.', name) };
  const fault = summary.problems.find(({ kind }) => spoiled.has(kind));
  if (fault) return { refusal: faultText(fault.kind, name, fault.line + 1) };
  const takes = takesEntries(way.real.path, summary.holding, way.isOutside);
  return takes ? summary.format : noBibliography(way);
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
