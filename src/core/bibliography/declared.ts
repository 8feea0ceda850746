import { Lines } from '../lines.js';
import type { TextRange } from '../text.js';
import { readLatex } from './declaredLatex.js';
import { readAsciidoc, readOrg, readPython, readRestructuredtext } from './declaredLines.js';
import { readTypst } from './declaredTypst.js';
import { readMarkdown, readMystFile, readYamlFile } from './declaredYaml.js';
import { typesetPaths } from './declaredTypeset.js';
import { rangeBetween } from './entry.js';
import type { TypesetPlace } from './madeLists.js';

/** What a path means beyond its text. */
interface PathMeaning {
  /** As written, macros included; `.bib` is appended where the language lets it be left out. */
  readonly path: string;
  /** The path is the name of a variable. */
  readonly variable?: true;
  /** Of a list of multibib, which counts when something declares it. */
  readonly list?: string;
  /** Relative to the file that names it, whatever the language does otherwise. */
  readonly beside?: true;
  /** Nobody may mean it: a default, or an argument that is likely to be one. */
  readonly ifThere?: true;
  /** It holds typeset references. */
  readonly typeset?: TypesetPlace;
}

/** A path found in a text; offsets are UTF-16 code units. */
export interface FoundPath extends PathMeaning {
  readonly start: number;
  readonly end: number;
}

/** A bibliography that a document names, relative to it or to its project. */
export interface DeclaredBibliography extends PathMeaning {
  readonly range: TextRange;
}

/** A document, or a package or class of LaTeX, that a text takes in. */
export interface Include {
  readonly how: 'text' | 'subfile' | 'import' | 'subimport' | 'package' | 'class';
  /** As written; the extension may be missing. */
  readonly path: string;
  /** Of the import package: where the path begins. */
  readonly folder?: string;
}

/** What a text says of the documents that it belongs to. */
interface Links {
  readonly includes: readonly Include[];
  /** The document that takes it in, as written. */
  readonly root?: string;
  /** It is a document of its own, which no other one takes in. */
  readonly isWhole?: true;
  /** Its header is that of every chapter beside it. */
  readonly isBook?: true;
  /** Names and what they stand for, in the order of the text: macros, variables. */
  readonly definitions?: readonly (readonly [name: string, value: string])[];
  /** What multibib is told to keep apart. */
  readonly lists?: readonly string[];
}

/** What a document says of its bibliographies and of the documents that it belongs to; all as written. */
export interface Declarations extends Links {
  readonly bibliographies: readonly DeclaredBibliography[];
  /** Where its references may stand typeset. */
  readonly typeset?: readonly DeclaredBibliography[];
}

/** What the reader of one kind of documents finds. */
export interface ReadDeclarations extends Partial<Links> {
  readonly paths?: readonly FoundPath[];
}

interface DeclaringKind {
  readonly languages: readonly string[];
  /** Ends of file names, in lower case; a whole name begins with `/`. */
  readonly names: readonly string[];
  readonly read: (text: string) => ReadDeclarations;
}

/** The kinds of documents that name bibliographies, one row each; files of projects before languages. */
const kinds: readonly DeclaringKind[] = [
  { languages: [], names: ['/myst.yml'], read: readMystFile },
  { languages: [], names: ['/conf.py'], read: readPython },
  {
    languages: ['latex', 'tex', 'doctex', 'latex-expl3', 'rsweave', 'rnoweb', 'jlweave', 'pweave'],
    names: ['.tex', '.ltx', '.latex', '.rnw', '.sty', '.cls'],
    read: readLatex,
  },
  { languages: ['typst'], names: ['.typ'], read: readTypst },
  { languages: ['org'], names: ['.org'], read: readOrg },
  { languages: ['asciidoc'], names: ['.adoc', '.asciidoc', '.asc'], read: readAsciidoc },
  { languages: ['restructuredtext'], names: ['.rst', '.rest'], read: readRestructuredtext },
  {
    languages: ['markdown', 'quarto', 'rmd', 'rmarkdown', 'myst', 'mdx', 'pandoc'],
    names: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd', '.rmarkdown', '.myst'],
    read: readMarkdown,
  },
  // Quarto's and pandoc's metadata may bear any name.
  { languages: [], names: ['.yml', '.yaml'], read: readYamlFile },
];

/** Of bibliographies, and of what is taken in: a document with more was not written by hand. */
const most = 1000;

const nothing: Declarations = { bibliographies: [], includes: [] };

/**
 * What a document says of its bibliographies and of the documents that it belongs to: in its front
 * matter, by commands, or as the settings of a project. Comments and examples of code do not count.
 * Whether anything is there is not known here. Linear; never throws.
 * @param path path or name; only its end is looked at
 */
export function documentDeclarations(
  languageId: string,
  path: string,
  content: string,
): Declarations {
  const text = content.replace(/^\uFEFF/, '');
  const found = kindOf(languageId, path)?.read(text);
  if (!found) return nothing;
  const { paths = [], includes = [], definitions = [], ...rest } = found;
  const typeset = typesetPaths(path, text);
  return {
    bibliographies: ranged(text, paths),
    ...(typeset.length > 0 && { typeset: ranged(text, typeset) }),
    includes: includes.slice(0, most),
    ...(definitions.length > 0 && { definitions }),
    ...rest,
  };
}

function ranged(text: string, paths: readonly FoundPath[]): readonly DeclaredBibliography[] {
  if (paths.length === 0) return [];
  const lines = new Lines(text);
  return paths
    .slice(0, most)
    .map(({ start, end, ...named }) => ({ ...named, range: rangeBetween(lines, start, end) }));
}

/** Whether a document says nothing at all. */
export function isSilent({ bibliographies, includes, ...rest }: Declarations): boolean {
  return bibliographies.length === 0 && includes.length === 0 && Object.keys(rest).length === 0;
}

/** The bibliographies that a document names, in its order. */
export function declaredBibliographies(
  languageId: string,
  path: string,
  content: string,
): readonly DeclaredBibliography[] {
  return documentDeclarations(languageId, path, content).bibliographies;
}

function kindOf(languageId: string, path: string): DeclaringKind | undefined {
  const name = `/${path.toLowerCase().replaceAll('\\', '/')}`;
  return (
    kinds.find(({ names }) => names.some((end) => end.startsWith('/') && name.endsWith(end))) ??
    kinds.find(({ languages }) => languages.includes(languageId)) ??
    kinds.find(({ names }) => names.some((end) => name.endsWith(end)))
  );
}
