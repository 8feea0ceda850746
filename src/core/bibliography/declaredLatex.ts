import type { FoundPath } from './declared.js';

const command =
  /\\(?:(bibliography|nobibliography)|addbibresource|addglobalbib|addsectionbib)(?![A-Za-z@*])\s{0,20}(?:\[[^\]]{0,500}\]\s{0,20})?\{([^{}\\]{1,4000})\}/g;

/** From `\bibliography{a,b}`, `\addbibresource[…]{x.bib}` and their likes. */
export function latexPaths(text: string): readonly FoundPath[] {
  if (!/\\(?:no)?bibliography|\\add\w*bib/.test(text)) return [];
  const found: FoundPath[] = [];
  for (const match of withoutComments(text).matchAll(command)) {
    const [whole, bibtex, paths = ''] = match;
    let at = match.index + whole.length - 1 - paths.length;
    // `\addbibresource` takes one file, whose name may well hold a comma.
    for (const part of bibtex === undefined ? [paths] : paths.split(',')) {
      const path = part.trim();
      const start = at + part.indexOf(path);
      if (path !== '') {
        const full = bibtex === undefined || /\.bib$/i.test(path) ? path : `${path}.bib`;
        found.push({ path: full, start, end: start + path.length });
      }
      at += part.length + 1;
    }
  }
  return found;
}

/** Environments that show their text as it is, or not at all. */
const token =
  /\\begin\{((?:verbatim|Verbatim|lstlisting|minted|comment|filecontents)\*?)\}|\\verb\*?([^\w\s*])|\\end\{document\}|\\[^]|%/g;

/** The text with blanks for comments and verbatim text, so that places stay. Linear. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  const missing = new Set<string>();
  const blank = (from: number, to: number) => {
    out += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
    token.lastIndex = to;
  };
  /** Behind the next `mark`; undefined when there is none, which is looked up once. */
  const behind = (mark: string, from: number) => {
    const found = missing.has(mark) ? -1 : text.indexOf(mark, from);
    if (found < 0) missing.add(mark);
    return found < 0 ? undefined : found + mark.length;
  };
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [sign, environment, delimiter] = match;
    const end = token.lastIndex;
    if (sign === '\\end{document}') {
      blank(match.index, text.length);
      break;
    }
    if (sign === '%') {
      blank(match.index, lineEnd(text, end));
    } else if (environment !== undefined) {
      const close = behind(`\\end{${environment}}`, end);
      if (close !== undefined) blank(match.index, close);
    } else if (delimiter !== undefined) {
      const line = lineEnd(text, end);
      const close = text.slice(end, line).indexOf(delimiter);
      if (close >= 0) blank(match.index, end + close + 1);
      else token.lastIndex = line;
    }
  }
  return out + text.slice(at);
}

function lineEnd(text: string, from: number): number {
  const end = /[^\r\n]*/y;
  end.lastIndex = from;
  end.test(text);
  return end.lastIndex;
}
