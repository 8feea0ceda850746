import { typesetFormats } from './bibliographyPath.js';
import type { BibliographyEntry, BibliographyProblem } from './entry.js';
import type { Finding, NamedEntry } from './findings.js';
import { samePapers } from './samePapers.js';

/** What is known of a bibliography that has been read. */
export interface CheckedBibliography {
  /** A name in the registry of formats. */
  readonly format: string;
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
}

type Check = (bibliography: CheckedBibliography) => Iterable<Finding>;

/** A list of more has one reason, and nobody works through it one by one. */
const mostOfOne = 200;

/** What is looked for in bibliographies, one row each; each takes one pass. */
const checks: readonly Check[] = [
  ({ problems }) =>
    problems
      .filter(({ kind }) => kind !== 'duplicateKey')
      .map((problem) => ({ check: 'brokenEntry', problem })),
  ({ entries }) => duplicates(entries),
  ({ entries }) => severalKeys(entries),
  ({ format, entries }) =>
    format === 'bibtex' ? entries.filter(lacksEprint).map(missingEprint) : [],
  ({ entries }) => entries.flatMap(malformedId),
];

/**
 * At most some hundred of each kind, in the order of the checks. Of typeset references there is nothing
 * to tell: a program writes them, or LaTeX tells of them.
 */
export function checkBibliography(bibliography: CheckedBibliography): readonly Finding[] {
  if (typesetFormats.has(bibliography.format)) return [];
  return checks.flatMap((check) => [...check(bibliography)].slice(0, mostOfOne));
}

function duplicates(entries: readonly BibliographyEntry[]): Finding[] {
  const firstOf = new Map<string, BibliographyEntry>();
  const found: Finding[] = [];
  for (const entry of entries) {
    if (entry.key === '') continue;
    const first = firstOf.get(entry.key);
    if (!first) firstOf.set(entry.key, entry);
    else found.push({ check: 'duplicateKey', entry: named(entry), first: named(first) });
  }
  // An alias gives way to a key, wherever it stands.
  for (const entry of entries) {
    for (const { key, range } of entry.aliases ?? []) {
      const first = firstOf.get(key);
      if (!first) firstOf.set(key, entry);
      else if (first !== entry) {
        const alias = { key, keyRange: range, range: entry.range };
        found.push({ check: 'duplicateKey', entry: alias, first: named(first), isAlias: true });
      }
    }
  }
  return found;
}

/** Other entries of a paper that are named: of more, one reason made them all. */
const mostOthers = 10;

function severalKeys(entries: readonly BibliographyEntry[]): Finding[] {
  return samePapers(entries.map((entry) => ({ entry }))).flatMap(({ places, certain }) =>
    places.slice(0, mostOfOne).map(({ entry }): Finding => {
      const others = places
        .slice(0, mostOthers + 1)
        .filter((place) => place.entry !== entry)
        .slice(0, mostOthers);
      return {
        ...{ check: 'samePaper', entry: named(entry), certain },
        others: others.map((place) => named(place.entry)),
      };
    }),
  );
}

/** Types of works that have appeared elsewhere: what they say of arXiv is beside the point. */
const published = /^(?:in|mv)?(?:book|collection|proceedings|conference|thesis|phdthesis|masters)/;

function lacksEprint({ type, journal = '', idSource, idInProse, idFault }: BibliographyEntry) {
  if (idSource !== 'url' && idSource !== 'text') return false;
  // The field is there, and is to be mended.
  if (idFault?.field === 'eprint' || idInProse === true) return false;
  return journal === '' ? !published.test(type) : /\b(?:arxiv|corr)\b/i.test(journal);
}

function missingEprint(entry: BibliographyEntry): Finding {
  return { check: 'missingEprint', entry: named(entry), id: entry.arxivId ?? '' };
}

function malformedId(entry: BibliographyEntry): Finding[] {
  const { idFault, arxivId } = entry;
  if (!idFault) return [];
  const { written, mended = arxivId } = idFault;
  return [
    {
      ...{ check: 'malformedId', entry: named(entry), written },
      ...(mended !== undefined && { mended }),
    },
  ];
}

export function named({ key, keyRange, range, aliases }: BibliographyEntry): NamedEntry {
  return {
    ...{ key, keyRange, range },
    ...(aliases && { aliases: aliases.map((alias) => alias.key) }),
  };
}
