import { citationSyntax } from '../citation/syntaxes.js';
import { Lines } from '../lines.js';
import type { TextInsertion } from './insertEntry.js';

/** Finds where a declaration goes and writes it; lines end at `\n`. */
type Declare = (text: string, path: string) => { readonly offset: number; readonly text: string };

/** Languages in which a document names its bibliography, one row each, by the name of their syntax. */
const declarations: ReadonlyMap<string, Declare> = new Map([
  ...['pandoc', 'quarto', 'rmarkdown', 'myst'].map((name) => [name, frontMatter] as const),
  ['latex', latex],
  ['typst', (text, path) => atEnd(text, `#bibliography(${JSON.stringify(path)})`)],
  ['org', org],
  ['asciidoc', asciidoc],
  ['restructuredtext', (text, path) => atEnd(text, `.. bibliography:: ${path}`)],
]);

/**
 * What to write into a document so that it names a bibliography, where none is named yet.
 * @param bibliography path relative to the document, parted by `/`
 * @returns undefined for a language without such a place, and for a part of a document (LaTeX without
 * `\documentclass`), which does not name it
 */
export function declareBibliography(
  languageId: string,
  path: string,
  content: string,
  bibliography: string,
): TextInsertion | undefined {
  const text = content.replace(/^\uFEFF/, '');
  const { name } = citationSyntax(languageId, path);
  if (name === 'latex' && !/^[^%\n]*\\documentclass/m.test(text)) return undefined;
  const place = declarations.get(name)?.(text, bibliography);
  if (!place) return undefined;
  const lines = new Lines(text);
  const line = lines.lineAt(place.offset);
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  return {
    offset: place.offset,
    line,
    character: place.offset - lines.start(line),
    text: place.text.replaceAll('\n', eol),
  };
}

/** The last line of the YAML block, or a block of its own. */
function frontMatter(text: string, path: string): ReturnType<Declare> {
  const line = `bibliography: ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}\n`;
  const begin = /^---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length;
  const end =
    begin === undefined ? undefined : /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(begin))?.index;
  if (begin === undefined || end === undefined) {
    return { offset: 0, text: `---\n${line}---\n${text.trim() === '' ? '' : '\n'}` };
  }
  return { offset: begin + end, text: line };
}

/** biblatex names it in the preamble, BibTeX where the list stands. */
function latex(text: string, path: string): ReturnType<Declare> {
  const begin = placeOf(/^[^%\n]*?(?=\\begin\{document\})/m, text);
  const usesBiblatex = /^[^%\n]*\\usepackage(?:\[[^\]]*\])?\{[^}]*\bbiblatex\b/m.test(text);
  if (usesBiblatex && begin !== undefined) {
    return { offset: begin, text: `\\addbibresource{${path}}\n` };
  }
  const stem = path.replace(/\.bib$/i, '');
  // BibTeX takes the command once: one that names what is not there is gone on with.
  const named = /^[^%\n]*\\bibliography\{[^{}\n]*(?=\})/m.exec(text);
  if (named) return { offset: named.index + named[0].length, text: `,${stem}` };
  const name = `\\bibliography{${stem}}\n`;
  const style = /^[^%\n]*\\bibliographystyle\{/m.test(text) ? '' : '\\bibliographystyle{plain}\n';
  const end = placeOf(/^[^%\n]*?(?=\\end\{document\})/m, text);
  if (end === undefined) return atEnd(text, `${style}${name}`.trimEnd());
  return { offset: end, text: `${style}${name}` };
}

/** Before a command: where its line begins, unless something else stands there. */
function placeOf(lead: RegExp, text: string): number | undefined {
  const found = lead.exec(text);
  return found ? found.index + (found[0].trim() === '' ? 0 : found[0].length) : undefined;
}

/** Behind the keywords at the top. */
function org(text: string, path: string): ReturnType<Declare> {
  const head = /^(?:[ \t]*#\+\w+:[^\r\n]*(?:\r\n?|\n|$))*/.exec(text)?.[0] ?? '';
  const value = /\s/.test(path) ? `"${path}"` : path;
  const lead = head === '' || /[\r\n]$/.test(head) ? '' : '\n';
  return { offset: head.length, text: `${lead}#+bibliography: ${value}\n` };
}

/** Behind the title and the attributes of the header. */
function asciidoc(text: string, path: string): ReturnType<Declare> {
  const header =
    /^(?:=[ \t][^\r\n]*(?:\r\n?|\n|$))?(?:[^\s:=][^\r\n]*(?:\r\n?|\n|$))*(?::[^\r\n]*(?:\r\n?|\n|$))*/;
  // Without a title the first lines are text.
  const head = /^=[ \t]/.test(text) ? (header.exec(text)?.[0] ?? '') : '';
  const lead = head === '' || /[\r\n]$/.test(head) ? '' : '\n';
  const gap = head === '' && text.trim() !== '' ? '\n' : '';
  return { offset: head.length, text: `${lead}:bibtex-file: ${path}\n${gap}` };
}

/** One blank line behind the last line that has text. */
function atEnd(text: string, line: string): ReturnType<Declare> {
  const end = text.trimEnd().length;
  const rest = text.slice(end);
  const hasEnd = /[\r\n]/.test(rest);
  return end === 0
    ? { offset: text.length, text: `${line}\n` }
    : {
        offset: text.length,
        text: `${hasEnd ? '' : '\n'}${/\n\s*\n/.test(rest) ? '' : '\n'}${line}\n`,
      };
}
