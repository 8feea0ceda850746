import { archiveOf } from '../categories.js';
import type { PaperFacts } from '../paper.js';

/** The lists of the settings. */
export type MuteList = 'keyword' | 'author' | 'category';

/** Why a paper is left out of lists. */
export type MuteReason =
  | { readonly kind: 'paper' }
  /** As the list of the settings has it. */
  | { readonly kind: MuteList; readonly word: string };

/** What the settings mute. */
export interface MuteLists {
  readonly keywords: readonly string[];
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

type Facts = Pick<PaperFacts, 'title' | 'authors' | 'category'>;

/** The first rule that mutes a paper. */
export type MuteRules = (paper: Facts) => MuteReason | undefined;

/**
 * Keywords are whole words of the title (parts of it in a script without spaces between words),
 * authors whole names, categories themselves or a whole archive (`math` or `math.*`); case, width,
 * accents and punctuation do not count.
 * @returns undefined when nothing is muted, so that nobody needs to ask
 */
export function muteRules({ keywords, authors, categories }: MuteLists): MuteRules | undefined {
  const words = keywords.map((word) => ({ word, folded: folded(word) })).filter(isSomething);
  const names = new Map(authors.map((word) => [folded(word), word]));
  names.delete('');
  const places = new Map(categories.map((word) => [categoryName(word), word]));
  places.delete('');
  if (words.length === 0 && names.size === 0 && places.size === 0) return undefined;
  return ({ title, authors: people, category }) => {
    if (category !== undefined && places.size > 0) {
      const name = categoryName(category);
      const archive = archiveOf(category);
      const word = places.get(name) ?? (archive && places.get(categoryName(archive)));
      if (word !== undefined) return { kind: 'category', word };
    }
    if (names.size > 0) {
      for (const person of people) {
        const word = names.get(folded(person));
        if (word !== undefined) return { kind: 'author', word };
      }
    }
    if (words.length === 0) return undefined;
    const text = folded(title);
    const found = words.find((each) => holdsWords(text, each.folded));
    return found && { kind: 'keyword', word: found.word };
  };
}

function isSomething(word: { readonly folded: string }): boolean {
  return word.folded !== '';
}

/** Letters and figures alone, words parted by one space. */
function folded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

function holdsWords(text: string, words: string): boolean {
  return unspaced.test(words) ? text.includes(words) : ` ${text} `.includes(` ${words} `);
}

/** `math.*` stands for `math`. */
function categoryName(category: string): string {
  return category.trim().toLowerCase().replace(/\.\*$/, '');
}
