import { citationSyntax } from '../citation/syntaxes.js';

/** How documents of one language are made of several. */
interface Family {
  /** Ends of the names of documents that may take in others, in lower case. */
  readonly extensions: readonly string[];
  /** Group `path`: what is taken in. */
  readonly include: RegExp;
}

/**
 * Languages in which one document takes in others and names the bibliography for all of them; in the
 * others each document names its own or its project does.
 */
const families: ReadonlyMap<string, Family> = new Map([
  [
    'latex',
    {
      extensions: ['.tex', '.ltx', '.latex', '.rnw'],
      include:
        /^[^%\n]*?\\(?:input|include|subfile|subfileinclude|(?:sub)?(?:import|includefrom|inputfrom)\*?\{(?<folder>[^{}\n]{0,300})\})\*?\s{0,5}\{(?<path>[^{}\n]{1,300})\}/gm,
    },
  ],
  ['typst', { extensions: ['.typ'], include: /#include\s{1,20}"(?<path>[^"\n]{1,300})"/g }],
  [
    'asciidoc',
    {
      extensions: ['.adoc', '.asciidoc', '.asc'],
      include: /^include::(?<path>[^\s[\]]{1,300})\[/gm,
    },
  ],
]);

/** The extensions of documents that may take in this one; empty where nothing does. */
export function familyExtensions(languageId: string, path: string): readonly string[] {
  return families.get(citationSyntax(languageId, path).name)?.extensions ?? [];
}

/** The documents that a text takes in, and the one that it says takes it in; paths as written. */
export function documentFamily(
  languageId: string,
  path: string,
  text: string,
): { readonly includes: readonly string[]; readonly root?: string } {
  const family = families.get(citationSyntax(languageId, path).name);
  if (!family) return { includes: [] };
  const includes = Array.from(text.matchAll(family.include), ({ groups = {} }) => {
    const { folder = '', path: file = '' } = groups;
    return folder === '' ? file.trim() : `${folder.trim().replace(/\/$/, '')}/${file.trim()}`;
  });
  // What TeXShop, LaTeX Workshop and others read.
  const root = /^%\s*!\s*tex\s+root\s*=\s*(\S.*?)\s*$/im.exec(text.slice(0, 2000))?.[1];
  return { includes, ...(root !== undefined && { root }) };
}
