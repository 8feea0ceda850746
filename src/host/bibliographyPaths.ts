import * as vscode from 'vscode';
import { pathRule, type RootKind } from '../core/bibliography/pathRules.js';
import { isOfDistribution, isSearched } from '../core/bibliography/texInputs.js';
import { pathGlob } from '../core/pathGlob.js';
import { globFiles } from '../editor/files/globFiles.js';
import { absolutePath } from './absolutePath.js';
import type { CitingDocument } from './declarations.js';
import { folderOf, type FolderListing } from './folderListing.js';
import { foundByTex } from './texSearch.js';

/** The files that a path or glob names, and where it would be when there is none. */
export interface NamedFiles {
  readonly found: readonly vscode.Uri[];
  readonly wanted: vscode.Uri | undefined;
}

/** Who names paths. */
export interface Naming {
  /** Whose language says what a path means; undefined for a setting. */
  readonly by?: CitingDocument;
  /** Folders that relative paths are looked for in, the nearest first; never empty. */
  readonly bases: readonly vscode.Uri[];
}

export const noFiles: NamedFiles = { found: [], wanted: undefined };

/** In UTF-16 code units. Nobody writes longer paths, and a glob takes time for each of its signs. */
const longestPath = 1000;
/** All globs together of one question, for which somebody waits. */
export const longestGlobsMs = 3000;

/**
 * Finds what a document, a project or a setting names: relative to the first of some folders where it
 * is there, or as the rule of the language says (`pathRules.ts`). Windows' separators are taken for
 * what they are. Nothing is found for what cannot be a path here (`isElsewhere`). Never throws.
 * @param deadline until when folders are walked, in milliseconds since 1970
 */
export async function filesNamed(
  name: string,
  naming: Naming,
  listing: FolderListing,
  deadline: number,
): Promise<NamedFiles> {
  const path = name.trim().replaceAll('\\', '/');
  if (path === '' || path.length > longestPath || path.includes('\0') || isElsewhere(path)) {
    return noFiles;
  }
  try {
    return await found(path, naming, listing, deadline);
  } catch {
    // What VS Code makes no address of, or the disk does not know as a name.
    return noFiles;
  }
}

/** An address of the web, or a file of another machine (`//server/share`), which is not called. */
export function isElsewhere(path: string): boolean {
  return /^(?:[a-z][\w+.-]+:)?[\\/]{2}/i.test(path.trim());
}

async function found(
  path: string,
  naming: Naming,
  listing: FolderListing,
  deadline: number,
): Promise<NamedFiles> {
  const places = await placesOf(path, naming, listing);
  for (const place of places) {
    if (await listing.isFile(place)) return { found: [place], wanted: place };
  }
  const glob = pathGlob(path);
  if (glob) {
    for (const start of await placesOf(glob.folder, naming, listing)) {
      const files = await globFiles(start, glob.glob, deadline);
      if (files.length > 0) return { found: files, wanted: undefined };
    }
    return noFiles;
  }
  if (naming.by && pathRule(naming.by.languageId, naming.by.uri.path).asTex && isSearched(path)) {
    const file = await foundByTex(path, naming.bases, listing, deadline);
    if (file) return { found: [file], wanted: file };
    if (isOfDistribution(path)) return noFiles;
  }
  return { found: [], wanted: places[0] };
}

/** Where a path may lead, each place once. */
async function placesOf(
  path: string,
  { by, bases }: Naming,
  listing: FolderListing,
): Promise<readonly vscode.Uri[]> {
  const places =
    by && path.startsWith('/')
      ? (await rootsFor(by, bases, listing)).map((root) => vscode.Uri.joinPath(root, path))
      : bases.map((base) => absolutePath(path, base) ?? vscode.Uri.joinPath(base, path));
  return [...new Map(places.map((uri) => [uri.toString(), uri])).values()];
}

/** The folders that `/` may stand for. */
async function rootsFor(
  by: CitingDocument,
  bases: readonly vscode.Uri[],
  listing: FolderListing,
): Promise<vscode.Uri[]> {
  const [nearest] = bases;
  if (!nearest) return [];
  const rule = pathRule(by.languageId, by.uri.path);
  const top = vscode.workspace.getWorkspaceFolder(by.uri)?.uri ?? nearest;
  const own = by.uri.scheme === 'untitled' ? top : folderOf(by.uri);
  const rootOf: Readonly<Record<RootKind, () => Promise<vscode.Uri | undefined>>> = {
    setting: () => Promise.resolve(rootSet(rule.rootSetting ?? '', by.uri, own)),
    project: () => projectRoot(own, top),
    workspace: () => Promise.resolve(top),
    disk: () => Promise.resolve(absolutePath('/', nearest)),
  };

  async function projectRoot(from: vscode.Uri, last: vscode.Uri): Promise<vscode.Uri | undefined> {
    for (let folder = from; ; folder = folderOf(folder)) {
      const files = new Set(await listing.files(folder));
      if (rule.rootFiles.some((name) => files.has(name))) return folder;
      if (folder.path.length <= last.path.length) return undefined;
    }
  }

  const roots = await Promise.all(rule.roots.map((kind) => rootOf[kind]()));
  return roots.filter((root) => root !== undefined);
}

/** The root that another extension's setting gives: `-` is the folder of the document. */
function rootSet(setting: string, document: vscode.Uri, own: vscode.Uri): vscode.Uri | undefined {
  const value = vscode.workspace.getConfiguration(undefined, document).get<unknown>(setting);
  if (typeof value !== 'string' || value === '') return undefined;
  return value === '-' ? own : absolutePath(value.replaceAll('\\', '/'), own);
}
