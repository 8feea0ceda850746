import { citationSyntax } from '../../citation/syntaxes.js';

/** Files that name bibliographies for all documents below their folder, the more particular first. */
const yaml = [
  /^_metadata\.ya?ml$/,
  /^_quarto\.ya?ml$/,
  // Profiles: which one is active is said when Quarto is called.
  /^_quarto-.+\.ya?ml$/,
  /^_bookdown\.ya?ml$/,
  /^myst\.yml$/,
  /^defaults\.ya?ml$/,
  /^_config\.yml$/,
];
const sphinx = [/^conf\.py$/];

/** By the name of a citation syntax; plain Markdown is one of them, whatever it is cited in. */
const filesOf: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ...['pandoc', 'quarto', 'rmarkdown', 'myst'].map((name) => [name, [...yaml, ...sphinx]] as const),
  ['restructuredtext', [...sphinx, /^myst\.yml$/, /^_config\.yml$/]],
]);

/** Which names of files are those in which a project of such a document keeps its settings. */
export function projectFileKinds(languageId: string, path: string): readonly RegExp[] {
  return filesOf.get(citationSyntax(languageId, path).name) ?? [];
}

/** The document whose header is that of a whole book of bookdown, if it is one. */
export const bookHeader = /^index\.rmd$/i;
/** Beside it, this tells that it is. */
export const bookSettings = /^_bookdown\.ya?ml$/;
