import type { Digest, DigestEntry, IndexedDocument } from './digest.js';
import { daysOf, entriesOn } from './entryDays.js';
import { JoinedDigests } from './joinedDigests.js';
import type { Occurrence, PaperKey } from './paper.js';

/**
 * Twins: the digest that people read and the data that it was made from are one digest with several
 * sources (digest-formats.md 2, row 4). They are told by what they hold, wherever they lie:
 *
 * - both tell of the same day alone (a month is no day, and a table that grows tells of many),
 * - one of them is of a data format; two digests in Markdown, one in each language say, stay two,
 * - they share at least half of the papers of the smaller one, which may be cut off, and at least a
 *   quarter of those of the larger one: a short list of some other generator is no twin.
 *
 * Data that several digests of a day fit goes with the one that it shares most papers with; of equals,
 * with that of its own folder, then with the first by URI. Data without a digest in Markdown goes with
 * other data of its day: raw, and with the texts of a model.
 */
export interface JoinedDigest {
  /** Of the source that stands for all: the one in Markdown, where there is one. */
  readonly uri: string;
  readonly digest: Digest;
  /** The other sources, those with texts of a model first. */
  readonly twins: readonly DigestSource[];
}

export interface DigestSource {
  readonly uri: string;
  readonly digest: Digest;
}

/** Formats of data that digests are made from. */
const dataFormats: ReadonlySet<string> = new Set(['dailyJsonl']);

/**
 * The digests of one day, with twins joined. Costs a look at their entries, if there is data at all.
 * @param sources of the same day
 * @returns by URI
 */
export function joinTwins(sources: readonly DigestSource[]): JoinedDigest[] {
  const sorted = [...sources].sort(byUri);
  const data = sorted.filter(isData);
  const groups = sorted.filter((source) => !isData(source)).map(alone);
  const texts = [...groups];
  for (const source of data.sort((a, b) => labelsOf(b) - labelsOf(a) || byUri(a, b))) {
    const group = closest(source, texts) ?? closest(source, groups);
    if (group) group.twins.push(source);
    else groups.push(alone(source));
  }
  return groups.sort(byUri);
}

/** What each paper of a digest is told by: its entry, and what its twins add to it. */
export interface JoinedEntry {
  readonly entry: DigestEntry;
  /** From the first source that tells any. */
  readonly crossLists: readonly string[];
}

/**
 * What a digest tells of a day (as `daysOf` gives it): its entries, then those that only its twins
 * hold, in the order of each.
 */
export function joinedEntries(
  { digest, twins }: JoinedDigest,
  day: string,
): readonly JoinedEntry[] {
  // Twins are of one day, the same for all.
  if (!daysOf(digest).has(day)) return [];
  const entries = entriesOn(digest, day);
  if (twins.length === 0) {
    return entries.map((entry) => ({ entry, crossLists: entry.crossLists ?? [] }));
  }
  const crossLists = new Map<PaperKey, readonly string[]>();
  const all = [digest, ...twins.map((twin) => twin.digest)];
  for (const { entries } of all) {
    for (const { key, crossLists: own } of entries) {
      if (own && !crossLists.has(key)) crossLists.set(key, own);
    }
  }
  return [...entries, ...onlyInTwins({ digest, twins })].map((entry) => {
    return { entry, crossLists: crossLists.get(entry.key) ?? [] };
  });
}

/** Entries of papers that the twins of a digest hold and it does not: it has lost them. */
export function onlyInTwins({
  digest,
  twins,
}: Pick<JoinedDigest, 'digest' | 'twins'>): readonly DigestEntry[] {
  if (twins.length === 0) return [];
  const held = new Set(digest.entries.map(({ key }) => key));
  const lost: DigestEntry[] = [];
  for (const entry of twins.flatMap((twin) => twin.digest.entries)) {
    if (!held.has(entry.key)) lost.push(entry);
    held.add(entry.key);
  }
  return lost;
}

/** How many digests tell of a paper: twins are one. */
export function digestCount(occurrences: readonly Occurrence[]): number {
  return new Set(occurrences.map(({ uri, twinOf = uri }) => twinOf)).size;
}

/** Without the places in data whose digest has the paper as well: nobody is sent there. */
export function readPlaces(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const uris = new Set(occurrences.map(({ uri }) => uri));
  return occurrences.filter(({ twinOf }) => twinOf === undefined || !uris.has(twinOf));
}

