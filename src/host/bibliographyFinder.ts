import * as vscode from 'vscode';
import type { DeclaredBibliography } from '../core/bibliography/declared.js';
import { familyExtensions } from '../core/bibliography/documentFamily.js';
import { isMadeElsewhere } from '../core/bibliography/pathRules.js';
import { projectFiles } from '../core/bibliography/projects.js';
import { isOfDistribution } from '../core/bibliography/texInputs.js';
import { mayReadRoot } from '../editor/files/rootGate.js';
import { filesNamed, isElsewhere, longestGlobsMs, type NamedFiles } from './bibliographyPaths.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import { FolderListing, folderOf } from './folderListing.js';
import { filesOfSetting } from './settingFiles.js';
import { bibliographyFiles } from './settings.js';
import type { UndeclaredBibliographies } from './undeclaredBibliographies.js';

/** Who says that a document cites from a bibliography; `nearest` when nobody does. */
export type BibliographyOrigin = 'document' | 'project' | 'setting' | 'nearest';

export interface CitedBibliography {
  /** Where it is, or would be. */
  readonly uri: vscode.Uri;
  readonly origin: BibliographyOrigin;
  /** It is named, but not there. */
  readonly missing: boolean;
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

/** Documents of one folder that may take in others; nobody keeps more beside each other. */
const mostRelatives = 60;
/** Each is looked for on the disk. */
const mostNames = 100;

/**
 * Which bibliographies a document cites from: those that it names, those that its project names,
 * those of the setting; without any, those of the nearest folder upwards that has one, else the
 * only one below the workspace folder. Each once, in this order. Nothing is looked for above the workspace folder.
 */
export class BibliographyFinder {
  readonly #declarations: DeclarationReader;
  readonly #undeclared: UndeclaredBibliographies;
  readonly #listing = new FolderListing();
  readonly #found = new Map<string, Promise<Found>>();

  constructor(declarations: DeclarationReader, undeclared: UndeclaredBibliographies) {
    this.#declarations = declarations;
    this.#undeclared = undeclared;
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
    const { bibliographies, root } = await this.#declarations.of(document);
    const named = bibliographies.map(({ path }) => path);
    const { uri, languageId } = document;
    const question = JSON.stringify([uri.toString(), languageId, named, root]);
    const known = this.#found.get(question);
    if (known) return known;
    const found = this.#find(document, named, root);
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

  async #find(
    document: CitingDocument,
    named: readonly string[],
    root: string | undefined,
  ): Promise<Found> {
    const found = new Map<string, CitedBibliography>();
    const unfound: Unfound[] = [];
    const deadline = Date.now() + longestGlobsMs;
    const add = async (
      names: readonly string[],
      origin: BibliographyOrigin,
      filesOf: (name: string) => Promise<NamedFiles>,
    ): Promise<void> => {
      for (const name of names.slice(0, mostNames)) {
        const files = await filesOf(name);
        const missing = files.found.length === 0;
        if (missing && origin === 'document' && !isOfDistribution(name)) {
          const elsewhere = isElsewhere(name) || isMadeElsewhere(name);
          unfound.push({ path: name, wanted: files.wanted, isElsewhere: elsewhere });
        }
        for (const uri of missing ? [files.wanted] : files.found) {
          const key = uri?.toString() ?? '';
          if (uri && !found.has(key)) found.set(key, { uri, origin, missing });
        }
      }
    };
    const by =
      (namer: CitingDocument, ...bases: readonly vscode.Uri[]) =>
      (name: string) =>
        filesNamed(name, { by: namer, bases }, this.#listing, deadline);
    const folders = foldersUp(document.uri);
    const [own] = folders;
    const top = folders.at(-1);
    if (!own || !top) return { cited: [], missing: [] };
    await add(named, 'document', by(document, own, ...folders.slice(1)));
    const relative = named.length === 0 ? await this.#relative(document, folders, root) : undefined;
    if (relative) {
      const { uri, names } = relative;
      const { languageId } = document;
      await add(names, 'project', by({ uri, languageId }, folderOf(uri), top));
    }
    for (const { uri, names } of await this.#projects(document, folders)) {
      await add(names, 'project', by({ uri, languageId: '' }, folderOf(uri), own, top));
    }
    await add(bibliographyFiles(document.uri), 'setting', (name) =>
      filesOfSetting(name, top, this.#listing, deadline),
    );
    if (found.size > 0) return { cited: [...found.values()], missing: unfound };
    const nearest = await this.#undeclared.nearest(folders, this.#listing);
    const cited = nearest.map((uri) => ({ uri, origin: 'nearest', missing: false }) as const);
    return { cited, missing: unfound };
  }

  /** What files such as `_quarto.yml` name, the nearest first. */
  async #projects(document: CitingDocument, folders: readonly vscode.Uri[]): Promise<Declaring[]> {
    const wanted = projectFiles(document.languageId, document.uri.path);
    const found: Declaring[] = [];
    for (const folder of wanted.length === 0 ? [] : folders) {
      const files = new Set(await this.#listing.files(folder));
      for (const name of wanted.filter((each) => files.has(each))) {
        found.push(...(await this.#namesIn(vscode.Uri.joinPath(folder, name))));
      }
    }
    return found;
  }

  /**
   * The document that names the bibliographies for this one, as a thesis does for its chapters: the
   * one that it says it belongs to, else one that takes it in, else the nearest that names any.
   */
  async #relative(
    document: CitingDocument,
    folders: readonly vscode.Uri[],
    root: string | undefined,
  ): Promise<Declaring | undefined> {
    const extensions = familyExtensions(document.languageId, document.uri.path);
    if (extensions.length === 0) return undefined;
    const [own] = folders;
    if (root !== undefined && own) {
      const uri = vscode.Uri.joinPath(own, root);
      const [declared] = (await mayReadRoot(uri, document.uri)) ? await this.#namesIn(uri) : [];
      if (declared) return declared;
    }
    let nearest: Declaring | undefined;
    for (const folder of folders) {
      const files = (await this.#listing.files(folder))
        .filter((name) => extensions.some((extension) => name.toLowerCase().endsWith(extension)))
        .sort()
        .slice(0, mostRelatives);
      const declaring = await Promise.all(
        files.map((name) => this.#namesIn(vscode.Uri.joinPath(folder, name))),
      );
      for (const relative of declaring.flat()) {
        if (relative.includes.some((name) => isDocument(name, relative.uri, document.uri))) {
          return relative;
        }
        nearest ??= relative;
      }
    }
    return nearest;
  }

  /** At most one. */
  async #namesIn(uri: vscode.Uri): Promise<Declaring[]> {
    const { bibliographies, includes } = await this.#declarations.of({ uri, languageId: '' });
    const names = bibliographies.map(({ path }) => path);
    return names.length === 0 ? [] : [{ uri, names, includes }];
  }
}

interface Declaring {
  readonly uri: vscode.Uri;
  readonly names: readonly string[];
  readonly includes: readonly string[];
}

/** Whether a path in one document names another, with or without its extension. */
function isDocument(name: string, from: vscode.Uri, document: vscode.Uri): boolean {
  const { path } = vscode.Uri.joinPath(folderOf(from), name.replaceAll('\\', '/'));
  return document.path === path || document.path.replace(/\.[^./]+$/, '') === path;
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
