import { markdownLink, plainReference } from './authorYear.js';
import type { CitedPaper } from './citedPaper.js';
import { wholePandocKey, wholeTypstLabel } from './scan/wholeKeys.js';

/** A paper with the key under which the bibliography has it; syntaxes without keys ignore the key. */
export interface Cite {
  readonly key: string;
  readonly paper: CitedPaper;
}

/** What settings decide. */
export interface CitationPreferences {
  /** In plain Markdown: `[@key]`, a link to arXiv, or `arXiv:ID`. */
  readonly markdown: 'pandoc' | 'link' | 'arxiv';
  /** Without backslash: `cite`, `citep`, `autocite`, `parencite` or a command of one's own. */
  readonly latexCommand: string;
}

export const defaultCitationPreferences: CitationPreferences = {
  markdown: 'pandoc',
  latexCommand: 'cite',
};

export interface FormatOptions {
  /** The citation is part of the sentence ("as @key shows"); default: it stands in parentheses. */
  readonly narrative?: boolean;
}

/** How one language writes citations. */
export interface CitationSyntax {
  readonly name: string;
  /** Keys are written, so the papers must be in a bibliography. */
  readonly usesKeys: boolean;
  /** One citation of all the papers, in their order; empty for none. Never ends the line. */
  format(cites: readonly Cite[], options?: FormatOptions): string;
}

type Write = (
  cites: readonly Cite[],
  narrative: boolean,
  preferences: CitationPreferences,
) => string;

interface Row {
  readonly name: string;
  /** Language ids of VS Code and its common extensions. */
  readonly languages: readonly string[];
  /** Ends of file names, in lower case. */
  readonly extensions: readonly string[];
  readonly usesKeys: boolean;
  readonly write: Write;
}

/** Languages, one row each (citations.md 7). */
const rows = [
  {
    name: 'quarto',
    languages: ['quarto'],
    extensions: ['.qmd'],
    usesKeys: true,
    write: pandoc,
  },
  {
    name: 'rmarkdown',
    languages: ['rmd', 'rmarkdown'],
    extensions: ['.rmd', '.rmarkdown'],
    usesKeys: true,
    write: pandoc,
  },
  {
    name: 'latex',
    languages: ['latex', 'tex', 'doctex', 'latex-expl3', 'rsweave', 'rnoweb', 'jlweave', 'pweave'],
    extensions: ['.tex', '.ltx', '.latex', '.rnw'],
    usesKeys: true,
    write: latex,
  },
  {
    name: 'typst',
    languages: ['typst'],
    extensions: ['.typ'],
    usesKeys: true,
    write: typst,
  },
  {
    name: 'org',
    languages: ['org'],
    extensions: ['.org'],
    usesKeys: true,
    write: (cites, narrative) =>
      `[cite${narrative ? '/t' : ''}:${cites.map(({ key }) => `@${key}`).join(';')}]`,
  },
  {
    name: 'restructuredtext',
    languages: ['restructuredtext'],
    extensions: ['.rst', '.rest'],
    usesKeys: true,
    write: (cites, narrative) => `:cite:${narrative ? 't' : 'p'}:\`${keysOf(cites)}\``,
  },
  {
    name: 'myst',
    languages: ['myst'],
    extensions: ['.myst', '.myst.md'],
    usesKeys: true,
    write: (cites, narrative) => `{cite:${narrative ? 't' : 'p'}}\`${keysOf(cites)}\``,
  },
  {
    name: 'asciidoc',
    languages: ['asciidoc'],
    extensions: ['.adoc', '.asciidoc', '.asc'],
    usesKeys: true,
    // asciidoctor-bibtex: `citenp` renders "Lane (2012)".
    write: (cites, narrative) => `${narrative ? 'citenp' : 'cite'}:[${keysOf(cites)}]`,
  },
] as const satisfies readonly Row[];

/** Markdown without a dialect of its own: the setting decides. */
const markdownLanguages: readonly string[] = ['markdown'];
const markdownExtensions: readonly string[] = ['.md', '.markdown', '.mdown', '.mkd', '.mdx'];
const markdownStyles: Readonly<Record<CitationPreferences['markdown'], Row>> = {
  pandoc: {
    name: 'pandoc',
    languages: markdownLanguages,
    extensions: markdownExtensions,
    usesKeys: true,
    write: pandoc,
  },
  link: {
    name: 'markdownLink',
    languages: markdownLanguages,
    extensions: markdownExtensions,
    usesKeys: false,
    write: (cites) => cites.map(({ paper }) => markdownLink(paper)).join('; '),
  },
  arxiv: {
    name: 'markdownArxiv',
    languages: markdownLanguages,
    extensions: markdownExtensions,
    usesKeys: false,
    write: plain,
  },
};

