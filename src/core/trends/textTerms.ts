import { saysNothing } from './chineseProse.js';
import { isCjkCode, scanTerms, termOf } from '../search/analyzer.js';
import { fold } from '../search/fold.js';

/** A word or two that stand side by side. */
export interface TextTerm {
  /** The same for all its spellings. */
  readonly term: string;
  readonly written: string;
}

/**
 * The terms of a title, in Latin and other scripts that part their words: each word and each two
 * neighbours, without those that say nothing (`the`, `of`), single letters and numbers.
 * @param title plain text, without TeX
 */
export function titleTerms(title: string): TextTerm[] {
  const terms: TextTerm[] = [];
  let before: { readonly term: string; readonly written: string; readonly end: number } | undefined;
  scanTerms(title, {
    term(start, end, kind) {
      if (kind === 'pair') return;
      const spelling = title.slice(start, end);
      const term = /\p{L}/u.test(spelling) && end - start > 1 ? termOf(spelling, kind) : '';
      const written = plainCase(spelling);
      if (term !== '') terms.push({ term, written });
      if (kind !== 'word') return;
      const between = before && title.slice(before.end, start);
      if (before && term !== '' && between !== undefined && /^(?:\s+|-)$/.test(between)) {
        terms.push({
          term: `${before.term} ${term}`,
          written: before.written + between.replace(/\s+/, ' ') + written,
        });
      }
      before = term === '' ? undefined : { term, written, end };
    },
  });
  return terms;
}

/** A capital that titles give every word says nothing; those of `LoRA` and `GPT` do. */
function plainCase(spelling: string): string {
  return /^\p{Lu}?[^\p{Lu}]*$/u.test(spelling) ? spelling.toLowerCase() : spelling;
}

/** Longer ones are sentences that the dictionary does not know. */
const longestChinese = 8;

/**
 * The terms of a text in Chinese: its words, as ICU's dictionary parts them, and each two neighbours,
 * so that 扩散模型 is one. Makes some microseconds for each word.
 */
export function chineseTerms(text: string): TextTerm[] {
  const terms: TextTerm[] = [];
  for (const run of chineseRuns(text)) {
    let before = '';
    for (const { segment } of words().segment(run)) {
      const says = !saysNothing(segment);
      if (says && segment.length > 1 && segment.length <= longestChinese) push(segment);
      const both = before + segment;
      const joins = says && before !== '' && !saysNothing(both);
      if (joins && both.length > 2 && both.length <= longestChinese) push(both);
      before = says ? segment : '';
    }
  }
  return terms;

  function push(written: string): void {
    terms.push({ term: fold(written), written });
  }
}

export function holdsChinese(text: string): boolean {
  return chineseRuns(text).length > 0;
}

function chineseRuns(text: string): string[] {
  const runs: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isCjkCode(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isCjkCode(text.charCodeAt(at))) at++;
    if (at - start > 1) runs.push(text.slice(start, at));
  }
  return runs;
}

/** Made when first needed: it loads ICU's dictionary. */
let segmenter: Intl.Segmenter | undefined;

function words(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
}
