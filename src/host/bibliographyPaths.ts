import { homedir } from 'node:os';
import picomatch from 'picomatch';
import * as vscode from 'vscode';
import { globFiles } from '../editor/files/globFiles.js';
import type { FolderListing } from './folderListing.js';

/** The files that a path or glob names, and where it would be when there is none. */
export interface NamedFiles {
  readonly found: readonly vscode.Uri[];
  readonly wanted: vscode.Uri | undefined;
}

/** In UTF-16 code units. Nobody writes longer paths, and a glob takes time for each of its signs. */
const longestPath = 1000;
/** All globs together of one question, for which somebody waits. */
export const longestGlobsMs = 3000;

/**
 * Finds what a document names: relative to the first of some folders where it is there, or absolute,
 * or below `~`. Windows' separators are taken for what they are. Addresses of the web find nothing, nor
 * do those of other machines (`//server/share`), which a document must not make this one call.
 * @param bases folders, the nearest first; never empty
 * @param deadline until when globs are followed, in milliseconds since 1970
 */
export async function filesNamed(
  name: string,
  bases: readonly vscode.Uri[],
  listing: FolderListing,
  deadline: number,
): Promise<NamedFiles> {
  const path = name.trim().replaceAll('\\', '/');
  if (path === '' || path.length > longestPath || /^(?:[a-z][\w+.-]+:)?\/\//i.test(path)) {
    return { found: [], wanted: undefined };
  }
  const places = bases.map((base) => absolute(path, base) ?? join(base, path));
  for (const place of unique(places)) {
    if (await listing.isFile(place)) return { found: [place], wanted: place };
  }
  if (!/[*?[\]{}]/.test(path)) return { found: [], wanted: places[0] };
  return { found: await matches(path, bases, deadline), wanted: undefined };
}

function absolute(path: string, base: vscode.Uri): vscode.Uri | undefined {
  if (path.startsWith('~/')) {
    return base.scheme === 'file' ? join(vscode.Uri.file(homedir()), path.slice(2)) : undefined;
  }
  if (path.startsWith('/')) return base.with({ path });
  return /^[a-z]:\//i.test(path) ? base.with({ path: `/${path}` }) : undefined;
}

async function matches(
  glob: string,
  bases: readonly vscode.Uri[],
  deadline: number,
): Promise<readonly vscode.Uri[]> {
  const { base: fixed, glob: pattern } = picomatch.scan(glob);
  for (const base of bases) {
    const start = fixed === '' ? base : (absolute(fixed, base) ?? join(base, fixed));
    const files = await globFiles(start, pattern, deadline);
    if (files.length > 0) return files;
  }
  return [];
}

function join(base: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(base, path);
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
