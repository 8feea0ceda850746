import { Lines } from '../lines.js';
import type { FoundPath, Include, ReadDeclarations } from './declared.js';

/** Org's own keywords, and org-ref's link `bibliography:a.bib,b.bib`. */
export function readOrg(text: string): ReadDeclarations {
  const found: FoundPath[] = [];
  const includes: Include[] = [];
  let block: string | undefined;
  forEachLine(text, (line, start) => {
    const [, edge, name] = /^\s*#\+(begin|end)_(\w+)/i.exec(line) ?? [];
    if (edge !== undefined && name !== undefined) {
      if (edge.toLowerCase() === 'end') block = undefined;
      else if (/^(?:src|example|comment|export|verse)$/i.test(name)) block ??= name;
      return;
    }
    if (block !== undefined || /^\s*(?:#(?:\s|$)|: )/.test(line)) return;
    const keyword = /^\s*#\+bibliography:\s*(?:"([^"]+)"|(\S+))/di.exec(line);
    addGroup(found, start, keyword?.indices?.[1] ?? keyword?.indices?.[2], line);
    const taken = /^\s*#\+(?:setupfile|include):\s*(?:"([^"]+)"|(\S+))/i.exec(line);
    if (taken)
      includes.push({ how: 'text', path: (taken[1] ?? taken[2] ?? '').replace(/::.*$/, '') });
    if (line.trimStart().startsWith('#+')) return;
    for (const link of line.matchAll(/(?<![\w:+-])bibliography:([^\s[\]<>]+)/dg)) {
      let at = link.index + 'bibliography:'.length;
      for (const path of (link[1] ?? '').split(',')) {
        const full = /\.bib$/i.test(path) ? path : `${path}.bib`;
        if (path !== '')
          found.push({ path: full, start: start + at, end: start + at + path.length });
        at += path.length + 1;
      }
    }
  });
  return { paths: found, includes };
}

/** asciidoctor-bibtex's attribute and what is included, outside of comments and listings. */
export function readAsciidoc(text: string): ReadDeclarations {
  const found: FoundPath[] = [];
  const includes: Include[] = [];
  let block: string | undefined;
  forEachLine(text, (line, start) => {
    const fence = /^(?:-{4,}|\.{4,}|\/{4,}|`{3,}|\+{4,})\s*$/.test(line) ? line.trim() : undefined;
    if (fence !== undefined && (block === undefined || block === fence)) {
      block = block === undefined ? fence : undefined;
    } else if (block === undefined) {
      addGroup(found, start, /^:bibtex-file:\s+(\S.*?)\s*$/d.exec(line)?.indices?.[1], line);
      const path = /^include::([^\s[\]]{1,300})\[/.exec(line)?.[1];
      if (path !== undefined) includes.push({ how: 'text', path });
    }
  });
  return { paths: found, includes };
}

/** The directive of sphinxcontrib-bibtex: `.. bibliography:: a.bib b.bib`. */
export function readRestructuredtext(text: string): ReadDeclarations {
  const found: FoundPath[] = [];
  forEachLine(text, (line, start) => {
    const names = /^\s*\.\. (?:foot)?bibliography::\s+(\S.*)$/d.exec(line);
    const from = names?.indices?.[1]?.[0] ?? 0;
    for (const name of (names?.[1] ?? '').matchAll(/\S+/g)) {
      const at = from + name.index;
      addGroup(found, start, [at, at + name[0].length], line);
    }
  });
  return { paths: found };
}

/** `bibtex_bibfiles = ["a.bib", 'b.bib']` of Sphinx's conf.py. */
export function readPython(text: string): ReadDeclarations {
  const found: FoundPath[] = [];
  const statement = /^bibtex_bibfiles\s{0,20}(?::[^=\r\n]{0,100})?\+?=\s{0,20}(?=[[("'])/gm;
  for (let match = statement.exec(text); match !== null; match = statement.exec(text)) {
    statement.lastIndex = readStrings(text, statement.lastIndex, found);
  }
  return { paths: found };
}

/** The strings of a list, or the one string that stands there. Returns where it ends. */
function readStrings(text: string, from: number, found: FoundPath[]): number {
  const part = /#[^\r\n]*|"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|[[\](){}]|[\r\n]/g;
  part.lastIndex = from;
  let depth = 0;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [sign, double, single] = match;
    const path = double ?? single;
    const start = match.index + 1;
    if (path !== undefined && path !== '') found.push({ path, start, end: start + path.length });
    if (/^[[({]$/.test(sign)) depth++;
    if (/^[\])}]$/.test(sign)) depth--;
    if (depth <= 0 && !sign.startsWith('#')) return part.lastIndex;
  }
  return text.length;
}

function forEachLine(text: string, visit: (line: string, start: number) => void): void {
  const lines = new Lines(text);
  for (let line = 0; line < lines.count; line++) visit(lines.line(line), lines.start(line));
}

function addGroup(
  found: FoundPath[],
  lineStart: number,
  group: readonly [number, number] | undefined,
  line: string,
): void {
  if (!group) return;
  const [start, end] = group;
  found.push({ path: line.slice(start, end), start: lineStart + start, end: lineStart + end });
}
