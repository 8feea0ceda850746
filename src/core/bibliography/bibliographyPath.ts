/**
 * The endings of bibliographies' names, in lower case. They stand apart from the formats that read them, so
 * that whoever asks about a name loads no parser.
 */
export const bibliographyExtensions = {
  bibtex: ['.bib', '.bibtex', '.biblatex'],
  csl: ['.json', '.csljson'],
  yaml: ['.yml', '.yaml'],
  ris: ['.ris'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The formats of references that are typeset already, by their names in the registry. */
export const typesetFormats: ReadonlySet<string> = new Set(['thebibliography', 'biblatexBbl']);

/** Of LaTeX, which may hold references that are typeset already; nobody adds entries to them. */
export const typesetExtensions = ['.bbl', '.tex', '.ltx', '.latex', '.rnw'] as const;

const all = Object.values(bibliographyExtensions).flat();

/** Whether a file may be a bibliography, by its name alone. */
export function isBibliographyPath(path: string): boolean {
  const name = path.toLowerCase();
  return all.some((extension) => name.endsWith(extension));
}

/** Whether a file may hold typeset references, by its name alone. */
export function mayBeTypeset(path: string): boolean {
  const name = path.toLowerCase();
  return typesetExtensions.some((extension) => name.endsWith(extension));
}

/** Whether a file is what BibTeX or biber writes, and will write again. */
export function isGeneratedBibliography(path: string): boolean {
  return /\.bbl$/i.test(path);
}
