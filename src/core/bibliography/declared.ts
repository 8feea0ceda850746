import { Lines } from '../lines.js';
import type { TextRange } from '../text.js';
import { asciidocPaths, orgPaths, pythonPaths, restructuredtextPaths } from './declaredLines.js';
import { latexPaths } from './declaredLatex.js';
import { typstPaths } from './declaredTypst.js';
import { frontMatterPaths, yamlPaths } from './declaredYaml.js';
import { typesetPaths } from './declaredTypeset.js';
import type { TypesetPlace } from './madeLists.js';
import { rangeBetween } from './entry.js';

/** A path found in a text; offsets are UTF-16 code units. */
export interface FoundPath {
  /** `.bib` is appended where the language lets it be left out. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** It holds typeset references, and nobody misses it when it is not there. */
  readonly typeset?: TypesetPlace;
}

/** A bibliography that a document names, relative to it or to its project, as written. */
export interface DeclaredBibliography {
  readonly path: string;
  readonly range: TextRange;
  readonly typeset?: TypesetPlace;
}

interface DeclaringKind {
  readonly languages: readonly string[];
  /** Ends of file names, in lower case; a whole name begins with `/`. */
  readonly names: readonly string[];
  readonly find: (text: string) => readonly FoundPath[];
}

/** The kinds of documents that name bibliographies, one row each; files of projects before languages. */
const kinds: readonly DeclaringKind[] = [
  {
    languages: [],
    names: [
      ...['/_quarto.yml', '/_quarto.yaml', '/_metadata.yml', '/_metadata.yaml', '/_bookdown.yml'],
      ...['/myst.yml', '/_config.yml', '/defaults.yaml', '/defaults.yml'],
    ],
    find: yamlPaths,
  },
  { languages: [], names: ['/conf.py'], find: pythonPaths },
  {
    languages: ['latex', 'tex', 'doctex', 'latex-expl3', 'rsweave', 'rnoweb', 'jlweave', 'pweave'],
    names: ['.tex', '.ltx', '.latex', '.rnw'],
    find: latexPaths,
  },
  { languages: ['typst'], names: ['.typ'], find: typstPaths },
  { languages: ['org'], names: ['.org'], find: orgPaths },
  { languages: ['asciidoc'], names: ['.adoc', '.asciidoc', '.asc'], find: asciidocPaths },
  { languages: ['restructuredtext'], names: ['.rst', '.rest'], find: restructuredtextPaths },
  {
    languages: ['markdown', 'quarto', 'rmd', 'rmarkdown', 'myst', 'mdx', 'pandoc'],
    names: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd', '.rmarkdown', '.myst'],
    find: frontMatterPaths,
  },
];

/** Whether a document may name bibliographies at all. */
export function mayDeclare(languageId: string, path: string): boolean {
  return kindOf(languageId, path) !== undefined;
}

/**
 * The bibliographies that a document names, in its order: in its front matter, by a command, or as
 * the settings of a project. Comments and examples of code do not count, nor do paths that a macro
 * makes. Whether the files are there is not known here.
 * @param path path or name; only its end is looked at
 */
export function declaredBibliographies(
  languageId: string,
  path: string,
  content: string,
): readonly DeclaredBibliography[] {
  const text = content.replace(/^\uFEFF/, '');
  return ranged(text, kindOf(languageId, path)?.find(text) ?? []);
}

/**
 * Lists of typeset references that belong to a LaTeX document, whether they are there or not.
 * @param path path or name; only its end is looked at
 */
export function typesetBibliographies(
  path: string,
  content: string,
): readonly DeclaredBibliography[] {
  const text = content.replace(/^\uFEFF/, '');
  return ranged(text, typesetPaths(path, text));
}

function ranged(text: string, found: readonly FoundPath[]): readonly DeclaredBibliography[] {
  if (found.length === 0) return [];
  const lines = new Lines(text);
  return found.map(({ start, end, ...named }) => ({
    ...named,
    range: rangeBetween(lines, start, end),
  }));
}

function kindOf(languageId: string, path: string): DeclaringKind | undefined {
  const name = `/${path.toLowerCase().replaceAll('\\', '/')}`;
  return (
    kinds.find(({ names }) => names.some((end) => end.startsWith('/') && name.endsWith(end))) ??
    kinds.find(({ languages }) => languages.includes(languageId)) ??
    kinds.find(({ names }) => names.some((end) => name.endsWith(end)))
  );
}
