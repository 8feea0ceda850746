import type { Declarations } from '../declared.js';
import { definitionsOf } from './definitions.js';
import type { Family, IncludePlace } from './families.js';
import { folderOf, joinPath } from './paths.js';

/** The files that documents lie in, as far as they may be looked at. */
export interface ProjectFiles {
  /** The names right inside a folder; none for what cannot be listed. Links to folders are left out. */
  list(
    folder: string,
  ): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }>;
  /** What the document at a path says; undefined when it is not there or may not be read. */
  read(path: string): Promise<Declarations | undefined>;
}

/** A document of a project. */
export interface Part {
  readonly path: string;
  readonly says: Declarations;
}

/** No project is made of more. */
const mostParts = 400;

/**
 * The documents that a root is made of, itself first, the nearer to it before the others: each once,
 * whatever takes in what.
 */
export async function partsOf(
  root: Part,
  family: Family,
  top: string,
  files: ProjectFiles,
): Promise<readonly Part[]> {
  const parts = new Map<string, Part>([[root.path, root]]);
  const definitions = definitionsOf(root);
  const open: { readonly part: Part; readonly importFolder?: string }[] = [{ part: root }];
  // It grows on the way.
  for (const { part, importFolder } of open) {
    const place: IncludePlace = {
      ...{ root: root.path, document: part.path, top },
      ...(importFolder !== undefined && { importFolder }),
    };
    for (const include of part.says.includes) {
      if (parts.size >= mostParts) break;
      const path = family.expand(include.path, definitions);
      const folder = family.expand(include.folder ?? '', definitions);
      if (path === undefined || folder === undefined) continue;
      const places = family.places({ ...include, path, folder }, place);
      const taken = await firstOf(places.paths, files);
      if (!taken || parts.has(taken.path)) continue;
      parts.set(taken.path, taken);
      for (const [name, value] of definitionsOf(taken)) {
        if (!definitions.has(name)) definitions.set(name, value);
      }
      const from = places.importFolder ?? importFolder;
      open.push({ part: taken, ...(from !== undefined && { importFolder: from }) });
    }
  }
  return [...parts.values()];
}

/** The first of some paths at which there is a document. */
export async function firstOf(
  paths: readonly string[],
  files: ProjectFiles,
): Promise<Part | undefined> {
  for (const path of paths) {
    const says = await files.read(path);
    if (says) return { path, says };
  }
  return undefined;
}

/** The document that one says it belongs to, with or without its extension. */
export function namedRoot(
  part: Part,
  family: Family,
  files: ProjectFiles,
): Promise<Part | undefined> {
  const { root } = part.says;
  const written = root === undefined ? undefined : family.expand(root, definitionsOf(part));
  if (written === undefined) return Promise.resolve(undefined);
  const path = joinPath(folderOf(part.path), written);
  return firstOf([path, `${path}.tex`], files);
}
