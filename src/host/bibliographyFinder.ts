import * as vscode from 'vscode';
import type { DeclaredBibliography, Declarations } from '../core/bibliography/declared.js';
import { withMadeLists, type TypesetPlace } from '../core/bibliography/madeLists.js';
import { isMadeElsewhere } from '../core/bibliography/pathRules.js';
import {
  namedBibliographies,
  type NamedBibliography,
} from '../core/bibliography/project/namedBibliographies.js';
import { isOfDistribution } from '../core/bibliography/texInputs.js';
import { filesNamed, isElsewhere, longestGlobsMs, type NamedFiles } from './bibliographyPaths.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import { FilesAround, type KnownFiles } from './filesAround.js';
import { FolderListing, folderOf } from './folderListing.js';
import { filesOfSetting } from './settingFiles.js';
import { bibliographyFiles } from './settings.js';
import { Slices } from './slices.js';
import type { UndeclaredBibliographies } from './undeclaredBibliographies.js';

/** Who says that a document cites from a bibliography; `nearest` when nobody does. */
export type BibliographyOrigin = 'document' | 'project' | 'setting' | 'nearest';

export interface CitedBibliography {
  /** Where it is, or would be. */
  readonly uri: vscode.Uri;
  readonly origin: BibliographyOrigin;
  /** It is named, but not there. */
  readonly missing: boolean;
  /** It holds references that are typeset already, and takes no entries. */
  readonly typeset?: TypesetPlace;
}

/** A bibliography that a document names, where it names it, and that is not there. */
export interface MissingBibliography extends DeclaredBibliography {
  /** Where it would be; undefined for a glob, and for what is no path here. */
  readonly wanted: vscode.Uri | undefined;
  /** On the web, on another machine, or where only a program can tell: it may well be there. */
  readonly isElsewhere: boolean;
}

type Unfound = Omit<MissingBibliography, 'range'>;

interface Found {
  readonly cited: readonly CitedBibliography[];
  /** Of those that the document itself names. */
  readonly missing: readonly Unfound[];
}

/** Each is looked for on the disk. */
const mostNames = 100;

/**
 * Which bibliographies a document cites from: those that it names, those that its project names (see
 * `namedBibliographies`), those of the setting; without any, those of the nearest folder upwards that
 * has one, else the only one below the workspace folder. Each once, in this order. Nothing is looked
 * for above the workspace folder.
 */
export class BibliographyFinder {
  readonly #declarations: DeclarationReader;
  readonly #undeclared: UndeclaredBibliographies;
  readonly #listing = new FolderListing();
  readonly #known: KnownFiles;
  readonly #found = new Map<string, Promise<Found>>();

  constructor(declarations: DeclarationReader, undeclared: UndeclaredBibliographies) {
    this.#declarations = declarations;
    this.#undeclared = undeclared;
    this.#known = { declarations, listing: this.#listing, slices: new Slices() };
  }

  async find(document: CitingDocument): Promise<readonly CitedBibliography[]> {
    return (await this.#answer(document)).cited;
  }

  /** What a document itself names and is found nowhere, in its order. */
  async missing(document: CitingDocument): Promise<readonly MissingBibliography[]> {
    const { missing } = await this.#answer(document);
    if (missing.length === 0) return [];
    // The places are those of the text as it is now; the answer may be older.
    const { bibliographies } = await this.#declarations.of(document);
    return bibliographies.flatMap(({ path, range }) => {
      const unfound = missing.find((each) => each.path === path);
      return unfound ? { ...unfound, range } : [];
    });
  }

  async #answer(document: CitingDocument): Promise<Found> {
    const says = await this.#declarations.of(document);
    const { uri, languageId } = document;
    // Where it says so is no part of it: that changes with every line above.
    const question = JSON.stringify([uri.toString(), languageId, says], (name, value: unknown) =>
      name === 'range' ? undefined : value,
    );
    const known = this.#found.get(question);
    if (known) return known;
    const found = this.#find(document, says);
    this.#found.set(question, found);
    // What has failed once need not fail again.
    found.catch(() => this.#found.get(question) === found && this.#found.delete(question));
    return found;
  }

  /** Files have come or gone, or a project says something else. */
  forget(): void {
    this.#listing.forget();
    this.#found.clear();
  }

  async #find(document: CitingDocument, says: Declarations): Promise<Found> {
    const found = new Map<string, CitedBibliography>();
    const unfound: Unfound[] = [];
    const deadline = Date.now() + longestGlobsMs;
    const add = (origin: BibliographyOrigin, files: NamedFiles, typeset?: TypesetPlace): void => {
      const missing = files.found.length === 0;
      for (const uri of missing ? [files.wanted] : files.found) {
        const key = uri?.toString() ?? '';
        if (!uri || found.has(key)) continue;
        found.set(key, { uri, origin, missing, ...(typeset && { typeset }) });
      }
    };
    const folders = foldersUp(document.uri);
    const top = folders.at(-1);
    if (!top) return { cited: [], missing: [] };
    const { uri, languageId } = document;
    const path = uri.path.startsWith('/') ? uri.path : vscode.Uri.joinPath(top, uri.path).path;
    const named = await namedBibliographies(
      { path, languageId, says },
      folders.map(({ path }) => path),
      new FilesAround(document, top, this.#known),
    );
    const filesOf = ({ path: name, folders: bases, namer }: NamedBibliography) => {
      const own = namer === path;
      const by = own ? document : { uri: top.with({ path: namer }), languageId: '' };
      const places = bases.map((base) => top.with({ path: base }));
      return filesNamed(name, { by, bases: places }, this.#listing, deadline);
    };
    for (const one of named.slice(0, mostNames)) {
      const files = await filesOf(one);
      const { declared, namer } = one;
      if (files.found.length === 0) {
        if (declared.ifThere) continue;
        if (namer === path && !isOfDistribution(one.path)) {
          const elsewhere = isElsewhere(one.path) || isMadeElsewhere(one.path);
          unfound.push({ path: declared.path, wanted: files.wanted, isElsewhere: elsewhere });
        }
      }
      add(one.by, files, declared.typeset);
    }
    for (const name of bibliographyFiles(uri).slice(0, mostNames)) {
      add('setting', await filesOfSetting(name, top, this.#listing, deadline));
    }
    if (found.size > 0) {
      const cited = withMadeLists([...found.values()]);
      // A list that is made of bibliographies stands for those that are not there.
      const isMade = cited.some(({ typeset }) => typeset === 'made');
      return { cited, missing: isMade ? [] : unfound };
    }
    const nearest = await this.#undeclared.nearest(folders, this.#listing);
    const cited = nearest.map((uri) => ({ uri, origin: 'nearest', missing: false }) as const);
    return { cited, missing: unfound };
  }
}

/** The document's folder and those above it, up to the workspace folder; outside only its own. */
function foldersUp(uri: vscode.Uri): vscode.Uri[] {
  const workspace = vscode.workspace.getWorkspaceFolder(uri);
  if (!workspace) {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    if (uri.scheme === 'untitled') return first ? [first.uri] : [];
    return [folderOf(uri)];
  }
  const folders: vscode.Uri[] = [];
  const top = workspace.uri.path.replace(/\/$/, '');
  for (let folder = folderOf(uri); folder.path.length >= top.length; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder.path === '/' || folder.path.replace(/\/$/, '') === top) break;
  }
  return folders;
}