/** Comments of code, and every language that has no row. */
const plainRow: Row = {
  name: 'plain',
  languages: [],
  extensions: [],
  usesKeys: false,
  write: plain,
};

/** Languages that say little about what a file is; its name may say more. */
const vague = new Set(['markdown', 'plaintext', '']);

/**
 * The syntax of a document. The language decides, unless it is plain text or Markdown and the file
 * name tells of something more particular (`notes.qmd` without the Quarto extension). BibTeX files
 * have none: there the citation is the entry, which `bibtexEntry` writes.
 * @param path path or name; only its end is looked at
 */
export function citationSyntax(
  languageId: string,
  path: string,
  preferences: CitationPreferences = defaultCitationPreferences,
): CitationSyntax {
  const table: readonly Row[] = [...rows, markdownStyles[preferences.markdown]];
  const byLanguage = table.find((row) => row.languages.includes(languageId));
  const row = vague.has(languageId) ? (byName(table, path) ?? byLanguage) : byLanguage;
  const { name, usesKeys, write } = row ?? plainRow;
  return {
    name,
    usesKeys,
    format: (cites, options = {}) =>
      cites.length === 0 ? '' : write(cites, options.narrative === true, preferences),
  };
}

/** The row with the longest fitting end of the name: `.myst.md` before `.md`. */
function byName(table: readonly Row[], path: string): Row | undefined {
  const name = path.toLowerCase();
  let best: Row | undefined;
  let length = 0;
  for (const row of table) {
    for (const end of row.extensions) {
      if (end.length > length && name.endsWith(end)) {
        best = row;
        length = end.length;
      }
    }
  }
  return best;
}

function keysOf(cites: readonly Cite[]): string {
  return cites.map(({ key }) => key).join(',');
}

function plain(cites: readonly Cite[]): string {
  return cites.map(({ paper }) => plainReference(paper)).join(', ');
}

function pandoc(cites: readonly Cite[], narrative: boolean): string {
  const items = cites
    .map(({ key }) => (wholePandocKey.test(key) ? `@${key}` : `@{${key}}`))
    .join('; ');
  return narrative ? items : `[${items}]`;
}

/** The command for a citation in the sentence, where it is another one. */
const narrativeCommands: ReadonlyMap<string, string> = new Map([
  ['citep', 'citet'],
  ['Citep', 'Citet'],
  ['citep*', 'citet*'],
  ['autocite', 'textcite'],
  ['Autocite', 'Textcite'],
  ['parencite', 'textcite'],
  ['Parencite', 'Textcite'],
  ['footcite', 'textcite'],
  ['smartcite', 'textcite'],
  ['supercite', 'textcite'],
]);

function latex(
  cites: readonly Cite[],
  narrative: boolean,
  { latexCommand }: CitationPreferences,
): string {
  const name = latexCommand.trim().replace(/^\\/, '');
  const command = /^[A-Za-z@]+\*?$/.test(name) ? name : defaultCitationPreferences.latexCommand;
  const chosen = narrative ? (narrativeCommands.get(command) ?? command) : command;
  return `\\${chosen}{${keysOf(cites)}}`;
}

function typst(cites: readonly Cite[], narrative: boolean): string {
  return cites.map(({ key }) => typstCite(key, narrative)).join(' ');
}

function typstCite(key: string, narrative: boolean): string {
  const plainKey = wholeTypstLabel.test(key);
  if (plainKey && !narrative) return `@${key}`;
  const label = plainKey ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`;
  return `#cite(${label}${narrative ? ', form: "prose"' : ''})`;
}

/** The languages whose documents may cite by keys, and the ends of their files' names. */
export const citingLanguages: readonly string[] = [
  ...markdownLanguages,
  ...rows.flatMap(({ languages }) => languages),
];
export const citingExtensions: readonly string[] = [
  ...markdownExtensions,
  ...rows.flatMap(({ extensions }) => extensions),
];
