import { latexScanner } from '../citation/scan/latex.js';
import type { FoundPath, ReadDeclarations } from './declared.js';
import { knitrChildren } from './declaredYaml.js';
import { definitionsIn, magicRoot, takenIn } from './latexParts.js';
import { braces, gap, options, plainPath } from './latexPaths.js';

const naming = new RegExp(
  [
    String.raw`\\(?:(no|default)?bibliography([A-Za-z]{0,50})|(putbib)|add(?:bibresource|globalbib|sectionbib)|newrefsection|begin\{refsection\})`,
    String.raw`(?![A-Za-z@*])${gap}${options}(?:${braces})?`,
  ].join(''),
  'g',
);

/** From `\bibliography{a,b}`, `\addbibresource[…]{x.bib}`, and those of bibunits, multibib and refsections. */
function namedPaths(text: string): readonly FoundPath[] {
  const found: FoundPath[] = [];
  for (const match of text.matchAll(naming)) {
    const [whole, lead, list = '', putbib, inBrackets = '', inBraces = ''] = match;
    const end = match.index + whole.length;
    if (putbib !== undefined || /^\\(?:newref|begin)/.test(whole)) {
      const start = whole.indexOf('[') + 1 + match.index;
      const isBibtex = putbib !== undefined;
      // biblatex takes labels of resources too; only a file's name says that it is one.
      const paths = listed(inBrackets, start, isBibtex);
      found.push(...paths.filter(({ path }) => isBibtex || /\.\w+$/.test(path)));
    } else if (whole.startsWith('\\add')) {
      // Takes one file, whose name may well hold a comma.
      found.push(...pathIn(inBraces, end - 1 - inBraces.length, false));
    } else if (!list.startsWith('style') && (list === '' || lead === undefined)) {
      const paths = listed(inBraces, end - 1 - inBraces.length, true);
      found.push(...(list === '' ? paths : paths.map((path) => ({ ...path, list }))));
    }
  }
  return found;
}

function listed(written: string, start: number, isBibtex: boolean): readonly FoundPath[] {
  let at = start;
  return written.split(',').flatMap((part) => {
    const found = pathIn(part, at, isBibtex);
    at += part.length + 1;
    return found;
  });
}

function pathIn(written: string, start: number, isBibtex: boolean): readonly FoundPath[] {
  const trimmed = written.replace(/^[\s\u0001]+/, '');
  const from = start + written.length - trimmed.length;
  const shown = trimmed.replace(/[\s\u0001]+$/, '');
  const { path: plain, beside } = plainPath(shown);
  if (plain === '' || plain.includes('#')) return [];
  const path = isBibtex && !/\.bib$/i.test(plain) ? `${plain}.bib` : plain;
  return [{ path, start: from, end: from + shown.length, ...(beside && { beside }) }];
}

/** What a document, a package or a class says. Linear. */
export function readLatex(text: string): ReadDeclarations {
  const silent = latexScanner.silence(text);
  const end = silent.indexOf('\\end{document}');
  const shown = end < 0 ? silent : silent.slice(0, end);
  const { includes, root: subfilesRoot, isWhole } = takenIn(shown);
  const root = magicRoot(text)?.replace(/^"(.*)"$/, '$1') ?? subfilesRoot;
  const lists = Array.from(shown.matchAll(/\\newcites\s{0,5}\{([A-Za-z,\s]{1,300})\}/g)).flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim()),
  );
  return {
    paths: namedPaths(shown),
    includes: [...includes, ...knitrChildren(text)],
    definitions: definitionsIn(shown),
    ...(lists.length > 0 && { lists }),
    ...(root !== undefined && { root }),
    ...(isWhole && { isWhole }),
  };
}
