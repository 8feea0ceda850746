import type { DigestEntry } from './digest.js';
import type { AiField, EntryBody, Occurrence, Paper, PaperKey } from './paper.js';

/**
 * Which digest's word wins where several tell of one paper:
 *
 * | field              | wins                                                          |
 * | ------------------ | ------------------------------------------------------------- |
 * | title, authors     | the newest digest that has them and names the paper by its id  |
 * | category           | the newest digest that has one                                |
 * | cross-lists        | the newest digest that tells any; never the primary category   |
 * | version            | the highest                                                   |
 * | id, doi            | any: they are the same in all, or the entries were not joined |
 * | summary, abstract, | the newest digest whose generator did not fail; what it lacks |
 * | each AI field      | is taken from the next                                        |
 * | comment            | the newest digest that has one                                |
 *
 * "Newest" is by the digest's date, then by URI, so that the order of reading leaves no trace. Of twins
 * (`twins.ts`), the digest comes before its data.
 * @param occurrences in any order
 */
export function mergePaper(key: PaperKey, occurrences: readonly Occurrence[]): Paper | undefined {
  const sorted = [...occurrences].sort(newestFirst);
  const entries = sorted.map(({ entry }) => entry);
  const named = entries.filter((entry) => entry.key === key);
  const newest = named[0] ?? entries[0];
  if (!newest) return undefined;
  const version = Math.max(0, ...entries.map((entry) => entry.version ?? 0));
  const category = firstOf(entries, (entry) => entry.category);
  const crossLists = crossListsOf(entries, category);
  return {
    key,
    ...(newest.id !== undefined && { id: newest.id }),
    ...(version > 0 && { version }),
    ...(newest.doi !== undefined && { doi: newest.doi }),
    title: newest.title,
    authors: (named.find((entry) => entry.authors.length > 0) ?? newest).authors,
    ...(category !== undefined && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    occurrences: sorted,
  };
}

/** By the same table: the bodies of a paper's occurrences, newest first, as one. */
export function mergeBodies(bodies: readonly EntryBody[]): EntryBody {
  const summary =
    firstOf(bodies, (body) => (body.summary?.failed ? undefined : body.summary)) ??
    firstOf(bodies, (body) => body.summary);
  const abstract = firstOf(bodies, (body) => body.abstract);
  const written = bodies.find((body) => body.fields.some((field) => !field.failed)) ?? bodies[0];
  const fields = (written ? complete(written, bodies) : []).map((field) =>
    field.failed ? (writtenField(bodies, field.label) ?? field) : field,
  );
  const comment = firstOf(bodies, (body) => body.comment);
  return {
    ...(summary && { summary }),
    fields,
    ...(abstract !== undefined && { abstract }),
    ...(comment !== undefined && { comment }),
  };
}

const none: readonly string[] = [];

function crossListsOf(
  entries: readonly DigestEntry[],
  category: string | undefined,
): readonly string[] {
  const crossLists = firstOf(entries, (entry) => entry.crossLists) ?? none;
  // What one digest calls primary may be a cross-list of another.
  const isPrimary = category !== undefined && crossLists.includes(category);
  return isPrimary ? crossLists.filter((one) => one !== category) : crossLists;
}

/** An entry that is cut off has no abstract, and lacks fields that another of its template has. */
function complete(
  { fields, abstract }: EntryBody,
  bodies: readonly EntryBody[],
): readonly AiField[] {
  if (abstract !== undefined) return fields;
  const same = bodies.find(
    (other) =>
      other.fields.length > fields.length &&
      fields.every((field, index) => other.fields[index]?.label === field.label),
  );
  return [...fields, ...(same?.fields.slice(fields.length) ?? [])];
}

function writtenField(bodies: readonly EntryBody[], label: string): AiField | undefined {
  return firstOf(bodies, (body) =>
    body.fields.find((field) => field.label === label && !field.failed),
  );
}

function newestFirst(a: Occurrence, b: Occurrence): number {
  return (
    compare(b.date?.value ?? '', a.date?.value ?? '') ||
    compare(a.twinOf ?? a.uri, b.twinOf ?? b.uri) ||
    Number(a.twinOf !== undefined) - Number(b.twinOf !== undefined) ||
    compare(a.uri, b.uri) ||
    comparePlaces(a.entry, b.entry)
  );
}

function comparePlaces(a: DigestEntry, b: DigestEntry): number {
  return a.range.startLine - b.range.startLine;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstOf<T, V>(values: readonly T[], get: (value: T) => V | undefined): V | undefined {
  for (const value of values) {
    const found = get(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
