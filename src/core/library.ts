import { CrossListings } from './crossListings.js';
import type { CitationUse, DigestDate, DigestEntry, IndexedDocument, Mention } from './digest.js';
import type { DigestDay } from './joinedDigests.js';
import { mergePaper } from './mergePaper.js';
import type { Occurrence, Paper, PaperKey } from './paper.js';
import { normalisedTitle } from './title.js';
import { Twins, type DigestSource, type JoinedDigest } from './twins.js';

/** What one digest says of a paper, in the smallest form: the document is shared by its entries. */
interface Place {
  readonly document: IndexedDocument;
  readonly entry: DigestEntry;
}

export interface MentionPlace {
  readonly uri: string;
  readonly mention: Mention;
}

export interface UsePlace {
  readonly uri: string;
  readonly use: CitationUse;
}

/** The papers whose digests or mentions a change has touched. */
export type LibraryChange = ReadonlySet<PaperKey>;

/**
 * Everything that is known of the workspace's papers. A document is put in or taken out as a whole,
 * at a cost of its own size, never the library's; the order of changes leaves no trace.
 *
 * Entries without an id or DOI belong to the paper of the same normalised title, if any digest gives
 * its id (the smallest key, should there be several), and stand alone otherwise.
 *
 * Twins, a digest in Markdown and the data of the same day, are one digest with several sources
 * (`twins.ts`): whoever counts digests goes through `digests`, whoever follows files `documents`.
 */
export class Library {
  readonly #documents = new Map<string, IndexedDocument>();
  /** By the entry's own key, in no order. */
  readonly #places = new Map<PaperKey, Place[]>();
  readonly #mentions = new Map<PaperKey, MentionPlace[]>();
  /** Citation keys to the documents that use them: a key may be used by all. */
  readonly #uses = new Map<string, Map<string, CitationUse[]>>();
  /** Normalised title to the keys with an id or DOI that go by it, each with its number of entries. */
  readonly #keysByTitle = new Map<string, Map<PaperKey, number>>();
  /** Entries without id or DOI. While there are none, no paper has to look for them. */
  #titlePlaces = 0;
  readonly #categories = new Map<string, Set<PaperKey>>();
  readonly #categoryOf = new Map<PaperKey, string>();
  readonly #crossListings = new CrossListings();
  readonly #twins = new Twins();
  /** Documents that are parts of a file, which has a document of its own beside them. */
  #partCount = 0;

  /** Number of papers, each counted once over all digests. */
  get size(): number {
    return this.#categoryOf.size;
  }

  /** A file that was read in parts counts once. */
  get documentCount(): number {
    return this.#documents.size - this.#partCount;
  }

