import type { DeclaredBibliography } from '../declared.js';
import { definitionsOf, type Definitions } from './definitions.js';
import { familyOf, type Family } from './families.js';
import { firstOf, partsOf, type Part, type ProjectFiles } from './parts.js';
import { folderOf, joinPath, unique } from './paths.js';
import { bookHeader, bookSettings, projectFileKinds } from './projectFiles.js';
import { namesAny, neighbour, projectsAround, saidProject, type Project } from './roots.js';

/** A bibliography that a document cites from, as something says. */
export interface NamedBibliography {
  /** Relative to the first of the folders in which it is, or absolute; may be a glob. */
  readonly path: string;
  /** Folders to look in, in this order. */
  readonly folders: readonly string[];
  /** The document itself, with what it takes in, or something that it belongs to. */
  readonly by: 'document' | 'project';
  /** The path of the document that names it. */
  readonly namer: string;
  /** How and where it does. */
  readonly declared: DeclaredBibliography;
}

/** A document that cites. */
export interface Citing extends Part {
  readonly languageId: string;
}

/**
 * The bibliographies that a document cites from, as the tools of its language find them: those that it
 * names itself or by what it takes in; those of the documents that it is a part of; those of files of
 * its project. Reads each document once, and some hundred at most; looks for none above the highest
 * folder but those that are named.
 * @param folders the document's own and those above it, up to the highest to look at; never empty
 */
export async function namedBibliographies(
  document: Citing,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<readonly NamedBibliography[]> {
  const family = familyOf(document.languageId, document.path);
  const found = new Map<string, NamedBibliography>();
  const add = (named: readonly NamedBibliography[]): void => {
    for (const each of named) {
      // What two projects share names another file in each.
      const key = JSON.stringify([each.path, each.namer, each.folders[0]]);
      if (!found.has(key)) found.set(key, each);
    }
  };
  const [own = '/'] = folders;
  const top = folders.at(-1) ?? own;
  if (family) {
    const project = { root: document, parts: await partsOf(document, family, top, files) };
    const around = await projectsOf(document, project, family, folders, files);
    const roots = around.map(({ root }) => folderOf(root.path));
    add(namedBy(project, family, [...roots, own], folders).map(by('document')));
    for (const each of around) {
      add(namedBy(each, family, [folderOf(each.root.path)], [top]).map(by('project')));
    }
  } else {
    add(namedIn(document, folders).map(by('document')));
  }
  for (const part of await settingsOf(document, folders, files)) {
    add(namedIn(part, [folderOf(part.path), own, top]).map(by('project')));
  }
  return [...found.values()];
}

/** The projects that a document is a part of; without any, the one that it borrows from. */
async function projectsOf(
  document: Citing,
  own: Project,
  family: Family,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<readonly Project[]> {
  const top = folders.at(-1) ?? '/';
  const said = await saidProject(document, family, top, files);
  if (said && namesAny(said)) return [said];
  const around = family.mayBePart(document.path, document.says)
    ? await projectsAround(document, family, folders, files)
    : [];
  const projects = said ? [said, ...around] : around;
  if (!family.borrows || [own, ...projects].some(namesAny)) return projects;
  const near = await neighbour(family, folders, files);
  return near ? [...projects, near] : projects;
}

/** What the parts of a project name. */
function namedBy(
  { root, parts }: Project,
  family: Family,
  roots: readonly string[],
  others: readonly string[],
): Omit<NamedBibliography, 'by'>[] {
  const definitions = definitionsOf(root);
  for (const part of parts) {
    for (const [name, value] of part.says.definitions ?? []) {
      if (!definitions.has(name)) definitions.set(name, value);
    }
  }
  const lists = new Set(parts.flatMap(({ says }) => says.lists ?? []));
  return parts.flatMap((part) => {
    const beside = folderOf(part.path);
    const { bibliographies, typeset = [] } = part.says;
    return [...bibliographies, ...typeset].flatMap((named) => {
      if (named.list !== undefined && !lists.has(named.list)) return [];
      const isBeside = named.beside ?? family.relativeTo === 'document';
      const places = isBeside ? [beside, ...roots] : [...roots, beside];
      return pathsOf(named, part, parts, family, definitions).map((path) => ({
        path,
        folders: unique([...places, ...others]),
        namer: part.path,
        declared: named,
      }));
    });
  });
}

/** A path, or those that a variable stands for: in its own file, else in any. */
function pathsOf(
  { path, variable }: DeclaredBibliography,
  part: Part,
  parts: readonly Part[],
  family: Family,
  definitions: Definitions,
): readonly string[] {
  if (!variable) {
    const text = family.expand(path, definitions);
    return text === undefined ? [] : [text];
  }
  const valuesIn = ({ says }: Part): readonly string[] =>
    (says.definitions ?? []).flatMap(([name, value]) => (name === path ? [value] : []));
  const own = valuesIn(part);
  return unique(own.length > 0 ? own : parts.flatMap(valuesIn));
}

/** What one document names by paths that stand for themselves. */
function namedIn(part: Part, folders: readonly string[]): Omit<NamedBibliography, 'by'>[] {
  return part.says.bibliographies.map((declared) => ({
    path: declared.path,
    folders: unique(folders),
    namer: part.path,
    declared,
  }));
}

/** Files such as `_quarto.yml`, the nearest first, and what they take in. */
async function settingsOf(
  document: Citing,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<readonly Part[]> {
  const kinds = projectFileKinds(document.languageId, document.path);
  const parts = new Map<string, Part>();
  for (const folder of kinds.length === 0 ? [] : folders) {
    const names = [...(await files.list(folder)).files].sort();
    for (const name of kinds.flatMap((kind) => names.filter((each) => kind.test(each)))) {
      const settings = await firstOf([joinPath(folder, name)], files);
      if (!settings) continue;
      parts.set(settings.path, settings);
      for (const { path } of settings.says.includes) {
        const taken = await firstOf([joinPath(folder, path)], files);
        if (taken) parts.set(taken.path, taken);
      }
    }
    const header = names.find((name) => bookHeader.test(name));
    const book = header && (await firstOf([joinPath(folder, header)], files));
    if (book && (book.says.isBook || names.some((name) => bookSettings.test(name)))) {
      parts.set(book.path, book);
    }
  }
  parts.delete(document.path);
  return [...parts.values()];
}

function by(who: NamedBibliography['by']) {
  return (named: Omit<NamedBibliography, 'by'>): NamedBibliography => ({ ...named, by: who });
}
