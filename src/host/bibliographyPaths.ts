import { homedir } from 'node:os';
import picomatch from 'picomatch';
import * as vscode from 'vscode';
import { walk } from './fileWalk.js';
import type { FolderListing } from './folderListing.js';

/** The files that a path or glob names, and where it would be when there is none. */
export interface NamedFiles {
  readonly found: readonly vscode.Uri[];
  readonly wanted: vscode.Uri | undefined;
}

/** A glob that begins at the root of a disk is a slip. */
const mostBelow = 20_000;

/**
 * Finds what a document names: relative to the first of some folders where it is there, or absolute,
 * or below `~`. Windows' separators are taken for what they are. Addresses of the web find nothing.
 * @param bases folders, the nearest first; never empty
 */
export async function filesNamed(
  name: string,
  bases: readonly vscode.Uri[],
  listing: FolderListing,
): Promise<NamedFiles> {
  const path = name.trim().replaceAll('\\', '/');
  if (path === '' || /^[a-z][\w+.-]+:\/\//i.test(path)) return { found: [], wanted: undefined };
  const places = bases.map((base) => absolute(path, base) ?? join(base, path));
  for (const place of unique(places)) {
    if (await listing.isFile(place)) return { found: [place], wanted: place };
  }
  if (!/[*?[\]{}]/.test(path)) return { found: [], wanted: places[0] };
  return { found: await matches(path, bases), wanted: undefined };
}

function absolute(path: string, base: vscode.Uri): vscode.Uri | undefined {
  if (path.startsWith('~/')) {
    return base.scheme === 'file' ? join(vscode.Uri.file(homedir()), path.slice(2)) : undefined;
  }
  if (path.startsWith('/')) return base.with({ path });
  return /^[a-z]:\//i.test(path) ? base.with({ path: `/${path}` }) : undefined;
}

async function matches(glob: string, bases: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const { base: fixed, glob: pattern } = picomatch.scan(glob);
  const includes = picomatch(pattern, { dot: false });
  for (const base of bases) {
    const start = fixed === '' ? base : (absolute(fixed, base) ?? join(base, fixed));
    let seen = 0;
    const { files } = await walk(start, '', {
      includes,
      excludes: (path) => ++seen > mostBelow || /(?:^|\/)(?:node_modules|\.[^/.]+)$/.test(path),
    });
    if (files.length > 0) return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  return [];
}

function join(base: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(base, path);
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