  replace(document: IndexedDocument): LibraryChange {
    const touched = new Set<PaperKey>();
    this.#take(document.uri, touched);
    this.#documents.set(document.uri, document);
    if (document.part) this.#partCount++;
    for (const entry of document.digest?.entries ?? []) {
      push(this.#places, entry.key, { document, entry });
      this.#touch(entry, touched, 1);
    }
    touchEntries(this.#twins.put(document), touched);
    for (const mention of document.mentions) {
      push(this.#mentions, mention.key, { uri: document.uri, mention });
      touched.add(mention.key);
    }
    for (const use of document.citations ?? []) {
      const users = this.#uses.get(use.key) ?? new Map<string, CitationUse[]>();
      push(users, document.uri, use);
      this.#uses.set(use.key, users);
    }
    return this.#settle(touched);
  }

  remove(uri: string): LibraryChange {
    const touched = new Set<PaperKey>();
    this.#take(uri, touched);
    return this.#settle(touched);
  }

  /** @param key any key of the paper: a title's leads to the paper that it belongs to */
  paper(key: PaperKey): Paper | undefined {
    const home = this.#home(key);
    const occurrences = this.#placesOf(home).map((place) => this.#occurrenceOf(place));
    return mergePaper(home, occurrences);
  }

  /** The keys of all papers, in no order. */
  keys(): Iterable<PaperKey> {
    return this.#categoryOf.keys();
  }

  has(key: PaperKey): boolean {
    return this.#categoryOf.has(this.#home(key));
  }

  /** Where documents name the paper, other than by a digest's own entry. */
  mentions(key: PaperKey): readonly MentionPlace[] {
    return this.#mentions.get(this.#home(key)) ?? [];
  }

  /** Where documents cite by a key, whatever bibliography they mean; by document, in its order. */
  usesOfKey(key: string): readonly UsePlace[] {
    const users = this.#uses.get(key) ?? [];
    return Array.from(users, ([uri, uses]) => uses.map((use) => ({ uri, use }))).flat();
  }

  document(uri: string): IndexedDocument | undefined {
    return this.#documents.get(uri);
  }

  documents(): Iterable<IndexedDocument> {
    return this.#documents.values();
  }

  /** All digests, twins as one; in no order. */
  digests(): Iterable<JoinedDigest> {
    return this.#twins.digests.all();
  }

  /** The digests that tell of a day, or of a month as far as it is known; in no order. */
  digestsOn(day: string): Iterable<JoinedDigest> {
    return this.#twins.digests.on(day);
  }

  /** The newest day that a digest tells of; undefined while none has a date. */
  get newestDay(): DigestDay | undefined {
    return this.#twins.digests.newest;
  }

  /** The digest that a document is a source of; undefined for one that is no digest. */
  digestOf(uri: string): JoinedDigest | undefined {
    return this.#twins.digestOf(uri);
  }

  /** Papers by primary category; '' holds those without one. Never an empty set. */
  get categories(): ReadonlyMap<string, ReadonlySet<PaperKey>> {
    return this.#categories;
  }

  /** The primary category of a listed paper, '' if it has none; undefined for keys not listed. */
  categoryOf(key: PaperKey): string | undefined {
    return this.#categoryOf.get(key);
  }

  /** Papers in the categories that they are cross-listed in. */
  get crossListings(): Pick<CrossListings, 'of' | 'papers' | 'archives'> {
    return this.#crossListings;
  }

  /** The key under which the paper of an entry is listed. */
  homeOf(entry: Pick<DigestEntry, 'key'>): PaperKey {
    return this.#home(entry.key);
  }

  #take(uri: string, touched: Set<PaperKey>): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.delete(uri);
    if (document.part) this.#partCount--;
    for (const entry of document.digest?.entries ?? []) {
      drop(this.#places, entry.key, (place) => place.entry === entry);
      this.#touch(entry, touched, -1);
    }
    touchEntries(this.#twins.take(document), touched);
    for (const mention of document.mentions) {
      drop(this.#mentions, mention.key, (place) => place.mention === mention);
      touched.add(mention.key);
    }
    for (const { key } of document.citations ?? []) {
      const users = this.#uses.get(key);
      users?.delete(uri);
      if (users?.size === 0) this.#uses.delete(key);
    }
  }

  /** Notes which papers an entry that comes or goes has to do with: its own and those of its title. */
  #touch(entry: DigestEntry, touched: Set<PaperKey>, step: 1 | -1): void {
    touched.add(entry.key);
    const title = normalisedTitle(entry.title);
    if (entry.key.startsWith('title:')) {
      this.#titlePlaces += step;
    } else {
      const keys = this.#keysByTitle.get(title) ?? new Map<PaperKey, number>();
      const count = (keys.get(entry.key) ?? 0) + step;
      if (count > 0) keys.set(entry.key, count);
      else keys.delete(entry.key);
      if (keys.size > 0) this.#keysByTitle.set(title, keys);
      else this.#keysByTitle.delete(title);
    }
    const own: PaperKey = `title:${title}`;
    if (!this.#places.has(own) && entry.key !== own) return;
    touched.add(own);
    for (const key of this.#keysByTitle.get(title)?.keys() ?? []) touched.add(key);
  }

  /** Brings the lists in line with the places of the touched papers. */
  #settle(touched: Set<PaperKey>): LibraryChange {
    for (const key of touched) {
      const before = this.#categoryOf.get(key);
      const paper = this.#home(key) === key ? this.paper(key) : undefined;
      const after = paper && (paper.category ?? '');
      this.#crossListings.set(key, after ?? '', paper?.crossLists);
      if (before === after) continue;
      if (before !== undefined) {
        const keys = this.#categories.get(before);
        keys?.delete(key);
        if (keys?.size === 0) this.#categories.delete(before);
        this.#categoryOf.delete(key);
      }
      if (after !== undefined) {
        const keys = this.#categories.get(after) ?? new Set<PaperKey>();
        this.#categories.set(after, keys.add(key));
        this.#categoryOf.set(key, after);
      }
    }
    return touched;
  }

  #occurrenceOf({ document, entry }: Place): Occurrence {
    const { format = '', own: recipe, labels = [], date } = document.digest ?? {};
    // People are led to the file, whatever it was read in.
    const uri = document.part?.of ?? document.uri;
    const { day } = entry;
    const own: DigestDate | undefined =
      day === undefined ? date : { value: day, precision: 'day', source: 'content' };
    const twinOf = this.#twins.twinOf(uri);
    return {
      ...{ uri, format, labels, entry },
      ...(recipe && { own: recipe }),
      ...(own && { date: own }),
      ...(twinOf !== undefined && { twinOf }),
    };
  }

  #home(key: PaperKey): PaperKey {
    if (!key.startsWith('title:')) return key;
    const keys = this.#keysByTitle.get(key.slice('title:'.length));
    return keys ? smallest(keys.keys()) : key;
  }

  #placesOf(home: PaperKey): readonly Place[] {
    const own = this.#places.get(home) ?? [];
    if (home.startsWith('title:') || this.#titlePlaces === 0) return own;
    const titles = new Set(own.map((place) => normalisedTitle(place.entry.title)));
    const joined = [...titles]
      .map((title): PaperKey => `title:${title}`)
      .filter((title) => this.#places.has(title) && this.#home(title) === home)
      .flatMap((title) => this.#places.get(title) ?? []);
    return joined.length === 0 ? own : [...own, ...joined];
  }
}

function touchEntries(sources: readonly DigestSource[], touched: Set<PaperKey>): void {
  for (const { digest } of sources) for (const { key } of digest.entries) touched.add(key);
}

function smallest(keys: Iterable<PaperKey>): PaperKey {
  return [...keys].reduce((least, key) => (key < least ? key : least));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function drop<K, V>(map: Map<K, V[]>, key: K, matches: (value: V) => boolean): void {
  const values = map.get(key);
  const index = values?.findIndex(matches) ?? -1;
  if (!values || index < 0) return;
  values.splice(index, 1);
  if (values.length === 0) map.delete(key);
}
