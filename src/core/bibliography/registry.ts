import { longestName, longestTitle } from '../factLimits.js';
import { Lines } from '../lines.js';
import { shortText } from '../shortText.js';
import { shownLine, shownText } from '../shownText.js';
import { bibtex } from './bibtex.js';
import { cslJson } from './cslJson.js';
import type {
  Bibliography,
  BibliographyEntry,
  BibliographyProblem,
  ReadBibliography,
} from './entry.js';
import type { BibliographyFormat } from './format.js';
import { cslYaml, hayagriva } from './yamlFormats.js';
import { ris } from './ris.js';
import { biblatexBbl } from './biblatexBbl.js';
import { thebibliography } from './thebibliography.js';

/** All formats; the first one that takes a file's name and recognises its text reads it. */
const formats: readonly BibliographyFormat[] = [
  ...[bibtex, cslJson, cslYaml, hayagriva, ris],
  ...[biblatexBbl, thebibliography],
];

/** A file with more problems than these has one reason for all of them. */
const mostProblems = 100;

/**
 * Reads a bibliography. A file with an extension that says nothing is taken for BibTeX.
 * @param path path or name; only its extension is looked at
 */
export function readBibliography(path: string, content: string): Bibliography {
  // Not part of the text as VS Code counts it.
  const lines = new Lines(content.replace(/^\uFEFF/, ''));
  const format =
    formats.find((each) => fits(each, path) && (each.recognises?.(lines) ?? true)) ?? bibtex;
  const read = format.read(lines);
  const problems = [...read.problems, ...duplicateKeys(read), ...mergeConflict(lines)].sort(
    (a, b) => a.line - b.line,
  );
  const next = problems[mostProblems];
  return {
    format: format.name,
    entries: read.entries.map(shownEntry),
    ...(read.macros && { macros: read.macros }),
    problems:
      next === undefined
        ? problems
        : [
            ...problems.slice(0, mostProblems),
            { kind: 'moreProblems', line: next.line, args: [problems.length - mostProblems] },
          ],
  };
}

/** Its key is not only shown: documents cite by it. */
function shownEntry(entry: BibliographyEntry): BibliographyEntry {
  const { title, authors, journal, booktitle, text } = entry;
  return {
    ...entry,
    ...(title !== undefined && { title: shortText(shownText(title), longestTitle) }),
    authors: authors.map((name) => shortText(shownText(name), longestName)),
    ...(journal !== undefined && { journal: shownName(journal) }),
    ...(booktitle !== undefined && { booktitle: shownName(booktitle) }),
    ...(text !== undefined && { text: shortText(shownLine(text), longestTitle) }),
  };
}

/** The name of a journal or a collection. */
export function shownName(name: string): string {
  return shortText(shownLine(name), longestName);
}

function fits({ extensions }: BibliographyFormat, path: string): boolean {
  const name = path.toLowerCase();
  return extensions.some((extension) => name.endsWith(extension));
}

/** One after the other: to look for all at once would begin anew at each that is first. */
const conflictMarks = [/^<{7}(?=[ \r\n])/gm, /^={7}[\r\n]/gm, /^>{7}(?=[ \r\n]|$)/gm];

/** The first one: who settles it sees the others. */
function mergeConflict(lines: Lines): BibliographyProblem[] {
  const { text } = lines;
  let first: number | undefined;
  let from = 0;
  for (const mark of conflictMarks) {
    mark.lastIndex = from;
    const found = mark.exec(text);
    if (!found) return [];
    first ??= found.index;
    from = found.index + found[0].length;
  }
  return [{ kind: 'mergeConflict', line: lines.lineAt(first ?? 0), args: [] }];
}

function duplicateKeys({ entries }: ReadBibliography): BibliographyProblem[] {
  const lineOf = new Map<string, number>();
  const problems: BibliographyProblem[] = [];
  for (const { key, keyRange } of entries) {
    const line = keyRange.startLine;
    const first = lineOf.get(key);
    if (first === undefined) lineOf.set(key, line);
    else if (key !== '') problems.push({ kind: 'duplicateKey', line, args: [key, first + 1] });
  }
  return problems;
}
