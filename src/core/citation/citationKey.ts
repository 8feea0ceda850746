import { arxivKey } from './arxivKey.js';
import type { CitedPaper } from './citedPaper.js';
import { jabrefLetters } from './jabrefLetters.js';
import {
  authorPart,
  capitalised,
  firstTitleWord,
  lastNamePart,
  notAlphanumeric,
  titlePart,
  unaccentedLetters,
  unicodeLetters,
  yearPart,
  type KeyLetters,
  type KeyRule,
} from './keyParts.js';
import { quartoReference } from './scan/crossReferences.js';

interface KeyStyleRow {
  readonly rule: KeyRule;
  /** As the tool has them that the style is named after. */
  readonly letters: KeyLetters;
}

/**
 * Styles of keys, one row each. A part that a paper does not have is replaced, never left empty
 * (lessons.md 7).
 */
const keyStyles = {
  /** `vaswani2017attentionneed` */
  arxiv: { rule: arxivKey, letters: unicodeLetters },
  /** `vaswaniAttentionAllYou2017`: Better BibTeX's `auth.lower + shorttitle(3,3) + year`. */
  betterBibtex: {
    rule: (paper, letters) => {
      const author = authorPart(paper, letters, /[^\p{L}\p{N}-]+/gu).toLowerCase();
      const title = titlePart(paper.title, letters, 3).map(capitalised).join('');
      return `${author}${title}${yearPart(paper)}`;
    },
    letters: unaccentedLetters,
  },
  /** `vaswani2017attention`, as Google Scholar has it. */
  scholar: {
    rule: (paper, letters) => {
      const author = authorPart(paper, letters, notAlphanumeric).toLowerCase();
      return `${author}${yearPart(paper)}${firstTitleWord(paper.title, letters)}`;
    },
    letters: unaccentedLetters,
  },
  /** `Vaswani2017`, `Koening2024`: JabRef's default `[auth][year]`. */
  jabref: {
    rule: (paper, letters) => `${lastNamePart(paper, letters)}${yearPart(paper)}`,
    letters: jabrefLetters,
  },
  /**
   * `DBLP:journals/corr/abs-2406-17600`, as DBLP names papers of arXiv since 2018; others get the key
   * of the style `arxiv`.
   */
  dblp: { rule: dblpKey, letters: unicodeLetters },
  /** `1706.03762`; papers without arXiv id get the key of the style `arxiv`. */
  arxivId: {
    rule: (paper, letters) => paper.id ?? arxivKey(paper, letters),
    letters: unicodeLetters,
  },
} satisfies Record<string, KeyStyleRow>;

export type KeyStyle = keyof typeof keyStyles;

/** The styles in the order of a menu. */
export const keyStyleNames = Object.keys(keyStyles) as readonly KeyStyle[];

/**
 * In characters, and the letters behind a key that was taken come on top: programs name files by keys,
 * and nobody types more. The longest of ten thousand real papers, of three names and six words, has 106.
 */
const longestKey = 120;

/**
 * A new key for a paper. It begins with a letter, digit or `_` and holds such and single `.`, `:`,
 * `/`, `-` inside: BibTeX, biber, Pandoc, Org and Typst's `label` all read it as it is, so it is
 * never to be escaped.
 * @param style a name, or the rule that `parseKeyTemplate` made of the user's own template
 * @param taken whether a key is in use, in the bibliography or in notes, by another paper; the
 * newcomer then gets `a`, `b`, … behind its key, and no older key ever changes (lessons.md 1 to 3).
 * BibTeX compares keys without regard to case, so should this.
 * @param letters by default those of the style; those of a template are without accents
 */
export function citationKey(
  paper: CitedPaper,
  style: KeyStyle | KeyRule,
  taken: (key: string) => boolean = () => false,
  letters?: KeyLetters,
): string {
  const row = typeof style === 'function' ? undefined : keyStyles[style];
  const rule = typeof style === 'function' ? style : keyStyles[style].rule;
  const key = spelledKey(paper, rule, letters ?? row?.letters ?? unaccentedLetters);
  return suffixedKey(key, taken);
}

/** The key itself, or with `a`, `b`, … behind it when it is taken. */
export function suffixedKey(key: string, taken: (key: string) => boolean): string {
  if (!taken(key)) return key;
  for (let count = 0; ; count++) {
    const candidate = key + suffixLetters(count);
    if (!taken(candidate)) return candidate;
  }
}

function spelledKey(paper: CitedPaper, rule: KeyRule, letters: KeyLetters): string {
  const key = safeKey(rule(paper, letters));
  if (!letters.asciiOnly || /^[\x00-\x7f]*$/.test(key)) return key;
  return paper.id ?? safeKey(key.replace(/[^\x00-\x7f]+/g, ''));
}

/** `a` to `z`, then `aa`, `ab`. */
function suffixLetters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : suffixLetters(Math.floor(count / 26) - 1) + last;
}

function safeKey(key: string): string {
  const safe = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_./:-]+/gu, '')
    .replace(/([./:-])[./:-]+/g, '$1')
    .replace(/^[./:-]+/, '');
  const short = Array.from(safe.slice(0, 2 * longestKey))
    .slice(0, longestKey)
    .join('');
  const whole = short.replace(/[./:-]+$/, '');
  if (whole === '') return 'untitled';
  return quartoReference.test(whole) ? whole.replace('-', '') : whole;
}

function dblpKey(paper: CitedPaper, letters: KeyLetters): string {
  const { id } = paper;
  if (id === undefined) return arxivKey(paper, letters);
  const name = id.includes('/') ? id.replace('/', '-') : `abs-${id.replace('.', '-')}`;
  return `DBLP:journals/corr/${name}`;
}
