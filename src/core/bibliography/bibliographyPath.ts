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

const all = Object.values(bibliographyExtensions).flat();

/** Whether a file may be a bibliography, by its name alone. */
export function isBibliographyPath(path: string): boolean {
  const name = path.toLowerCase();
  return all.some((extension) => name.endsWith(extension));
}
