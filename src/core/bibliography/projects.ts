import { citationSyntax } from '../citation/syntaxes.js';

/** Files that name bibliographies for all documents below their folder, the more particular first. */
const yaml = [
  ...['_metadata.yml', '_metadata.yaml', '_quarto.yml', '_quarto.yaml', '_bookdown.yml'],
  ...['myst.yml', 'defaults.yaml', 'defaults.yml', '_config.yml'],
];
const sphinx = ['conf.py'];

/** By the name of a citation syntax; plain Markdown is one of them, whatever it is cited in. */
const filesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...['pandoc', 'quarto', 'rmarkdown', 'myst'].map((name) => [name, [...yaml, ...sphinx]] as const),
  ['restructuredtext', [...sphinx, 'myst.yml', '_config.yml']],
]);

/** The names under which a project of such a document keeps its settings, in the order to look. */
export function projectFiles(languageId: string, path: string): readonly string[] {
  return filesOf.get(citationSyntax(languageId, path).name) ?? [];
}
