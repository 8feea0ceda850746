import { EntrySearch } from '../core/bibliography/entrySearch.js';
import { keysOf, type BibliographyEntry } from '../core/bibliography/entry.js';
import { inherited, inheritedAll } from '../core/bibliography/inheritance.js';
import { withMacros } from '../core/bibliography/openMacros.js';
import { BibliographyIndex } from '../core/bibliography/match.js';
import { checkBibliography, type CheckedBibliography } from '../core/bibliography/entryChecks.js';
import type { Finding } from '../core/bibliography/findings.js';
import { holdingOf } from '../core/bibliography/holding.js';
import { readBibliography } from '../core/bibliography/registry.js';
import { unusedEntries } from '../core/bibliography/unusedEntries.js';
import { similarKeys } from '../core/bibliography/similarKeys.js';
import { samePapers, type SamePaper } from '../core/bibliography/samePapers.js';
import type { PaperFacts } from '../core/paper.js';
import type { BibliographySummary, EntryMatch, EntryPlace } from './bibliographyProtocol.js';

interface Held {
  readonly uri: string;
  readonly index: BibliographyIndex;
  readonly search: EntrySearch;
  /** Entries as they stand there, without what they inherit. */
  readonly read: CheckedBibliography;
  readonly macros: ReadonlyMap<string, string> | undefined;
  /** Made when first asked for. */
  keys: readonly string[] | undefined;
  findings: readonly Finding[] | undefined;
}

/** The bibliographies of the workspace: their entries stay here, in the worker. */
export class Bibliographies {
  readonly #held = new Map<string, Held>();

  set(uri: string, path: string, text: string): BibliographySummary {
    // Two states of a large one at a time would take twice the memory.
    this.#held.delete(uri);
    const read = readBibliography(path, text);
    const { format, entries, problems, macros } = read;
    const own = new BibliographyIndex(entries);
    const whole = inheritedAll(entries, (key) => own.entry(key));
    const index = whole === entries ? own : new BibliographyIndex(whole);
    this.#held.set(uri, {
      ...{ uri, read, macros, index, search: new EntrySearch(whole) },
      ...{ keys: undefined, findings: undefined },
    });
    return { format, count: entries.length, holding: holdingOf(read, text), problems };
  }

  /** Does now what the first question would have to wait for. */
  prepare(uri: string): void {
    this.#held.get(uri)?.search.prepare();
  }

  remove(uri: string): void {
    this.#held.delete(uri);
  }

  find(uris: readonly string[], key: string): EntryPlace[] {
    return this.#of(uris).flatMap(({ uri, index }) => {
      const first = index.entry(key);
      if (!first) return [];
      // Twice in one file is rare, and worth a pass.
      const same = index.entries.filter((entry) => entry.key === key);
      const places = same.length > 0 ? same : [first];
      return places.map((entry) => ({ uri, entry: this.#whole(uris, entry) }));
    });
  }

  unknown(uris: readonly string[], keys: readonly string[]): string[] {
    const held = this.#of(uris);
    return keys.filter((key) => held.every(({ index }) => index.entry(key) === undefined));
  }

  similar(uris: readonly string[], key: string, limit: number): readonly string[] {
    const keys = this.#of(uris).flatMap(({ index }) => index.entries.flatMap(keysOf));
    return similarKeys(key, keys, limit);
  }

  at(uri: string, line: number, character: number): BibliographyEntry | undefined {
    return this.list(uri).find(({ range }) => {
      const begins =
        range.startLine < line || (range.startLine === line && range.startCharacter <= character);
      const ends =
        line < range.endLine || (line === range.endLine && character <= range.endCharacter);
      return begins && ends;
    });
  }

  list(uri: string): readonly BibliographyEntry[] {
    return this.#held.get(uri)?.index.entries ?? [];
  }

  match(uris: readonly string[], paper: PaperFacts): EntryMatch | undefined {
    let likely: EntryMatch | undefined;
    for (const { uri, index } of this.#of(uris)) {
      const match = index.match(paper);
      if (!match) continue;
      const found = { uri, ...match, entry: this.#whole(uris, match.entry) };
      if (match.certain) return found;
      likely ??= found;
    }
    return likely;
  }

  /** Each key once: where several bibliographies have it, the first one counts. */
  complete(
    uris: readonly string[],
    query: string,
    limit: number,
  ): { places: EntryPlace[]; total: number } {
    const found = this.#of(uris).map(({ uri, search }) => ({ uri, ...search.find(query, limit) }));
    const places = new Map<string, EntryPlace>();
    const ranks = Math.max(0, ...found.map(({ byRank }) => byRank.length));
    for (let rank = 0; rank < ranks; rank++) {
      for (const { uri, byRank } of found) {
        for (const entry of byRank[rank] ?? []) {
          if (places.size < limit && !places.has(entry.key)) places.set(entry.key, { uri, entry });
        }
      }
    }
    const total = found.reduce((sum, each) => sum + each.total, 0);
    const whole = Array.from(places.values(), ({ uri, entry }) => ({
      uri,
      entry: this.#whole(uris, entry),
    }));
    return { places: whole, total: places.size < limit ? places.size : total };
  }

  /** In lower case, as BibTeX compares them. */
  taken(uris: readonly string[], prefixes: readonly string[]): string[] {
    const folded = prefixes.map((prefix) => prefix.toLowerCase());
    return this.#of(uris).flatMap((held) => {
      held.keys ??= held.index.entries.flatMap(keysOf).map((key) => key.toLowerCase());
      return held.keys.filter((key) => folded.some((prefix) => key.startsWith(prefix)));
    });
  }

  same(uris: readonly string[]): readonly SamePaper<EntryPlace>[] {
    return samePapers(
      this.#of(uris).flatMap(({ uri, read }) => read.entries.map((entry) => ({ uri, entry }))),
    );
  }

  /** Costs a pass over the entries, once for each state of the text. */
  check(uri: string): readonly Finding[] {
    const held = this.#held.get(uri);
    if (!held) return [];
    held.findings ??= checkBibliography(held.read);
    return held.findings;
  }

  /**
   * The entries of a bibliography that none of these keys cites, and no entry of those beside it names.
   * @param others cited along with it by some document
   */
  unused(uri: string, others: readonly string[], used: readonly string[]): readonly Finding[] {
    const held = this.#held.get(uri);
    if (!held) return [];
    const beside = this.#of([...new Set([uri, ...others])]).flatMap(({ read }) => read.entries);
    return unusedEntries(held.read.entries, beside, new Set(used));
  }

  /** An entry in its document, of which other bibliographies may have its parents and its macros. */
  #whole(uris: readonly string[], entry: BibliographyEntry): BibliographyEntry {
    if (uris.length < 2 || (!entry.parents && !entry.openMacros)) return entry;
    const held = this.#of(uris);
    const first = <T>(ask: (each: Held) => T | undefined): T | undefined => {
      for (const each of held) {
        const answer = ask(each);
        if (answer !== undefined) return answer;
      }
      return undefined;
    };
    const whole = inherited(entry, (key) => first(({ index }) => index.entry(key)));
    return withMacros(whole, (name) => first(({ macros }) => macros?.get(name)));
  }

  #of(uris: readonly string[]): Held[] {
    return uris.flatMap((uri) => this.#held.get(uri) ?? []);
  }
}
