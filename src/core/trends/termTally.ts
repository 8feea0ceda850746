import type { PaperKey } from '../paper.js';
import { texToText } from '../render/texToText.js';
import type { SearchText } from '../search/fields.js';
import { chooseTerms } from './chooseTerms.js';
import type { RisingTerm } from './figures.js';
import { logLikelihood } from './logLikelihood.js';
import { chineseTerms, holdsChinese, titleTerms, type TextTerm } from './textTerms.js';

/** What is kept of a digest: numbers of spellings for each of its entries. */
interface Tallied {
  readonly fingerprint: string;
  readonly entries: readonly {
    readonly key: PaperKey;
    readonly category: string;
    readonly isChinese: boolean;
    readonly spellings: Uint32Array;
  }[];
}

/** An entry of a digest with what is searched of it. */
export interface EntryText {
  readonly key: PaperKey;
  readonly category: string;
  readonly text: Pick<SearchText, 'title' | 'summary'>;
}

export interface TermWindows {
  readonly recent: readonly string[];
  readonly earlier: readonly string[];
  /** Of the papers that are looked at; all when missing. */
  readonly category?: string;
}

/** Terms of fewer papers may be there by chance, however rare they were before … */
const fewestPapers = 3;
/** … and so may those of which more than one in a hundred would be. */
const leastScore = 6.63;

/** How often each term is written in the papers of a time. */
interface Window {
  readonly papers: number;
  readonly chinesePapers: number;
  /** By term, then by spelling. */
  readonly counts: Uint32Array;
  readonly spellings: Uint32Array;
}

/**
 * The terms of digests, and which of them come up. Terms of titles and those of Chinese summaries are
 * told apart: each is compared with the papers that may have it, so that a generator which goes over
 * to Chinese makes no word rise. Holds some hundred bytes for each entry.
 */
export class TermTally {
  readonly #digests = new Map<string, Tallied>();
  readonly #spellings = new Map<string, number>();
  readonly #written: string[] = [];
  /** Term of each spelling. */
  readonly #termOf: number[] = [];
  readonly #terms = new Map<string, number>();
  readonly #names: { readonly term: string; readonly script: RisingTerm['script'] }[] = [];

  get size(): number {
    return this.#digests.size;
  }

  has(uri: string, fingerprint: string): boolean {
    return this.#digests.get(uri)?.fingerprint === fingerprint;
  }

  set(uri: string, fingerprint: string, entries: readonly EntryText[]): void {
    this.#digests.set(uri, {
      fingerprint,
      entries: entries.map(({ key, category, text: { title, summary } }) => {
        const spellings = new Set<number>();
        for (const term of titleTerms(texToText(title))) spellings.add(this.#number(term, 'latin'));
        for (const term of chineseTerms(summary)) spellings.add(this.#number(term, 'chinese'));
        const isChinese = holdsChinese(summary);
        return { key, category, isChinese, spellings: Uint32Array.from(spellings) };
      }),
    });
  }

  /**
   * Terms that a larger share of papers has in the recent digests than in the earlier ones, best
   * first. Where there are enough of both scripts, each gives one half.
   */
  rising({ recent, earlier, category }: TermWindows, limit: number): RisingTerm[] {
    const now = this.#count(recent, category);
    const before = this.#count(earlier, category);
    const found: (RisingTerm & { readonly term: string })[] = [];
    for (const [number, { term, script }] of this.#names.entries()) {
      const count = now.counts[number] ?? 0;
      if (count < fewestPapers) continue;
      const numbers = {
        recent: count,
        recentOf: script === 'chinese' ? now.chinesePapers : now.papers,
        earlier: before.counts[number] ?? 0,
        earlierOf: script === 'chinese' ? before.chinesePapers : before.papers,
      };
      const { recentOf, earlierOf } = numbers;
      const score = logLikelihood(count, recentOf, numbers.earlier, earlierOf);
      // What every tenth paper says in Chinese is no subject.
      const isProse = script === 'chinese' && count * 10 > recentOf;
      if (score >= leastScore && !isProse)
        found.push({ term, written: '', script, ...numbers, score });
    }
    found.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
    const chosen = chooseTerms(found, limit);
    const written = this.#writtenForms(now);
    return chosen.map(({ term, ...one }) => ({ ...one, written: written.get(term) ?? term }));
  }

  /** A paper that several digests repeat has the terms of all of them, each once. */
  #count(uris: readonly string[], category: string | undefined): Window {
    const papers = new Map<PaperKey, { isChinese: boolean; spellings: Uint32Array }>();
    for (const uri of uris) {
      for (const entry of this.#digests.get(uri)?.entries ?? []) {
        if (category !== undefined && entry.category !== category) continue;
        const known = papers.get(entry.key);
        papers.set(entry.key, {
          isChinese: entry.isChinese || known?.isChinese === true,
          spellings: known ? union(known.spellings, entry.spellings) : entry.spellings,
        });
      }
    }
    const counts = new Uint32Array(this.#names.length);
    const spellings = new Uint32Array(this.#written.length);
    let chinesePapers = 0;
    const seenBy = new Int32Array(this.#names.length).fill(-1);
    for (const [paper, { isChinese, spellings: own }] of [...papers.values()].entries()) {
      if (isChinese) chinesePapers++;
      for (const spelling of own) {
        spellings[spelling] = (spellings[spelling] ?? 0) + 1;
        const term = this.#termOf[spelling] ?? 0;
        if (seenBy[term] === paper) continue;
        seenBy[term] = paper;
        counts[term] = (counts[term] ?? 0) + 1;
      }
    }
    return { papers: papers.size, chinesePapers, counts, spellings };
  }

  /** The most frequent spelling of each term; of equals, the first by alphabet. */
  #writtenForms({ spellings }: Window): Map<string, string> {
    const best = new Map<string, { readonly written: string; readonly count: number }>();
    for (const [spelling, count] of spellings.entries()) {
      const term = this.#names[this.#termOf[spelling] ?? 0]?.term;
      const written = this.#written[spelling];
      if (count === 0 || term === undefined || written === undefined) continue;
      const known = best.get(term);
      const isBetter =
        !known || count > known.count || (count === known.count && written < known.written);
      if (isBetter) best.set(term, { written, count });
    }
    return new Map(Array.from(best, ([term, { written }]) => [term, written]));
  }

  #number({ term, written }: TextTerm, script: RisingTerm['script']): number {
    const known = this.#spellings.get(`${term}\n${written}`);
    if (known !== undefined) return known;
    let number = this.#terms.get(term);
    if (number === undefined) {
      number = this.#names.length;
      this.#terms.set(term, number);
      this.#names.push({ term, script });
    }
    const spelling = this.#written.length;
    this.#written.push(written);
    this.#termOf.push(number);
    this.#spellings.set(`${term}\n${written}`, spelling);
    return spelling;
  }
}

function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set([...a, ...b]));
}
