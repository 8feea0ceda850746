import type { Declarations } from '../declared.js';
import type { Family } from './families.js';
import { namedRoot, partsOf, type Part, type ProjectFiles } from './parts.js';
import { joinPath, nameOf, stemOf } from './paths.js';

/** A root and the documents that it is made of. */
export interface Project {
  readonly root: Part;
  readonly parts: readonly Part[];
}

/** Folders and documents that are looked at for a root, the nearer first. */
const most = { folders: 400, documents: 400 } as const;
/** Documents that may be the root of one, each of which is followed down. */
const mostTried = 12;
/** Roots of roots. */
const deepest = 5;

/** Whether any document of a project names a bibliography. */
export function namesAny({ parts }: Project): boolean {
  return parts.some(({ says }) => names(says));
}

function names({ bibliographies, typeset = [] }: Declarations): boolean {
  return bibliographies.length > 0 || typeset.some((list) => list.typeset !== 'made');
}

/** The project that a document says it belongs to. */
export async function saidProject(
  document: Part,
  family: Family,
  top: string,
  files: ProjectFiles,
): Promise<Project | undefined> {
  let root: Part | undefined;
  const seen = new Set<string>();
  for (
    let next: Part | undefined = document;
    next && !seen.has(next.path) && seen.size < deepest;
  ) {
    seen.add(next.path);
    if (next !== document) root = next;
    next = await namedRoot(next, family, files);
  }
  return root && { root, parts: await partsOf(root, family, top, files) };
}

/**
 * The projects that take in a document, wherever below the highest folder their roots lie: those of
 * the nearest folder around the document in which a whole one names a bibliography.
 * @param folders of the document and those above it
 */
export async function projectsAround(
  document: Part,
  family: Family,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<readonly Project[]> {
  const top = folders.at(-1) ?? '/';
  const search = new Search(family, files);
  let found: readonly Project[] = [];
  for (const folder of folders) {
    if (!(await search.widen(folder))) continue;
    const projects: Project[] = [];
    for (const root of search.mayTakeIn(document).slice(0, mostTried)) {
      if (projects.some(({ parts }) => parts.some(({ path }) => path === root.path))) continue;
      const parts = await partsOf(root, family, top, files);
      if (parts.some(({ path }) => path === document.path)) projects.push({ root, parts });
    }
    // What another one takes in is no root.
    found = projects.filter(
      (project) =>
        !projects.some(
          (other) =>
            other !== project && other.parts.some(({ path }) => path === project.root.path),
        ),
    );
    const isEnough = ({ root, parts }: Project): boolean =>
      (root.says.isWhole ?? !family.tellsWhole) &&
      parts.some(({ path, says }) => path !== document.path && names(says));
    if (found.some(isEnough)) break;
  }
  return found;
}

/** The documents of a growing part of the workspace, by what they take in. */
class Search {
  readonly #family: Family;
  readonly #files: ProjectFiles;
  readonly #folders = new Set<string>();
  readonly #documents = new Map<string, Part>();
  /** Documents by the names of what they take in, with and without extension. */
  readonly #takers = new Map<string, Part[]>();

  constructor(family: Family, files: ProjectFiles) {
    this.#family = family;
    this.#files = files;
  }

  /** Looks at all that lies below a folder. @returns whether there is anything new */
  async widen(folder: string): Promise<boolean> {
    const before = this.#documents.size;
    const open = [folder];
    for (const next of open) {
      if (this.#folders.has(next)) continue;
      if (this.#folders.size >= most.folders) break;
      this.#folders.add(next);
      const { files, folders } = await this.#files.list(next);
      await this.#read(next, files);
      open.push(
        ...[...folders]
          .sort()
          .filter(isOwn)
          .map((name) => joinPath(next, name)),
      );
    }
    return this.#documents.size > before;
  }

  /** Documents that take in another one or what takes it in, by the names alone; whole ones first. */
  mayTakeIn(document: Part): readonly Part[] {
    const found = new Set<Part>();
    const open = [document];
    for (const { path } of open) {
      const takers = [nameOf(path), stemOf(path)].flatMap((name) => this.#takers.get(name) ?? []);
      for (const taker of takers) {
        if (taker.path === document.path || found.has(taker)) continue;
        found.add(taker);
        open.push(taker);
      }
    }
    const isWhole = ({ says }: Part): boolean => says.isWhole === true;
    const all = [...found];
    return [...all.filter(isWhole), ...all.filter((part) => !isWhole(part))];
  }

  async #read(folder: string, files: readonly string[]): Promise<void> {
    const paths = familyFiles(this.#family, files)
      .slice(0, Math.max(0, most.documents - this.#documents.size))
      .map((name) => joinPath(folder, name));
    const read = await Promise.all(
      paths.map(async (path) => ({ path, says: await this.#files.read(path) })),
    );
    for (const { path, says } of read) {
      if (says) this.#add({ path, says });
    }
  }

  #add(part: Part): void {
    this.#documents.set(part.path, part);
    const names = new Set(part.says.includes.flatMap(({ path }) => [nameOf(path), stemOf(path)]));
    for (const name of names) {
      const takers = this.#takers.get(name);
      if (takers) takers.push(part);
      else this.#takers.set(name, [part]);
    }
  }
}

/**
 * The nearest document in the folders upwards whose project names a bibliography, for one that nothing
 * takes in: what a loop or a macro takes in is not seen.
 */
export async function neighbour(
  family: Family,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<Project | undefined> {
  const top = folders.at(-1) ?? '/';
  for (const folder of folders) {
    const candidates = familyFiles(family, (await files.list(folder)).files);
    const says = (part: { says: Declarations | undefined }): part is Part =>
      part.says !== undefined;
    const read = await Promise.all(
      candidates.slice(0, most.documents).map(async (name) => {
        const path = joinPath(folder, name);
        return { path, says: await files.read(path) };
      }),
    );
    const roots = read.filter(says);
    const naming = roots.find((root) => names(root.says));
    if (naming) return { root: naming, parts: await partsOf(naming, family, top, files) };
    // LaTeX's root may leave it to its preamble or its class.
    for (const root of roots.filter((each) => each.says.isWhole).slice(0, mostTried)) {
      const project = { root, parts: await partsOf(root, family, top, files) };
      if (namesAny(project)) return project;
    }
  }
  return undefined;
}

function familyFiles({ extensions }: Family, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => extensions.some((extension) => name.toLowerCase().endsWith(extension)))
    .sort();
}

function isOwn(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules';
}
