import { arxivStopWords } from './arxivStopWords.js';
import { yearOf, type CitedPaper } from './citedPaper.js';
import { familyName, parseAuthors } from './personName.js';
import { plainText, withoutAccents } from './texAccents.js';

/**
 * Styles of keys, one row each. A part that a paper does not have is replaced, never left empty
 * (lessons.md 7).
 */
const keyStyles = {
  /** `vaswani2017attentionneed`: the key of arXiv's own BibTeX export (citations.md 1). */
  arxiv: (paper) =>
    `${arxivAuthor(paper)}${yearPart(paper)}${arxivTitle(paper.title)}`.toLowerCase(),
  /** `vaswaniAttentionAllYou2017`: Better BibTeX's `auth.lower + shorttitle(3,3) + year`. */
  betterBibtex: (paper) =>
    `${authorPart(paper, /[^\p{L}\p{N}-]+/gu)}${shortTitle(paper.title, 3)}${yearPart(paper)}`,
  /** `vaswani2017attention`, as Google Scholar has it. */
  scholar: (paper) =>
    `${authorPart(paper, /[^\p{L}\p{N}]+/gu)}${yearPart(paper)}${firstWord(paper.title)}`,
  /** `1706.03762`; papers without arXiv id get the key of the style `arxiv`. */
  arxivId: (paper): string => paper.id ?? keyStyles.arxiv(paper),
} satisfies Record<string, (paper: CitedPaper) => string>;

export type KeyStyle = keyof typeof keyStyles;

/** The styles in the order of a menu. */
export const keyStyleNames = Object.keys(keyStyles) as readonly KeyStyle[];

/**
 * A new key for a paper. It begins with a letter or digit and holds letters, digits, and single
 * `.`, `/`, `-` inside: BibTeX, biber, Pandoc, Org and Typst's `label` all read it as it is, so it is
 * never to be escaped. Letters may be non-ASCII in the styles `arxiv` and, where there is no Latin
 * spelling, in all.
 * @param taken whether a key is in use, in the bibliography or in notes, by another paper; the
 * newcomer then gets `a`, `b`, … behind its key, and no older key ever changes (lessons.md 1 to 3).
 * BibTeX compares keys without regard to case, so should this.
 */
export function citationKey(
  paper: CitedPaper,
  style: KeyStyle,
  taken: (key: string) => boolean = () => false,
): string {
  const key = safeKey(keyStyles[style](paper));
  if (!taken(key)) return key;
  for (let count = 0; ; count++) {
    const candidate = key + suffixLetters(count);
    if (!taken(candidate)) return candidate;
  }
}

/** `a` to `z`, then `aa`, `ab`. */
function suffixLetters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : suffixLetters(Math.floor(count / 26) - 1) + last;
}

/** Prefixes with which Quarto's cross-references begin (https://quarto.org/docs/authoring/cross-references.html). */
const crossReference =
  /^(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|eq|sec)-/i;

function safeKey(key: string): string {
  const safe = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}./-]+/gu, '')
    .replace(/([./-])[./-]+/g, '$1')
    .replace(/^[./-]+|[./-]+$/g, '');
  if (safe === '') return 'untitled';
  return crossReference.test(safe) ? safe.replace('-', '') : safe;
}

function yearPart(paper: CitedPaper): string {
  const year = yearOf(paper);
  return year === undefined ? 'nd' : String(year);
}

const notAlphanumeric = /[^\p{L}\p{N}]+/gu;

/**
 * The name that arXiv takes as the key name of the first author, by the rules of arXiv/arxiv-base
 * `arxiv/authors`: two particles at most and only those of its list, so that `Aaron van den Oord` is
 * `oord`; of a team name only the words in plain letters (`Xiaomi LLM-Core Team` is `coreteam`). A
 * name that begins with a particle is a last name by itself.
 */
function arxivAuthor(paper: CitedPaper): string {
  const author = paper.authors.find((name) => /[\p{L}\p{N}]/u.test(name));
  if (author === undefined) return 'unknown';
  return arxivKeyName(plainText(author)).replace(notAlphanumeric, '') || 'unknown';
}

const arxivParticle = '(?:van|der|de|la|von|del|della|da|mac|ter|dem|di|vaziri)';
const arxivNames: readonly RegExp[] = [
  /([a-z0-9\s]+\s+(?:collaboration|group|team))/i,
  /^((?:van|von|de|der|den|ter|ten|la|du|di|da|del|della)\s.+)$/,
  new RegExp(`\\s(${arxivParticle}\\s${arxivParticle}\\s\\S+)$`, 'i'),
  new RegExp(`\\s(${arxivParticle}\\s\\S+)$`, 'i'),
  /\s(\S+)\s(?:I|II|III|IV|V|Sr|Jr|Sr\.|Jr\.)$/i,
  /\s(\S+)$/,
];

function arxivKeyName(author: string): string {
  // No name is longer; the patterns are quadratic in what a damaged digest may put here.
  const tidy = author.slice(0, 300).replace(/\.(?=\S)/g, '. ');
  for (const pattern of arxivNames) {
    const found = pattern.exec(tidy)?.[1];
    if (found !== undefined) return found;
  }
  return tidy;
}

/** The first four words that are not stop words; the test is on the raw word, so `All:` counts. */
function arxivTitle(title: string): string {
  const words = title.trim().split(/\s+/);
  const telling = words.filter((word) => !arxivStopWords.has(word.toLowerCase()));
  const chosen = (telling.length > 0 ? telling : words).slice(0, 4).join('');
  return chosen.replace(notAlphanumeric, '') || 'untitled';
}

function authorPart(paper: CitedPaper, unwanted: RegExp): string {
  const [name] = parseAuthors(paper.authors).names;
  if (name === undefined) return 'unknown';
  const plain = withoutAccents(familyName(name).normalize('NFKC')).toLowerCase();
  return plain.replace(unwanted, '') || 'unknown';
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

function titleWords(title: string, separators: RegExp): string[] {
  const plain = withoutAccents(plainText(title).normalize('NFKC')).replace(/\\([A-Za-z]+)/g, '$1');
  return plain
    .split(separators)
    .map((word) => word.replace(notAlphanumeric, ''))
    .filter((word) => word !== '');
}

function shortTitle(title: string, count: number): string {
  const words = titleWords(title, /[\s/–—]+/);
  const telling = words.filter((word) => !skipWords.has(word.toLowerCase()));
  const chosen = (telling.length > 0 ? telling : words).slice(0, count);
  return chosen.map(capitalised).join('') || 'Untitled';
}

/** ASCII only: a Greek capital mu would look like `M`. */
function capitalised(word: string): string {
  return word.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

function firstWord(title: string): string {
  const words = titleWords(title, /[^\p{L}\p{M}\p{N}'’]+/u).map((word) => word.toLowerCase());
  return (
    words.find((word) => !skipWords.has(word) && !questionWords.has(word)) ?? words[0] ?? 'untitled'
  );
}
