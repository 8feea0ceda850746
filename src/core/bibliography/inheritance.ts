import type { BibliographyEntry, EntryParent } from './entry.js';

type Find = (key: string) => BibliographyEntry | undefined;

/**
 * An entry with what it has from its parents, and these from theirs: `xdata` gives all that it says,
 * `crossref` what a part shares with its collection. What an entry says itself stays, so that what has
 * inherited once may do so again. Unknown parents give nothing, and nor does an entry that is its own
 * ancestor. Takes time in proportion to the number of ancestors.
 * @param find the entry of a key
 * @param done entries that have inherited, by themselves as they were before; those met are added
 */
export function inherited(
  entry: BibliographyEntry,
  find: Find,
  done = new Map<BibliographyEntry, BibliographyEntry>(),
): BibliographyEntry {
  if (!entry.parents) return entry;
  // No recursion: chains may be as long as the file.
  const waiting = [entry];
  const met = new Set<BibliographyEntry>();
  for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
    if (done.has(last)) {
      waiting.pop();
      continue;
    }
    const parents = parentsOf(last, find);
    if (!met.has(last)) {
      met.add(last);
      const open = parents.filter(({ parent }) => !done.has(parent) && !met.has(parent));
      waiting.push(...open.map(({ parent }) => parent));
      if (open.length > 0) continue;
    }
    let child = last;
    // Those that are still waiting are descendants as well.
    for (const { by, parent } of parents) {
      const whole = done.get(parent);
      if (whole) child = by === 'xdata' ? withData(child, whole) : asPartOf(child, whole);
    }
    done.set(last, child);
    waiting.pop();
  }
  return done.get(entry) ?? entry;
}

/** All entries of a file, in their order. */
export function inheritedAll(
  entries: readonly BibliographyEntry[],
  find: Find,
): readonly BibliographyEntry[] {
  if (!entries.some(({ parents }) => parents)) return entries;
  const done = new Map<BibliographyEntry, BibliographyEntry>();
  return entries.map((entry) => inherited(entry, find, done));
}

function parentsOf(
  { parents = [] }: BibliographyEntry,
  find: Find,
): { readonly by: EntryParent['by']; readonly parent: BibliographyEntry }[] {
  return parents.flatMap(({ key, by }) => {
    const parent = find(key);
    return parent ? [{ by, parent }] : [];
  });
}

/** What makes up the title, who made it, and what it is known by. */
function withData(child: BibliographyEntry, data: BibliographyEntry): BibliographyEntry {
  const { title, authors, year, journal, booktitle, openMacros } = data;
  const { arxivId, idSource, idInProse, doi, url } = data;
  return {
    ...(title !== undefined && { title }),
    ...(year !== undefined && { year }),
    ...(journal !== undefined && { journal }),
    ...(booktitle !== undefined && { booktitle }),
    ...(doi !== undefined && { doi }),
    ...(url !== undefined && { url }),
    ...(child.arxivId === undefined && {
      ...(arxivId !== undefined && { arxivId }),
      ...(idSource !== undefined && { idSource }),
      ...(idInProse && { idInProse }),
    }),
    ...child,
    ...(child.authors.length === 0 && { authors }),
    ...inheritedMacros(child, openMacros),
  };
}

/**
 * By the table of biblatex (https://ctan.org/pkg/biblatex, appendix "Default inheritance setup"): the
 * title of a collection is no title of its parts. What identifies a collection (its DOI, address and
 * eprint) is left out, which biblatex would take over: it leads to another work.
 */
function asPartOf(child: BibliographyEntry, whole: BibliographyEntry): BibliographyEntry {
  const role = titleRole(child.type, whole.type);
  const booktitle = whole.booktitle ?? (role === 'booktitle' ? whole.title : undefined);
  const journal = whole.journal ?? (role === 'journal' ? whole.title : undefined);
  return {
    ...(whole.year !== undefined && { year: whole.year }),
    ...(booktitle !== undefined && role !== 'journal' && { booktitle }),
    ...(journal !== undefined && role !== 'booktitle' && { journal }),
    ...child,
    ...(child.authors.length === 0 && { authors: whole.authors }),
    ...inheritedMacros(child, whole.openMacros),
  };
}

function inheritedMacros(
  child: BibliographyEntry,
  macros: BibliographyEntry['openMacros'] = {},
): Pick<BibliographyEntry, 'openMacros'> {
  const { journal, booktitle } = macros;
  const open = {
    ...(journal !== undefined && child.journal === undefined && { journal }),
    ...(booktitle !== undefined && child.booktitle === undefined && { booktitle }),
    ...child.openMacros,
  };
  return Object.keys(open).length > 0 ? { openMacros: open } : {};
}

const collections = /^(?:mv)?(?:book|collection|proceedings|reference)$/;
const parts = /^(?:in(?:book|collection|proceedings|reference)|bookinbook|supp|conference$)/;

/** What the title of a collection is to its parts. */
function titleRole(part: string, whole: string): 'booktitle' | 'journal' | undefined {
  if (whole === 'periodical') return 'journal';
  return collections.test(whole) && parts.test(part) ? 'booktitle' : undefined;
}
