import * as vscode from 'vscode';
import type { DigestEntry } from '../core/digest.js';
import type { Occurrence, Paper, PaperFacts, PaperKey } from '../core/paper.js';
import { listRow, type ListRow, type RowMark } from '../core/reading/listRow.js';
import type { ListSpec } from '../core/reading/listSpec.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryEvent } from './libraryNews.js';
import { keysOfList, type ListSources } from './listPapers.js';

export interface RowsPart {
  readonly rows: readonly ListRow[];
  /** One for each row. */
  readonly marks: readonly RowMark[];
}

/** As many as a high window shows. */
const firstRows = 40;
/** So long rows are made before the extension host has its turn: half of what it may be kept. */
const sliceMs = 8;

/** The papers of a list for reading, kept true while its source changes. */
export class ReadingList implements Disposable {
  readonly spec: ListSpec;
  readonly #sources: ListSources;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #keys: readonly PaperKey[] = [];
  #known: ReadonlySet<PaperKey> = new Set();
  #asked = 0;
  /** A paper of the list has changed since the last event. */
  #isStale = false;

  /** It holds other papers than before, or a paper has another title. */
  readonly onDidChange = this.#changed.event;

  constructor(sources: ListSources, spec: ListSpec) {
    this.#sources = sources;
    this.spec = spec;
    const { library, search, marks } = sources;
    this.#store.add(library.onDidChange((event) => this.#follow(event)));
    if (spec.kind === 'search') this.#store.add(search.onDidChange(() => void this.refresh()));
    if (spec.kind === 'starred' || spec.kind === 'tag') {
      this.#store.add(marks.onDidChange(() => void this.refresh()));
    }
  }

  get keys(): readonly PaperKey[] {
    return this.#keys;
  }

  has(key: PaperKey): boolean {
    return this.#known.has(key);
  }

  /** Whether its source is there: a digest may not have been read yet, or be no digest. */
  get isThere(): boolean {
    const { spec } = this;
    if (spec.kind !== 'digest') return true;
    return this.#sources.library.library.document(spec.uri)?.digest !== undefined;
  }

  /** Asks its source anew. @param touched papers that are told anew though the list is the same */
  async refresh(touched?: ReadonlySet<PaperKey>): Promise<void> {
    const asked = ++this.#asked;
    this.#isStale ||= touched !== undefined && this.#keys.some((key) => touched.has(key));
    const keys = await keysOfList(this.#sources, this.spec, this.#known);
    if (asked !== this.#asked || this.#store.disposed) return;
    const before = this.#keys;
    this.#keys = keys;
    const isSame = keys.length === before.length && keys.every((key, at) => key === before[at]);
    if (isSame && !this.#isStale) return;
    this.#isStale = false;
    this.#known = new Set(keys);
    this.#changed.fire();
  }

  /** The rows, in parts that are made while nothing waits for the extension host. */
  async *rows(): AsyncGenerator<RowsPart> {
    const keys = this.#keys;
    const entries = this.#entries();
    for (let at = 0; at < keys.length;) {
      const rows: ListRow[] = [];
      const marks: RowMark[] = [];
      const end = Date.now() + sliceMs;
      const most = at === 0 ? firstRows : Infinity;
      for (; at < keys.length && rows.length < most && Date.now() < end; at++) {
        const key = keys[at];
        if (key === undefined) continue;
        const facts = entries?.get(key) ?? this.#sources.library.library.paper(key);
        if (!facts) continue;
        rows.push({ ...listRow(facts), key });
        marks.push(this.markOf({ ...facts, key }));
      }
      yield { rows, marks };
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  markOf(facts: PaperFacts): RowMark {
    const { progress, starred } = this.#sources.marks.of(facts.key);
    return { progress, starred, muted: this.#sources.marks.muteReason(facts) !== undefined };
  }

  /** Where the list has the paper from; for all but a digest, the newest place. */
  placeOf({ occurrences }: Paper): Occurrence | undefined {
    const { spec } = this;
    const own = spec.kind === 'digest' && occurrences.find(({ uri }) => uri === spec.uri);
    return own || occurrences[0];
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** A digest's own words, which are at hand. */
  #entries(): ReadonlyMap<PaperKey, DigestEntry> | undefined {
    const { library } = this.#sources.library;
    if (this.spec.kind !== 'digest') return undefined;
    const entries = new Map<PaperKey, DigestEntry>();
    for (const entry of library.document(this.spec.uri)?.digest?.entries ?? []) {
      const key = library.homeOf(entry);
      if (!entries.has(key)) entries.set(key, entry);
    }
    return entries;
  }

  #follow({ papers, documents, digests }: LibraryEvent): void {
    const { spec } = this;
    const concerns = spec.kind === 'digest' ? documents.has(spec.uri) : digests;
    if (concerns) void this.refresh(papers);
  }
}
