import { citationSyntax } from '../../citation/syntaxes.js';
import type { Declarations, Include } from '../declared.js';
import { expanded, type Definitions } from './definitions.js';
import { folderOf, foldersUp, joinPath, unique } from './paths.js';

/** From where a document takes in another one. */
export interface IncludePlace {
  /** The document that is processed. */
  readonly root: string;
  /** The one in which the include stands. */
  readonly document: string;
  /** Of LaTeX: where the import package looks first. */
  readonly importFolder?: string;
  /** The highest folder below which `/x` may lie. */
  readonly top: string;
}

/** Where an included document may be, the likelier first. */
export interface IncludedPlaces {
  readonly paths: readonly string[];
  /** Where those that it takes in are looked for first; undefined: as before. */
  readonly importFolder?: string;
}

/** How documents of one language are made of several. */
export interface Family {
  /** Ends of the names of documents that may take in others, in lower case. */
  readonly extensions: readonly string[];
  /** Whose folder the bibliographies' paths are relative to first. */
  readonly relativeTo: 'root' | 'document';
  /** A document says whether it is a whole one. */
  readonly tellsWhole?: true;
  /** A document that belongs to nobody cites from what its nearest neighbour names. */
  readonly borrows: boolean;
  /** Whether another document may take in this one, so that one is worth to be looked for. */
  readonly mayBePart: (path: string, says: Declarations) => boolean;
  readonly places: (include: Include, place: IncludePlace) => IncludedPlaces;
  /** A path with what its macros stand for; undefined when one of them is not known. */
  readonly expand: (path: string, definitions: Definitions) => string | undefined;
}

/** Without macros, and with paths that lead from the file in which they stand. */
const plain = {
  places: besideOrBelowTop,
  expand: (path: string): string => path,
  // What names its own bibliography is taken for a whole.
  mayBePart: (_: string, { bibliographies }: Declarations): boolean =>
    bibliographies.every(({ ifThere }) => ifThere),
};

const markdown: Family = {
  ...plain,
  extensions: ['.qmd', '.rmd', '.rmarkdown'],
  relativeTo: 'root',
  borrows: false,
  // Of the many notes of a workspace, Quarto and knitr take in those with names like these.
  mayBePart: (path, says) =>
    /(?:\.(?:qmd|rmd|rmarkdown)|\/_[^/]*)$/i.test(path) && plain.mayBePart(path, says),
};

const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  [
    'latex',
    {
      extensions: ['.tex', '.ltx', '.latex', '.rnw'],
      relativeTo: 'root',
      tellsWhole: true,
      borrows: true,
      places: latexPlaces,
      expand: expanded,
      mayBePart: (_, { isWhole }) => !isWhole,
    },
  ],
  ['typst', { ...plain, extensions: ['.typ'], relativeTo: 'document', borrows: true }],
  [
    'asciidoc',
    {
      ...plain,
      extensions: ['.adoc', '.asciidoc', '.asc'],
      relativeTo: 'document',
      borrows: true,
    },
  ],
  ['org', { ...plain, extensions: ['.org'], relativeTo: 'document', borrows: false }],
  ...['quarto', 'rmarkdown', 'pandoc'].map((name) => [name, markdown] as const),
]);

/** Undefined where each document stands for itself or its project says what it cites from. */
export function familyOf(languageId: string, path: string): Family | undefined {
  return families.get(citationSyntax(languageId, path).name);
}

/**
 * TeX looks in the folder that it is called in, which is the root's; the import package, and subfiles
 * by it, in another one before. What editors complete is relative to the file itself, so that it is
 * looked for there at last.
 */
function latexPlaces({ how, path, folder = '' }: Include, place: IncludePlace): IncludedPlaces {
  const root = folderOf(place.root);
  const own = folderOf(place.document);
  const first = place.importFolder ?? root;
  switch (how) {
    case 'package':
      return { paths: pathsIn([root, own], [`${path}.sty`]) };
    case 'class':
      return { paths: pathsIn([root, own], [`${path}.cls`]) };
    case 'subfile': {
      const paths = pathsIn([own, first, root], texNames(path));
      return { paths, importFolder: folderOf(joinPath(own, path)) };
    }
    case 'import': {
      const from = joinPath(root, folder);
      return { paths: pathsIn([from, joinPath(own, folder)], texNames(path)), importFolder: from };
    }
    case 'subimport': {
      const from = joinPath(first, folder);
      return { paths: pathsIn([from, joinPath(own, folder)], texNames(path)), importFolder: from };
    }
    case 'text':
      return { paths: pathsIn([first, root, own], texNames(path)) };
  }
}

/** TeX adds its extension even to a name that has another one, if there is such a file. */
function texNames(path: string): readonly string[] {
  return /\.(?:tex|ltx|rnw)$/i.test(path) ? [path] : [`${path}.tex`, `${path}.Rnw`, path];
}

function besideOrBelowTop({ path }: Include, { document, top }: IncludePlace): IncludedPlaces {
  const own = folderOf(document);
  if (!path.startsWith('/')) return { paths: [joinPath(own, path)] };
  // Below the root of the project, which may be any of the folders above.
  return { paths: [...pathsIn(foldersUp(own, top), [path.slice(1)]), path] };
}

function pathsIn(folders: readonly string[], names: readonly string[]): readonly string[] {
  return unique(folders.flatMap((folder) => names.map((name) => joinPath(folder, name))));
}