/**
 * The digests of a library by day, with twins joined. A change costs a look at the entries of its day,
 * and only where the day has data and something to join it with.
 */
export class Twins {
  readonly #days = new Map<string, Map<string, DigestSource>>();
  readonly #joined = new JoinedDigests();
  /** URI of a twin to that of the digest which stands for it. */
  readonly #twinOf = new Map<string, string>();

  /** @returns the other sources of the day that belong to another digest now */
  put({ uri, digest }: IndexedDocument): readonly DigestSource[] {
    if (!digest) return [];
    const source = { uri, digest };
    const day = sharedDay(source);
    if (day === undefined) {
      this.#joined.set(alone(source));
      return [];
    }
    const sources = this.#days.get(day) ?? new Map<string, DigestSource>();
    this.#days.set(day, sources.set(uri, source));
    return this.#join(sources);
  }

  /** @param document as it was put in; @returns as `put` does */
  take({ uri, digest }: IndexedDocument): readonly DigestSource[] {
    if (!digest) return [];
    this.#joined.delete(uri);
    this.#twinOf.delete(uri);
    const day = sharedDay({ uri, digest });
    const sources = day === undefined ? undefined : this.#days.get(day);
    if (day === undefined || !sources) return [];
    sources.delete(uri);
    if (sources.size === 0) this.#days.delete(day);
    return this.#join(sources);
  }

  /** Each once, whatever its number of sources. */
  get digests(): Pick<JoinedDigests, 'all' | 'on' | 'newest'> {
    return this.#joined;
  }

  /** The digest that a document is a source of. */
  digestOf(uri: string): JoinedDigest | undefined {
    return this.#joined.get(this.#twinOf.get(uri) ?? uri);
  }

  /** Undefined for a document that stands for itself. */
  twinOf(uri: string): string | undefined {
    return this.#twinOf.get(uri);
  }

  #join(sources: ReadonlyMap<string, DigestSource>): readonly DigestSource[] {
    const before = new Map(Array.from(sources.keys(), (uri) => [uri, this.#twinOf.get(uri)]));
    for (const uri of sources.keys()) {
      this.#joined.delete(uri);
      this.#twinOf.delete(uri);
    }
    for (const joined of joinTwins([...sources.values()])) {
      this.#joined.set(joined);
      for (const { uri } of joined.twins) this.#twinOf.set(uri, joined.uri);
    }
    return [...sources.values()].filter(({ uri }) => before.get(uri) !== this.#twinOf.get(uri));
  }
}

interface Group extends JoinedDigest {
  readonly twins: DigestSource[];
}

function alone({ uri, digest }: DigestSource): Group {
  return { uri, digest, twins: [] };
}

function isData({ digest }: DigestSource): boolean {
  return dataFormats.has(digest.format);
}

/** The day that all of a digest is of. */
function sharedDay({ digest }: DigestSource): string | undefined {
  const [[day, precision] = [], ...others] = daysOf(digest);
  return precision === 'day' && others.length === 0 ? day : undefined;
}

function closest(source: DigestSource, groups: readonly Group[]): Group | undefined {
  const fitting = groups
    .map((group) => ({ group, shared: sharedPapers(group.digest, source.digest) }))
    .filter(({ group, shared }) => isEnough(shared, group.digest, source.digest));
  const near = (group: Group): number => (folderOf(group.uri) === folderOf(source.uri) ? 1 : 0);
  const [best] = fitting.sort((a, b) => b.shared - a.shared || near(b.group) - near(a.group));
  return best?.group;
}

function isEnough(shared: number, { entries: a }: Digest, { entries: b }: Digest): boolean {
  const [smaller, larger] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  return shared > 0 && shared * 2 >= smaller && shared * 4 >= larger;
}

function sharedPapers({ entries: a }: Digest, { entries: b }: Digest): number {
  const [smaller, larger] = a.length < b.length ? [a, b] : [b, a];
  const keys = new Set(smaller.map(({ key }) => key));
  const all = keys.size;
  for (const { key } of larger) if (keys.delete(key) && keys.size === 0) break;
  return all - keys.size;
}

function labelsOf({ digest }: DigestSource): number {
  return digest.labels.length;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function byUri(a: { readonly uri: string }, b: { readonly uri: string }): number {
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}
