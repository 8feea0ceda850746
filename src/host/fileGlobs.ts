import * as vscode from 'vscode';
import { workspaceFolderOf } from '../editor/notebooks.js';
import { fileFilter, type FileFilter } from './fileWalk.js';
import { exclusions, fileEncoding, fileSettings, largestRead } from './settings.js';

/** Whether the settings let a document in; one that is open is read even where they do not include it. */
export type Standing =
  | { readonly kind: 'included'; readonly glob: string }
  | { readonly kind: 'excluded'; readonly setting: string; readonly glob: string }
  | { readonly kind: 'notIncluded' }
  /** In no folder of the workspace. */
  | { readonly kind: 'outside' }
  /** Output, a diff, settings and the like. */
  | { readonly kind: 'notOwn' }
  /** Included, but really a file that is read by another path. */
  | { readonly kind: 'linked'; readonly to: vscode.Uri };

interface FolderGlobs {
  readonly filter: FileFilter;
  readonly maxSize: number;
}

/** The languages of files for which encodings are set apart (`"[bibtex]": { "files.encoding": … }`). */
const languages: readonly (readonly [end: RegExp, language: string])[] = [
  [/\.(?:bib|bibtex|biblatex)$/i, 'bibtex'],
  [/\.(?:tex|ltx|latex)$/i, 'latex'],
  [/\.(?:md|markdown|mdown|mkd)$/i, 'markdown'],
];

/** What the settings say of the files of each workspace folder, asked once until it is forgotten. */
export class FileGlobs {
  readonly #folders = new Map<string, FolderGlobs>();
  /** By folder and language; undefined for UTF-8. */
  readonly #encodings = new Map<string, string | undefined>();

  filter(folder: vscode.WorkspaceFolder): FileFilter {
    return this.#of(folder).filter;
  }

  /** Bytes: a larger file is not read, be it outside of the workspace. */
  maxSize(uri: vscode.Uri): number {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder ? this.#of(folder).maxSize : largestRead(undefined);
  }

  /** Of files: a cell of a notebook is read for being open alone. */
  includes(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder !== undefined && this.filter(folder).includes(pathBelow(folder, uri));
  }

  excludes(uri: vscode.Uri): boolean {
    const folder = workspaceFolderOf(uri);
    return folder !== undefined && this.filter(folder).excludes(pathBelow(folder, uri));
  }

  /** By the settings of its folder alone. */
  standing(uri: vscode.Uri): Standing {
    const folder = workspaceFolderOf(uri);
    if (!folder) return { kind: 'outside' };
    const path = pathBelow(folder, uri);
    const { include } = fileSettings(folder);
    const hidden = exclusions(folder).find(({ glob }) =>
      fileFilter({ include, exclude: [glob] }).excludes(path),
    );
    if (hidden) return { kind: 'excluded', ...hidden };
    const glob = include.find((one) => fileFilter({ include: [one], exclude: [] }).includes(path));
    return glob === undefined ? { kind: 'notIncluded' } : { kind: 'included', glob };
  }

  encoding(uri: vscode.Uri): string | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const language = languages.find(([end]) => end.test(uri.path))?.[1];
    const key = `${folder?.uri.toString() ?? ''} ${language ?? ''}`;
    if (!this.#encodings.has(key)) this.#encodings.set(key, fileEncoding(folder?.uri, language));
    return this.#encodings.get(key);
  }

  forget(): void {
    this.#encodings.clear();
    this.#folders.clear();
  }

  #of(folder: vscode.WorkspaceFolder): FolderGlobs {
    const key = folder.uri.toString();
    const known = this.#folders.get(key);
    if (known) return known;
    const { maxSize, ...globs } = fileSettings(folder);
    const made = { filter: fileFilter(globs), maxSize };
    this.#folders.set(key, made);
    return made;
  }
}

/** Path below a workspace folder, parted by `/`. */
export function pathBelow(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}
