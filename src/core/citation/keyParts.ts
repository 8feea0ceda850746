import { yearOf, type CitedPaper } from './citedPaper.js';
import { familyName, parseAuthors } from './personName.js';
import { plainText, withoutAccents } from './texAccents.js';

/** How a key spells letters. */
export interface KeyLetters {
  readonly spell: (text: string) => string;
  /** Where a letter is left that has no such spelling, the arXiv id is the key. */
  readonly asciiOnly: boolean;
}

/** Accents go; letters of other scripts stay. */
export const unaccentedLetters: KeyLetters = { spell: withoutAccents, asciiOnly: false };

/** All letters stay. */
export const unicodeLetters: KeyLetters = {
  spell: (text) => text.normalize('NFC'),
  asciiOnly: false,
};

/** Makes the key of a paper; the result need not be safe yet. */
export type KeyRule = (paper: CitedPaper, letters: KeyLetters) => string;

export const notAlphanumeric = /[^\p{L}\p{N}]+/gu;

/** `2017`, or `nd` for a paper whose year is unknown. */
export function yearPart(paper: CitedPaper): string {
  const year = yearOf(paper);
  return year === undefined ? 'nd' : String(year);
}

/** Particle and last name of the first author; `unknown` without one. */
export function authorPart(paper: CitedPaper, letters: KeyLetters, unwanted: RegExp): string {
  const [name] = parseAuthors(paper.authors).names;
  return name === undefined ? 'unknown' : spelled(familyName(name), letters, unwanted);
}

/** The last name of the first author without its particle, as JabRef's `[auth]`. */
export function lastNamePart(paper: CitedPaper, letters: KeyLetters): string {
  const [name] = parseAuthors(paper.authors).names;
  return name === undefined ? 'Unknown' : spelled(name.last, letters, notAlphanumeric);
}

/** Particles and last names of the first authors. */
export function authorsPart(paper: CitedPaper, letters: KeyLetters, count: number): string[] {
  const names = parseAuthors(paper.authors)
    .names.slice(0, count)
    .map((name) => spelled(familyName(name), letters, notAlphanumeric));
  return names.length > 0 ? names : ['unknown'];
}

function spelled(name: string, { spell }: KeyLetters, unwanted: RegExp): string {
  return spell(name.normalize('NFKC')).replace(unwanted, '') || 'unknown';
}

/** Better BibTeX's `skipWords`: function words of several languages. */
const skipWords = new Set(
  (
    'a ab aboard about above across after against al along amid among an and anti around as at before ' +
    'behind below beneath beside besides between beyond but by d da das de degli dei del dell della ' +
    'delle dello dem den der des despite die do down du during ein eine einem einen einer eines el en ' +
    'et except for from gli i il in inside into is l la las le les like lo los near nor of off on onto ' +
    'or over past per plus round save since so some sur than the through to toward towards un una unas ' +
    'under underneath une unlike uno unos until up upon versus via von while with within without yet zu zum'
  ).split(' '),
);
/** Google Scholar leaves these out as well. */
const questionWords = new Set(['how', 'what', 'when', 'where', 'which', 'who', 'why']);

/** The first words of a title that are not function words; `untitled` without any word. */
export function titlePart(title: string, letters: KeyLetters, count: number): string[] {
  const words = titleWords(title, letters, /[\s/–—]+/);
  const telling = words.filter((word) => !skipWords.has(word.toLowerCase()));
  const chosen = (telling.length > 0 ? telling : words).slice(0, count);
  return chosen.length > 0 ? chosen : ['untitled'];
}

/** In lower case; the first half of a compound counts as a word. */
export function firstTitleWord(title: string, letters: KeyLetters): string {
  const words = titleWords(title, letters, /[^\p{L}\p{M}\p{N}'’]+/u).map((word) =>
    word.toLowerCase(),
  );
  return (
    words.find((word) => !skipWords.has(word) && !questionWords.has(word)) ?? words[0] ?? 'untitled'
  );
}

function titleWords(title: string, { spell }: KeyLetters, separators: RegExp): string[] {
  const plain = spell(plainText(title).normalize('NFKC')).replace(/\\([A-Za-z]+)/g, '$1');
  return plain
    .split(separators)
    .map((word) => word.replace(notAlphanumeric, ''))
    .filter((word) => word !== '');
}

/** ASCII only: a Greek capital mu would look like `M`. */
export function capitalised(word: string): string {
  return word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
