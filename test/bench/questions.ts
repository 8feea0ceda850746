import { papersOf, readDigest, type BenchPaper } from './digests.js';
import { randomNumbers } from './random.mjs';

const seed = 4711;
const perKind = 12;
/** Digests that questions are taken from, evenly over all. */
const sampled = 12;

export const questionKinds = [
  'word',
  'two words',
  'Chinese',
  'phrase',
  'prefix',
  'field',
  'category',
  'date',
  'typo',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  readonly kind: QuestionKind;
  readonly query: string;
}

/** Questions of every kind that papers of a library answer: `perKind` of each, always the same. */
export function questionsFor(files: readonly string[]): Question[] {
  const step = Math.max(1, files.length / sampled);
  const some = files.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const papers = papersOf(some.map(readDigest)).filter(
    ({ text }) => wordsOf(text.title).length > 3 && chineseOf(text.summary).length > 0,
  );
  const random = randomNumbers(seed);
  return questionKinds.flatMap((kind) =>
    Array.from({ length: perKind }, (): Question => {
      const paper = pick(papers, random);
      if (!paper) throw new Error('There is no paper to ask for.');
      return { kind, query: queryOf(kind, paper, random) };
    }),
  );
}

function queryOf(
  kind: QuestionKind,
  { text, category, date }: BenchPaper,
  random: () => number,
): string {
  const words = wordsOf(text.title);
  const at = Math.floor(random() * (words.length - 1));
  const [word = '', next = ''] = words.slice(at);
  switch (kind) {
    case 'word':
      return word;
    case 'two words':
      return `${word} ${next}`;
    case 'Chinese':
      return middle(pick(chineseOf(text.summary), random) ?? '', 4);
    case 'phrase':
      return `"${pick(text.title.match(/[A-Za-z]{3,} [A-Za-z]{3,}/g) ?? [word], random) ?? word}"`;
    case 'prefix':
      return `${word.slice(0, 2 + Math.floor(random() * 3))}*`;
    case 'field':
      return random() < 0.5
        ? `title:${word}`
        : `author:${pick(text.authors.split(/[\s,]+/).filter(isLong), random) ?? ''} ${next}`;
    case 'category':
      return `cat:${category} ${word}`;
    case 'date':
      return random() < 0.5 ? `date:${date.slice(0, 7)} ${word}` : `date:>${date} ${word} ${next}`;
    case 'typo':
      return withTypo(word, random);
  }
}

/** Words of a text that are worth looking for. */
export function wordsOf(text: string): string[] {
  return (text.match(/[A-Za-z]{4,}/g) ?? []).filter((word) => !plainWords.has(word.toLowerCase()));
}

const plainWords = new Set([
  'with',
  'from',
  'that',
  'this',
  'into',
  'over',
  'based',
  'using',
  'when',
]);

/** Its runs of Chinese, but for short ones. */
export function chineseOf(text: string): string[] {
  return text.match(/[\u4e00-\u9fff]{6,}/g) ?? [];
}

/** So many characters from the middle. */
export function middle(text: string, length: number): string {
  const from = Math.max(0, Math.floor((text.length - length) / 2));
  return text.slice(from, from + length);
}

/** One letter is left out, doubled, exchanged for its neighbour or replaced; never the first. */
export function withTypo(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${before}${after}`;
    case 1:
      return `${before}${letter}${letter}${after}`;
    case 2:
      return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
    default:
      return `${before}${letter === 'x' ? 'q' : 'x'}${after}`;
  }
}

export function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)];
}

function isLong(word: string): boolean {
  return word.length > 3;
}

/** A daily digest with a word put before the title of its first entry. */
export function withNewWord(digest: string, word: string): string {
  return digest.replace(/^### \[1\] \[/m, `$&${word} `);
}
