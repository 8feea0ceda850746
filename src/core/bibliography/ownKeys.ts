import { citationSyntax } from '../citation/syntaxes.js';

/** Where documents of a language hold the works themselves that they cite; group 1 is the key. */
const places: ReadonlyMap<string, RegExp> = new Map([
  ['latex', /\\bibitem\s*(?:\[[^\]]{0,200}\]\s*)?\{([^{}\s,]{1,200})\}/g],
  // Pandoc's `references` in the header.
  ['pandoc', /^[ \t]*(?:-[ \t]+)?id:[ \t]*["']?([^\s"']{1,200})/gm],
  ['quarto', /^[ \t]*(?:-[ \t]+)?id:[ \t]*["']?([^\s"']{1,200})/gm],
  ['rmarkdown', /^[ \t]*(?:-[ \t]+)?id:[ \t]*["']?([^\s"']{1,200})/gm],
  ['asciidoc', /\[\[\[([^\],]{1,200})(?:,[^\]]{0,200})?\]\]\]/g],
]);

/** The keys of the works that a document describes itself, without a bibliography. */
export function ownKeys(text: string, languageId: string, path: string): ReadonlySet<string> {
  const place = places.get(citationSyntax(languageId, path).name);
  if (!place) return new Set();
  return new Set(Array.from(text.matchAll(place), ([, key = '']) => key));
}
