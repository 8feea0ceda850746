import type { Include } from './declared.js';
import { braces, gap, options, plainPath } from './latexPaths.js';

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

/** What a text takes in, packages and classes among it. @param text with comments and verbatim text silent */
export function takenIn(text: string): Taken {
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

/** What its macros stand for. */
export function definitionsIn(text: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (const [, name = '', value = ''] of text.matchAll(definition)) {
    const isPath = value.includes('/') || /^[\w.+-]+$/.test(value.trim());
    if (isPath && found.push([name, value.trim()]) === mostDefinitions) break;
  }
  return found;
}

/** What TeXShop, LaTeX Workshop, RStudio and others read at the top, and AUCTeX at the end. */
export function magicRoot(text: string): string | undefined {
  const top = /^%\s*!\s*(?:tex|rnw)\s+root\s*=\s*(\S.*?)\s*$/im.exec(text.slice(0, 2000))?.[1];
  return top ?? /^%+\s*TeX-master:\s*("[^"\n]+")/m.exec(text.slice(-3000))?.[1];
}
