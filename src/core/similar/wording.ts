import { eachTerm } from './eachTerm.js';

/** Cuts Chinese and Japanese into words by a dictionary. Slow: for the texts of one paper. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const cjkRuns = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]{2,}/g;

/** Longer runs of words are sentences. */
const longestRun = 6;
/** Shares below this part of the greatest say nothing. */
const leastShare = 0.1;

/** What a person reads as one, with the terms that it stands for. */
interface Unit {
  readonly spelling: string;
  readonly terms: readonly string[];
}

/** How a paper's texts write its terms. */
export class Wording {
  readonly #words: readonly Unit[];
  /** Each a stretch of words without anything between them. */
  readonly #runs: readonly (readonly string[])[];

  constructor(texts: readonly string[]) {
    const words: Unit[] = [];
    for (const text of texts) {
      eachTerm(text, (term, isPair, start, end) => {
        if (!isPair) words.push({ spelling: text.slice(start, end), terms: [term] });
      });
    }
    this.#words = words;
    this.#runs = texts.flatMap((text) =>
      Array.from(text.matchAll(cjkRuns), ([run]) =>
        Array.from(segmenter.segment(run), ({ segment }) => segment),
      ),
    );
  }

  /**
   * Some terms as a person reads them: words and names as they are mostly written here, pairs as the
   * words that they make up.
   * @param shares what each term counts
   * @returns those that count most, the first most of all
   */
  of(shares: ReadonlyMap<string, number>, most: number): string[] {
    const found = new Map<string, { share: number; spellings: Map<string, number> }>();
    const words = this.#words.filter(({ terms }) => terms.every((term) => shares.has(term)));
    for (const { spelling, terms } of [...words, ...this.#joined(shares)]) {
      const share = shareOf(terms, shares);
      const name = terms.join(' ');
      const known = found.get(name) ?? { share, spellings: new Map<string, number>() };
      known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
      found.set(name, known);
    }
    // Of what counts the same, what says more.
    const best = [...found.entries()].sort(
      ([a, { share: x }], [b, { share: y }]) => y - x || b.length - a.length,
    );
    const least = (best[0]?.[1].share ?? 0) * leastShare;
    const said: string[] = [];
    for (const [, { share, spellings }] of best) {
      if (said.length >= most || share < least) break;
      const word = usual(spellings);
      if (!said.some((other) => overlap(other, word))) said.push(word);
    }
    return said;
  }

  /** Words of which all pairs are among the terms; those that follow each other as one. */
  #joined(shares: ReadonlyMap<string, number>): Unit[] {
    const holdsAll = (text: string): boolean => pairsOf(text).every((pair) => shares.has(pair));
    const joined: string[] = [];
    for (const run of this.#runs) {
      let last = '';
      for (const word of run) {
        const isWord = word.length > 1 && holdsAll(word);
        const whole = last + word;
        if (last !== '' && whole.length <= longestRun && holdsAll(whole)) {
          joined.splice(-1, 1, whole);
          last = whole;
        } else {
          last = isWord ? word : '';
          if (isWord) joined.push(word);
        }
      }
    }
    return joined.map((spelling) => ({ spelling, terms: pairsOf(spelling) }));
  }
}

/** Pairs count half, since they overlap: the best two of a word are worth one term. */
function shareOf(terms: readonly string[], shares: ReadonlyMap<string, number>): number {
  const [first = 0, second = 0] = terms.map((term) => shares.get(term) ?? 0).sort((a, b) => b - a);
  return first + second;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Of spellings that are as frequent, the later one: titles come first, and have capitals. */
function usual(spellings: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [spelling, count] of spellings) if (count >= most) [best, most] = [spelling, count];
  return best;
}

/** Whether one is a part of the other. */
function overlap(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x);
}
