import { isArxivCategory } from '../categories.js';
import {
  addFields,
  delimited,
  readBibEntry,
  type BibEntryText,
  type EntryInsertion,
} from './bibEntryText.js';

/**
 * Writes the fields that name a paper of arXiv into an entry that tells of it in words alone. By the
 * names that BibTeX's styles know and biblatex as well; by biblatex's own where the entry is its kind.
 * @param entryText from its `@` to its closing brace
 * @param category primary, where somebody knows it; else the entry may tell: `arXiv:2401.00001 [cs.LG]`
 * @returns undefined when there is nothing to add, or the entry is broken
 */
export function addEprint(
  entryText: string,
  id: string,
  category: string | undefined,
): EntryInsertion | undefined {
  const entry = readBibEntry(entryText);
  if (!entry || names(entry).has('eprint')) return undefined;
  const own = /\barxiv:\S+\s+\[([a-z-]+(?:\.[A-Za-z-]+)?)\]/i.exec(entryText)?.[1];
  const primary = [category, own].find((each) => each !== undefined && isArxivCategory(each));
  const [type, subject] = isBiblatex(entry)
    ? ['eprinttype', 'eprintclass']
    : ['archivePrefix', 'primaryClass'];
  return addFields(entry, [
    { name: 'eprint', value: delimited(entry, id) },
    ...(namesAny(entry, 'archiveprefix', 'eprinttype')
      ? []
      : [{ name: type, value: delimited(entry, 'arXiv') }]),
    ...(primary === undefined || namesAny(entry, 'primaryclass', 'eprintclass')
      ? []
      : [{ name: subject, value: delimited(entry, primary) }]),
  ]);
}

/** Writes into an entry what another one for the same work says beyond it, as it is written there. */
export function addMissing(entryText: string, otherText: string): EntryInsertion | undefined {
  const entry = readBibEntry(entryText);
  const other = readBibEntry(otherText);
  if (!entry || !other) return undefined;
  const isTold = (name: string): boolean =>
    synonyms.some((group) => group.includes(name) && namesAny(entry, ...group));
  return addFields(
    entry,
    other.fields
      .filter(({ name }) => !isTold(name.toLowerCase()))
      .map(({ name, valueStart, valueEnd }) => ({
        name,
        value: other.text.slice(valueStart, valueEnd),
      })),
  );
}

/** Names of one thing: an entry that has one of them needs none of the others. */
const synonyms: readonly (readonly string[])[] = [
  ['year', 'date'],
  ['journal', 'journaltitle'],
  ['archiveprefix', 'eprinttype'],
  ['primaryclass', 'eprintclass'],
  ['address', 'location'],
  ['school', 'institution'],
];

function names({ fields }: BibEntryText): ReadonlySet<string> {
  return new Set(fields.map(({ name }) => name.toLowerCase()));
}

function namesAny(entry: BibEntryText, ...wanted: readonly string[]): boolean {
  const present = names(entry);
  return wanted.some((name) => present.has(name));
}

function isBiblatex(entry: BibEntryText): boolean {
  const isOnline = /^@\s*online\b/i.test(entry.text);
  return isOnline || (namesAny(entry, 'date', 'journaltitle') && !namesAny(entry, 'year'));
}
