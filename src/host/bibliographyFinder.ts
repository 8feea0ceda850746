import * as vscode from 'vscode';
import type { DeclaredBibliography } from '../core/bibliography/declared.js';
import { withMadeLists, type TypesetPlace } from '../core/bibliography/madeLists.js';
import { familyExtensions } from '../core/bibliography/documentFamily.js';
import { projectFiles } from '../core/bibliography/projects.js';
import { mayReadRoot } from '../editor/files/rootGate.js';
import type { Declarations } from '../worker/bibliographyProtocol.js';
import { filesNamed, longestGlobsMs } from './bibliographyPaths.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import { FolderListing, folderOf } from './folderListing.js';
import { bibliographyFiles } from './settings.js';

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

/** Documents of one folder that may take in others; nobody keeps more beside each other. */
const mostRelatives = 60;
/** Each is looked for on the disk. */
const mostNames = 100;

/**
 * Which bibliographies a document cites from: those that it names, those that its project names,
 * those of the setting; without any, those of the nearest folder upwards that has one. Each once, in
 * this order. Nothing is looked for above the workspace folder.
 */
export class BibliographyFinder {
  readonly #declarations: DeclarationReader;
  readonly #listing = new FolderListing();
  readonly #found = new Map<string, Promise<readonly CitedBibliography[]>>();

  constructor(declarations: DeclarationReader) {
    this.#declarations = declarations;
  }

  async find(document: CitingDocument): Promise<readonly CitedBibliography[]> {
    const { includes, root, ...says } = await this.#declarations.of(document);
    const all = namesOf(says);
    const { uri, languageId } = document;
    const named = all.map(({ path, typeset }) => [path, typeset]);
    const question = JSON.stringify([uri.toString(), languageId, named, includes, root]);
    const known = this.#found.get(question) ?? this.#find(document, all, includes, root);
    this.#found.set(question, known);
    return known;
  }

  /** Files have come or gone, or a project says something else. */
  forget(): void {
    this.#listing.forget();
    this.#found.clear();
  }

  async #find(
    document: CitingDocument,
    named: readonly DeclaredBibliography[],
    includes: readonly string[],
    root: string | undefined,
  ): Promise<readonly CitedBibliography[]> {
    const found = new Map<string, CitedBibliography>();
    const deadline = Date.now() + longestGlobsMs;
    const add = async (
      names: readonly Pick<DeclaredBibliography, 'path' | 'typeset'>[],
      origin: BibliographyOrigin,
      ...bases: readonly vscode.Uri[]
    ): Promise<void> => {
      for (const { path, typeset } of names.slice(0, mostNames)) {
        const files = await filesNamed(path, bases, this.#listing, deadline);
        const missing = files.found.length === 0;
        if (missing && typeset) continue;
        for (const uri of missing ? [files.wanted] : files.found) {
          const key = uri?.toString() ?? '';
          if (!uri || found.has(key)) continue;
          found.set(key, { uri, origin, missing, ...(typeset && { typeset }) });
        }
      }
    };
    const folders = foldersUp(document.uri);
    const [own] = folders;
    const top = folders.at(-1);
    if (!own || !top) return [];
    await add(named, 'document', own, ...folders.slice(1));
    const relative = named.every(isMade)
      ? await this.#relative(document, folders, root)
      : undefined;
    if (relative) await add(relative.names, 'project', folderOf(relative.uri), top);
    for (const part of await this.#partsOf(relative ?? { uri: document.uri, includes })) {
      await add(
        part.names.filter(({ typeset }) => typeset),
        'project',
        folderOf(part.uri),
      );
    }
    for (const project of await this.#projects(document, folders)) {
      await add(project.names, 'project', folderOf(project.uri), own, top);
    }
    const settled = bibliographyFiles(document.uri).map((path) => ({ path }));
    await add(settled, 'setting', top);
    return found.size > 0 ? withMadeLists([...found.values()]) : this.#nearest(folders);
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
        if (!relative.names.every(isMade)) nearest ??= relative;
      }
    }
    return nearest;
  }

  /** The documents that one takes in, and those that these take in. */
  async #partsOf({ uri, includes }: Omit<Declaring, 'names'>): Promise<readonly Declaring[]> {
    const parts = new Map<string, Declaring>();
    const open = [{ uri, includes }];
    for (const document of open) {
      for (const name of document.includes) {
        const part = await this.#part(name, [folderOf(uri), folderOf(document.uri)]);
        if (!part || parts.has(part.uri.toString()) || parts.size >= mostRelatives) continue;
        parts.set(part.uri.toString(), part);
        open.push(part);
      }
    }
    return [...parts.values()];
  }

  /** Nothing outside of the folders is looked for. */
  async #part(name: string, folders: readonly vscode.Uri[]): Promise<Declaring | undefined> {
    for (const folder of folders) {
      const place = vscode.Uri.joinPath(folder, name.replaceAll('\\', '/'));
      if (!place.path.startsWith(`${folder.path}/`)) continue;
      for (const uri of [place, place.with({ path: `${place.path}.tex` })]) {
        if (!(await this.#listing.isFile(uri))) continue;
        const says = await this.#declarations.of({ uri, languageId: '' });
        return { uri, names: namesOf(says), includes: says.includes };
      }
    }
    return undefined;
  }

  /** At most one. */
  async #namesIn(uri: vscode.Uri): Promise<Declaring[]> {
    const { includes, ...says } = await this.#declarations.of({ uri, languageId: '' });
    const names = namesOf(says);
    return names.length === 0 ? [] : [{ uri, names, includes }];
  }

  /** The `.bib` files of the first folder that has one. */
  async #nearest(folders: readonly vscode.Uri[]): Promise<CitedBibliography[]> {
    for (const folder of folders) {
      const files = await this.#listing.files(folder);
      const names = files.filter((name) => name.toLowerCase().endsWith('.bib')).sort();
      if (names.length === 0) continue;
      return names.map((name) => ({
        uri: vscode.Uri.joinPath(folder, name),
        origin: 'nearest',
        missing: false,
      }));
    }
    return [];
  }
}

interface Declaring {
  readonly uri: vscode.Uri;
  readonly names: readonly DeclaredBibliography[];
  readonly includes: readonly string[];
}

function namesOf({
  bibliographies,
  typeset = [],
}: Pick<Declarations, 'bibliographies' | 'typeset'>): readonly DeclaredBibliography[] {
  return [...bibliographies, ...typeset];
}

function isMade({ typeset }: DeclaredBibliography): boolean {
  return typeset === 'made';
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
