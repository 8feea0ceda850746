import { citationSyntax } from '../citation/syntaxes.js';

/**
 * What a path that begins with `/` can be below: the folder that a setting of the language's extension
 * names, the root of the document's project, the workspace folder, or the disk.
 */
export type RootKind = 'setting' | 'project' | 'workspace' | 'disk';

/** How one language reads the paths of bibliographies that it names. */
export interface PathRule {
  /** Files in the root of a project: the nearest folder upwards that has one of them is the root. */
  readonly rootFiles: readonly string[];
  /** Where a path that begins with `/` is looked for, the first one first. */
  readonly roots: readonly RootKind[];
  /** A setting that holds a folder, or `-` for the document's own. */
  readonly rootSetting?: string;
  /** What stands nowhere else is looked for where TeX looks. */
  readonly asTex: boolean;
}

const quarto = ['_quarto.yml', '_quarto.yaml'];
const jupyter = ['myst.yml', '_config.yml', '_toc.yml', 'conf.py'];

/** Pandoc takes such a path for one of the disk; what is built upon it, for one of its project. */
const markdown: PathRule = {
  rootFiles: [...quarto, '_bookdown.yml', ...jupyter],
  roots: ['project', 'disk', 'workspace'],
  asTex: false,
};

/**
 * By the name of a citation syntax. Where a table of a manual says it:
 * Typst's root is what `--root` gives, and editors take the folder that is open
 * (https://typst.app/docs/reference/syntax/#paths); a folder with `typst.toml` is a package, which is
 * its own root; tinymist's setting outranks both
 * (https://github.com/Myriad-Dreamin/tinymist/blob/main/editors/vscode/Configuration.md). Quarto's is the folder of `_quarto.yml`
 * (https://quarto.org/docs/projects/quarto-projects.html). Sphinx' is the folder of `conf.py`.
 */
const rules: ReadonlyMap<string, PathRule> = new Map([
  ['latex', { rootFiles: [], roots: ['disk'], asTex: true }],
  [
    'typst',
    {
      rootFiles: ['typst.toml'],
      roots: ['setting', 'project', 'workspace'],
      rootSetting: 'tinymist.rootPath',
      asTex: false,
    },
  ],
  ['quarto', { rootFiles: quarto, roots: ['project', 'workspace', 'disk'], asTex: false }],
  ['myst', { rootFiles: jupyter, roots: ['project', 'workspace', 'disk'], asTex: false }],
  ['restructuredtext', { rootFiles: ['conf.py'], roots: ['project', 'disk'], asTex: false }],
  ['org', { rootFiles: [], roots: ['disk'], asTex: false }],
  ['asciidoc', { rootFiles: [], roots: ['disk'], asTex: false }],
]);

/**
 * How the paths in a document, or in a file of a project such as `_quarto.yml`, are read.
 * @param path only its end is looked at
 */
export function pathRule(languageId: string, path: string): PathRule {
  return rules.get(citationSyntax(languageId, path).name) ?? markdown;
}

const projectFile =
  /\/(?:_quarto(?:-[^/]*)?|_metadata|_bookdown|_config|myst|defaults)\.ya?ml$|\/conf\.py$/;

/** Whether a file may name bibliographies for the documents of a project, by its name. */
export function isProjectFile(path: string): boolean {
  return projectFile.test(path);
}

/**
 * Whether a template, a shell or R makes the path that is meant: `${.}/a.bib` of pandoc's defaults,
 * `{{ dir }}/a.bib`, `here::here("a.bib")`.
 */
export function isMadeElsewhere(path: string): boolean {
  return /\$[A-Z{]|\{\{|`r\s|::/.test(path);
}
