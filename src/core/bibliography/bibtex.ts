import { rangeBetween, type BibliographyEntry, type BibliographyProblem } from './entry.js';
import { namedPaper, yearIn } from './entryFacts.js';
import { readBody, type EntryBody } from './bibFields.js';
import { scanEntries, type ScannedEntry } from './bibScan.js';
import type { BibliographyFormat } from './format.js';
import type { Lines } from '../lines.js';
import { namesOf, unicodeOf, verbatimOf } from './texValue.js';

/** Also those that Mendeley (`arxivid`) and INSPIRE's older exports (`arxiv`) write. */
const wanted: ReadonlySet<string> = new Set(
  (
    'title author editor year date eprint archiveprefix eprinttype primaryclass eprintclass arxivid ' +
    'arxiv doi url journal journaltitle volume number note howpublished'
  ).split(' '),
);

/**
 * BibTeX and biblatex.
 *
 * A reader of our own, decided by measurement: `@retorquere/bibtex-parser` 9.0.29 takes about 1 ms an
 * entry (20 s for 20,000, 11 s without its conversion), gives no positions, turns the formulas of
 * titles into symbols (`$\alpha_3$` into `α₃`), and would double the worker's bundle (569 kB). The
 * scanner here reads the same file in well under a second; TeX is read by what reads the titles of
 * digests. The package is what the tests compare it with.
 */
export const bibtex: BibliographyFormat = {
  name: 'bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],

  read(lines) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    const macros = new Map<string, string>();
    for (const scanned of scanEntries(lines)) {
      const { type, start } = scanned;
      if (type === 'comment' || type === 'preamble') continue;
      if (type === 'string') {
        const { fields } = readBody(lines.text, scanned, macros);
        for (const [name, value] of fields) macros.set(name, value);
        continue;
      }
      const body = readBody(lines.text, scanned, macros, wanted);
      const line = lines.lineAt(start);
      if (body.key === undefined) {
        problems.push({ kind: 'entryWithoutKey', line, args: [type] });
        continue;
      }
      if (!scanned.closed) problems.push({ kind: 'unclosedEntry', line, args: [body.key] });
      else if (body.broken) problems.push({ kind: 'brokenEntry', line, args: [body.key] });
      entries.push(readEntry(lines, scanned, body, body.key));
    }
    return { entries, problems };
  },
};

function readEntry(
  lines: Lines,
  { type, start, end }: ScannedEntry,
  { fields, keyStart }: EntryBody,
  key: string,
): BibliographyEntry {
  const field = (...names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value.trim() !== '') return value;
    }
    return undefined;
  };
  const plain = (value: string | undefined) =>
    value === undefined ? undefined : verbatimOf(value);
  const title = field('title');
  const journal = field('journal', 'journaltitle');
  const year = yearIn(field('year') ?? '') ?? yearIn(field('date') ?? '');
  const arxiv = field('arxivid', 'arxiv');
  return {
    key,
    type,
    ...(title !== undefined && { title: unicodeOf(title) }),
    authors: namesOf(field('author', 'editor') ?? ''),
    ...(year !== undefined && { year }),
    ...namedPaper({
      eprint: plain(arxiv ?? field('eprint')),
      eprintType: arxiv === undefined ? plain(field('eprinttype', 'archiveprefix')) : 'arxiv',
      eprintClass: plain(field('eprintclass', 'primaryclass')),
      doi: plain(field('doi')),
      url: plain(field('url')),
      journal: plain(journal),
      volume: plain(field('volume')),
      number: plain(field('number')),
      note: plain(field('note')),
      howpublished: plain(field('howpublished')),
    }),
    ...(journal !== undefined && { journal: unicodeOf(journal) }),
    keyRange: rangeBetween(lines, keyStart, keyStart + key.length),
    range: rangeBetween(lines, start, end),
  };
}
