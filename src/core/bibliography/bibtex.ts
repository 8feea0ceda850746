import { bibliographyExtensions } from './bibliographyPath.js';
import {
  rangeBetween,
  type BibliographyEntry,
  type BibliographyProblem,
  type OpenMacros,
} from './entry.js';
import { EntryLinks } from './entryLinks.js';
import { namedPaper, yearIn } from './entryFacts.js';
import { readBody, type EntryBody } from './bibFields.js';
import { scanEntries, type ScannedEntry } from './bibScan.js';
import type { BibliographyFormat } from './format.js';
import type { Lines } from '../lines.js';
import { ownText } from '../ownText.js';
import { journalMacros, journalOfCommand } from './journalMacros.js';
import { namesOf, unicodeOf, verbatimOf } from './texValue.js';

/** Also those that Mendeley (`arxivid`), INSPIRE's older exports (`arxiv`) and people by hand write. */
const wanted: ReadonlySet<string> = new Set(
  (
    'title author editor year date eprint archiveprefix eprinttype primaryclass eprintclass arxivid arxiv_id ' +
    'eid pages annote pdf link ' +
    'arxiv doi url journal journaltitle booktitle volume number note howpublished'
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
  extensions: bibliographyExtensions.bibtex,

  read(lines, isWanted) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    const macros = new Map<string, string>();
    const types = new Map<string, string>();
    for (const scanned of scanEntries(lines)) {
      const { type, start } = scanned;
      if (type === 'comment' || type === 'preamble') continue;
      if (type === 'string') {
        const { fields } = readBody(lines.text, scanned, macros);
        for (const [name, value] of fields) macros.set(name, value);
        continue;
      }
      if (isWanted?.(lines.text.slice(start, scanned.end)) === false) continue;
      const links = new EntryLinks(lines, macros);
      const body = readBody(lines.text, scanned, macros, wanted, (field) => links.note(field));
      const line = lines.lineAt(start);
      const ownType = types.get(type) ?? ownText(type);
      types.set(ownType, ownType);
      if (body.key === undefined) {
        problems.push({ kind: 'entryWithoutKey', line, args: [ownType] });
        continue;
      }
      const key = ownText(body.key);
      if (!scanned.closed) problems.push({ kind: 'unclosedEntry', line, args: [key] });
      else if (body.broken) problems.push({ kind: 'brokenEntry', line, args: [key] });
      const { aliases, parents, relatives, openMacros } = links;
      entries.push({
        ...readEntry(lines, { ...scanned, type: ownType }, body, key, openMacros),
        ...(aliases.length > 0 && { aliases }),
        ...(parents.length > 0 && { parents }),
        ...(relatives.length > 0 && { relatives }),
        ...(openMacros && { openMacros }),
      });
    }
    return { entries, problems, ...(macros.size > 0 && { macros: keptMacros(macros) }) };
  },
};

/** What other files of a document may use; nobody shows more of one. */
const longestMacro = 500;
const mostMacros = 20_000;

function keptMacros(macros: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [name, value] of macros) {
    if (kept.size < mostMacros) kept.set(ownText(name), ownText(value.slice(0, longestMacro)));
  }
  return kept;
}

/** What is kept of an entry is its own: the text of the file goes when all has been read. */
function readEntry(
  lines: Lines,
  { type, start, end }: ScannedEntry,
  { fields, keyStart }: EntryBody,
  key: string,
  openMacros: OpenMacros | undefined,
): BibliographyEntry {
  const written = (...names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value.trim() !== '') return value;
    }
    return undefined;
  };
  const field = (...names: readonly string[]) => {
    const value = written(...names);
    return value === undefined ? undefined : ownText(value);
  };
  const plain = (value: string | undefined) =>
    value === undefined ? undefined : verbatimOf(value);
  const title = field('title');
  const journal =
    openMacros?.journal === undefined
      ? field('journal', 'journaltitle')
      : (journalMacros.get(openMacros.journal) ?? openMacros.journal);
  const booktitle = field('booktitle');
  const year = yearIn(written('year') ?? '') ?? yearIn(written('date') ?? '');
  const arxiv = field('arxivid', 'arxiv_id', 'arxiv');
  return {
    key,
    type,
    ...(title !== undefined && { title: unicodeOf(title) }),
    authors: namesOf(written('author', 'editor') ?? '').map(ownText),
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
      links: [plain(field('pdf')), plain(field('link'))],
      texts: [plain(field('eid')), plain(field('pages')), plain(field('annote'))],
    }),
    ...(journal !== undefined && { journal: journalOfCommand(journal) ?? unicodeOf(journal) }),
    ...(booktitle !== undefined && { booktitle: unicodeOf(booktitle) }),
    keyRange: rangeBetween(lines, keyStart, keyStart + key.length),
    range: rangeBetween(lines, start, end),
  };
}
