import { EntrySearch } from '../core/bibliography/entrySearch.js';
import type { BibliographyEntry } from '../core/bibliography/entry.js';
import { BibliographyIndex } from '../core/bibliography/match.js';
import { checkBibliography, type CheckedBibliography } from '../core/bibliography/entryChecks.js';
import type { Finding } from '../core/bibliography/findings.js';
import { holdingOf } from '../core/bibliography/holding.js';
import { readBibliography } from '../core/bibliography/registry.js';
import { similarKeys } from '../core/bibliography/similarKeys.js';
import { samePapers, type SamePaper } from '../core/bibliography/samePapers.js';
import type { PaperFacts } from '../core/paper.js';
import type { BibliographySummary, EntryMatch, EntryPlace } from './bibliographyProtocol.js';

interface Held {
  readonly uri: string;
  readonly index: BibliographyIndex;
  readonly search: EntrySearch;
  readonly read: CheckedBibliography;
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
    const { format, entries, problems } = read;
    this.#held.set(uri, {
      ...{ uri, read, index: new BibliographyIndex(entries), search: new EntrySearch(entries) },
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
      return index.entries.filter((entry) => entry.key === key).map((entry) => ({ uri, entry }));
    });
  }

  unknown(uris: readonly string[], keys: readonly string[]): string[] {
    const held = this.#of(uris);
    return keys.filter((key) => held.every(({ index }) => index.entry(key) === undefined));
  }

  similar(uris: readonly string[], key: string, limit: number): readonly string[] {
    const keys = this.#of(uris).flatMap(({ index }) => index.entries.map((entry) => entry.key));
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
      if (match?.certain) return { uri, ...match };
      if (match) likely ??= { uri, ...match };
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
    return { places: [...places.values()], total: places.size < limit ? places.size : total };
  }

  /** In lower case, as BibTeX compares them. */
  taken(uris: readonly string[], prefixes: readonly string[]): string[] {
    const folded = prefixes.map((prefix) => prefix.toLowerCase());
    return this.#of(uris).flatMap((held) => {
      held.keys ??= held.index.entries.map(({ key }) => key.toLowerCase());
      return held.keys.filter((key) => folded.some((prefix) => key.startsWith(prefix)));
    });
  }

  same(uris: readonly string[]): readonly SamePaper<EntryPlace>[] {
    return samePapers(
      this.#of(uris).flatMap(({ uri, index }) => index.entries.map((entry) => ({ uri, entry }))),
    );
  }

  /** Costs a pass over the entries, once for each state of the text. */
  check(uri: string): readonly Finding[] {
    const held = this.#held.get(uri);
    if (!held) return [];
    held.findings ??= checkBibliography(held.read);
    return held.findings;
  }

  #of(uris: readonly string[]): Held[] {
    return uris.flatMap((uri) => this.#held.get(uri) ?? []);
  }
}
