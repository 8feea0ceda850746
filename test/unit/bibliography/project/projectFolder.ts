import picomatch from 'picomatch';
import { documentDeclarations } from '../../../../src/core/bibliography/declared.js';
import {
  namedBibliographies,
  type NamedBibliography,
} from '../../../../src/core/bibliography/project/namedBibliographies.js';
import type { ProjectFiles } from '../../../../src/core/bibliography/project/parts.js';
import { folderOf, joinPath } from '../../../../src/core/bibliography/project/paths.js';

/** Texts by their paths below the workspace folder. Bibliographies may be empty. */
export type Texts = Readonly<Record<string, string>>;

const workspace = '/w';

/** Files in memory, which count how often each is read. */
export class ProjectFolder implements ProjectFiles {
  readonly reads = new Map<string, number>();
  readonly lists = new Map<string, number>();
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: Texts) {
    this.#texts = new Map(Object.entries(texts).map(([path, text]) => [inWorkspace(path), text]));
  }

  list(folder: string): ReturnType<ProjectFiles['list']> {
    this.lists.set(folder, (this.lists.get(folder) ?? 0) + 1);
    const below = [...this.#texts.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/'));
    const files = below.flatMap(([name = '', ...rest]) => (rest.length === 0 ? [name] : []));
    const folders = below.flatMap(([name = '', ...rest]) => (rest.length > 0 ? [name] : []));
    return Promise.resolve({ files, folders: [...new Set(folders)] });
  }

  read(path: string): ReturnType<ProjectFiles['read']> {
    const text = this.#texts.get(path);
    if (text === undefined) return Promise.resolve(undefined);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return Promise.resolve(documentDeclarations('', path, text));
  }

  /** What a document of the folder cites from, as the resolver says it. */
  async named(path: string, languageId = ''): Promise<readonly NamedBibliography[]> {
    const whole = inWorkspace(path);
    const folders = [folderOf(whole)];
    for (let folder = folderOf(whole); folder !== workspace;) {
      folder = folderOf(folder);
      folders.push(folder);
    }
    const says = documentDeclarations(languageId, whole, this.#texts.get(whole) ?? '');
    return namedBibliographies({ path: whole, languageId, says }, folders, this);
  }

  /** The files that a document of the folder cites from; a `?` before those that are not there. */
  async cited(path: string, languageId?: string): Promise<readonly string[]> {
    const found = (await this.named(path, languageId)).flatMap((named) => this.#files(named));
    return [...new Set(found)];
  }

  #files({ path, folders, declared: { ifThere } }: NamedBibliography): readonly string[] {
    const places = folders.map((folder) => joinPath(folder, path));
    const isGlob = path.includes('*');
    for (const place of places) {
      const isMeant = isGlob ? picomatch(place) : (file: string): boolean => file === place;
      const found = [...this.#texts.keys()].filter((file) => isMeant(file));
      if (found.length > 0) return found.map(shown);
    }
    return ifThere || isGlob ? [] : [`?${shown(places[0] ?? '')}`];
  }
}

function inWorkspace(path: string): string {
  return path.startsWith('/') ? path : `${workspace}/${path}`;
}

function shown(path: string): string {
  return path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path;
}
