import { latexScanner } from '../citation/scan/latex.js';
import type { FoundPath, Include, ReadDeclarations } from './declared.js';
import { knitrChildren } from './declaredYaml.js';

/** Braces hold no more than one level of others: `\subfix{refs}`, `\main{}/refs`. */
const braces = String.raw`\{((?:[^{}]|\{[^{}]{0,300}\}){0,4000})\}`;
const gap = String.raw`[\s\u0001]{0,20}`;
const options = String.raw`(?:\[([^\][]{0,2000})\]${gap})?`;

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

/** Without the quotes that blanks need, and the command that makes a path one from its own file. */
function plainPath(written: string): { readonly path: string; readonly beside?: true } {
  const path = written
    .replace(/\\(?:subfix|detokenize)\s{0,5}\{([^{}]*)\}/g, '$1')
    .replace(/["\u0001]/g, '')
    .trim();
  return { path, ...(/\\subfix(?![A-Za-z])/.test(written) && { beside: true }) };
}

const taking = new RegExp(
  [
    String.raw`\\(?:(input|include|InputIfFileExists|SweaveInput|subfile|subfileinclude)|((?:sub)?(?:import|includefrom|inputfrom))`,
    String.raw`|(usepackage|RequirePackage|RequirePackageWithOptions)|(documentclass|LoadClass|LoadClassWithOptions))`,
    String.raw`(?![A-Za-z@])\*?${gap}${options}(?:${braces}|([^\s{}[\]\\%\u0001]{1,300}))`,
  ].join(''),
  'g',
);

interface Taken {
  readonly includes: readonly Include[];
  /** Of the `subfiles` class. */
  readonly root?: string;
  readonly isWhole: boolean;
}

function takenIn(text: string): Taken {
  const includes: Include[] = [];
  let root: string | undefined;
  let isWhole = false;
  for (const match of text.matchAll(taking)) {
    const [whole, plain, imported, packages, classes, inBrackets, braced, bare] = match;
    const first = plainPath(braced ?? bare ?? '').path;
    if (first === '' || first.includes('#')) continue;
    if (plain !== undefined) {
      includes.push({ how: plain.startsWith('subfile') ? 'subfile' : 'text', path: first });
    } else if (imported !== undefined) {
      const how = imported.startsWith('sub') ? 'subimport' : 'import';
      const path = plainPath(bracesAt(text, match.index + whole.length)).path;
      if (path !== '') includes.push({ how, path, folder: first });
    } else if (packages !== undefined) {
      for (const name of first.split(',')) {
        if (name.trim() !== '') includes.push({ how: 'package', path: name.trim() });
      }
    } else if (classes === 'documentclass' && first === 'subfiles') {
      root = plainPath(inBrackets ?? '').path;
    } else {
      includes.push({ how: 'class', path: first });
      isWhole ||= classes === 'documentclass' && first !== 'standalone';
    }
  }
  return { includes, isWhole, ...(root !== undefined && root !== '' && { root }) };
}

function bracesAt(text: string, from: number): string {
  const next = new RegExp(gap + braces, 'y');
  next.lastIndex = from;
  return next.exec(text)?.[1] ?? '';
}

/** Of commands, those that can stand for a path or a part of one. */
const definition =
  /\\(?:(?:new|renew|provide)command\*?\s{0,5}\{?\s{0,5}|[egx]?def\s{0,5})\\([A-Za-z@]{1,50})\s{0,5}\}?\s{0,5}\{([\w\s./\\:~+-]{0,300})\}/g;
/** More are not for paths. */
const mostDefinitions = 100;

function definitionsIn(text: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (const [, name = '', value = ''] of text.matchAll(definition)) {
    const isPath = value.includes('/') || /^[\w.+-]+$/.test(value.trim());
    if (isPath && found.push([name, value.trim()]) === mostDefinitions) break;
  }
  return found;
}

/** What TeXShop, LaTeX Workshop and others read. */
function magicRoot(text: string): string | undefined {
  return /^%\s*!\s*tex\s+root\s*=\s*(\S.*?)\s*$/im.exec(text.slice(0, 2000))?.[1];
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
