import { plainText } from './texAccents.js';

/** A name in its parts, Unicode without TeX; parts that are absent are empty. */
export interface PersonName {
  readonly first: string;
  /** In lower case as written (`van den`); a capitalised one (`Van Gool`) belongs to `last`. */
  readonly particle: string;
  readonly last: string;
  /** `Jr.`, `Sr.`, `II`, `III`, `IV`. */
  readonly suffix: string;
  /** The name is one piece, in `last`: a team, or a name that must not be split for another reason. */
  readonly corporate: boolean;
}

/** `lastFirst` as bibliographies want it; `firstLast` as arXiv's own export writes it. */
export type NameOrder = 'lastFirst' | 'firstLast';

export interface AuthorList {
  readonly names: readonly PersonName[];
  /** The digest itself ends its list with "et al.". */
  readonly others: boolean;
}

/** Words of team names, at the end or as a word of their own; none of them is a common surname. */
const teamWord =
  /\b(?:team|teams|collaborations?|consortium|group|labs?|laborator(?:y|ies)|initiative|institute|university|foundation|research|corporation|inc|ltd|llc|gmbh|company|community|committee|network|task force|cent(?:er|re)|organi[sz]ation|alliance|society|association|department|contributors|authors|developers|council|agency|project)\b/i;
const cjk =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const suffixes = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
const particles = new Set(
  (
    "af al am an auf aus av bin ibn d' da dal dalla das de degli dei del dela della delle den der des " +
    "di do dos du el la las le les lo los 't ten ter te tot und van vander vom von vor zu zum zur"
  ).split(' '),
);
/** Particles that belong to the last name with a capital too: arXiv's list, less its Asian given names. */
const capitalised = new Set('van von de del della der den di ter dos da la'.split(' '));
/** Beside these names a `Van` is a Vietnamese middle name. */
const vietnamese = new Set(
  (
    'bui bùi dang đặng do đỗ duong dương ho hồ hoang hoàng huynh huỳnh le lê ly lý ngo ngô nguyen ' +
    'nguyễn pham phạm phan tran trần vo võ vu vũ'
  ).split(' '),
);

/**
 * Reads an author list of a digest. Empty entries and the lone `:` that stands after a team name
 * (digest-formats.md 1.1) are dropped, as are footnote marks at a name and an "and" before the last.
 */
export function parseAuthors(authors: readonly string[]): AuthorList {
  const names: PersonName[] = [];
  let others = false;
  for (const author of authors) {
    const text = author.replace(/^(?:[\s:;,]|and\s)+|[\s:;,*†‡§¶]+$/g, '');
    if (/^(?:et\.?\s*al\.?|others)$/i.test(text)) others = true;
    else if (/[\p{L}\p{N}]/u.test(text)) names.push(parsePersonName(text));
  }
  return { names, others };
}

/** Reads one name, written `First Last` or, with a comma, `Last, First` or `First Last, Jr.`. */
export function parsePersonName(author: string): PersonName {
  const text = initialsApart(plainText(author.replace(/\p{Cc}+/gu, ' ')));
  const parts = text.split(/\s*,\s*/);
  if (parts.length === 1)
    return isOnePiece(author, text) ? piece(text) : parseWords(text.split(' '));
  const [before = '', after = '', last = ''] = parts;
  if (isOnePiece(author, text) || parts.length > 3 || before === '' || after === '') {
    return piece(text);
  }
  if (suffixes.test(after)) {
    const name = last === '' ? parseWords(before.split(' ')) : inverted(before, last);
    return { ...name, suffix: after };
  }
  if (parts.length === 3) return suffixes.test(last) ? inverted(before, after, last) : piece(text);
  return inverted(before, after);
}

/** `G. Holgado` for `G.Holgado`, `J. R. R. Tolkien` for `J.R.R.Tolkien`; `St.John` stays. */
function initialsApart(name: string): string {
  return name.replace(/(?<![\p{L}\p{M}])(\p{Lu}\.)(?=\p{Lu}(?:\.|\p{Ll}))/gu, '$1 ').trim();
}

function inverted(last: string, first: string, suffix = ''): PersonName {
  const words = last.split(' ');
  const lead = leadingParticles(words, 0);
  return {
    first,
    particle: words.slice(0, lead).join(' '),
    last: words.slice(lead).join(' '),
    suffix,
    corporate: false,
  };
}

function piece(text: string): PersonName {
  return { first: '', particle: '', last: text, suffix: '', corporate: true };
}

function isOnePiece(author: string, text: string): boolean {
  if (/^\{[^{}]*\}$/.test(author.trim())) return true;
  if (/\s/.test(text) && cjk.test(text)) return true;
  // BibTeX parts names at the word "and", whatever stands around it.
  if (/(?:^|\s)(?:and|others)(?:\s|$)/i.test(text)) return true;
  if (/-AI$/.test(text) || teamWord.test(text)) return true;
  // "Mistral AI" is a company, "QI AI" a person who writes in capitals.
  return /\sAI$/.test(text) && /\p{Ll}/u.test(text);
}

function parseWords(words: readonly string[]): PersonName {
  const name = { first: '', particle: '', suffix: '', corporate: false };
  const end = words.at(-1) ?? '';
  if (words.length >= 3 && suffixes.test(end)) {
    return { ...parseWords(words.slice(0, -1)), suffix: end };
  }
  const start = startOfLast(words);
  const lead = leadingParticles(words, start);
  return {
    ...name,
    first: words.slice(0, start).join(' '),
    particle: words.slice(start, lead).join(' '),
    last: words.slice(lead).join(' '),
  };
}

/** Index of the word that begins particle and last name. */
function startOfLast(words: readonly string[]): number {
  const final = words.length - 1;
  for (const [at, word] of words.entries()) {
    if (at === final) break;
    if (particles.has(word)) return at;
    if (at > 0 && isCapitalisedParticle(words, at)) return at;
    // "Ortega y Gasset", "Costa e Silva": the name before belongs to the last name.
    if (at > 1 && (word === 'y' || word === 'e')) return at - 1;
  }
  return final;
}

function isCapitalisedParticle(words: readonly string[], at: number): boolean {
  const [word, first, last] = [words[at], words[0], words.at(-1)].map(
    (w) => w?.toLowerCase() ?? '',
  );
  const isName = vietnamese.has(first ?? '') || vietnamese.has(last ?? '');
  return capitalised.has(word ?? '') && !isName;
}

/** Index after the lower-case particles that begin at `start`; the last word is never one. */
function leadingParticles(words: readonly string[], start: number): number {
  let at = start;
  while (at < words.length - 1 && particles.has(words[at] ?? '')) at++;
  return at;
}

/** Particle and last name, as citations in text show it: `van den Oord`. */
export function familyName(name: PersonName): string {
  return joined(name.particle, name.last);
}

/**
 * A name as BibTeX reads it: `van den Oord, Aäron`, `King, Jr., Martin Luther`, `{Qwen Team}`.
 * @param escape applied to each part; must keep braces balanced
 */
export function bibtexName(
  name: PersonName,
  order: NameOrder,
  escape: (text: string) => string,
): string {
  const first = escape(name.first);
  const suffix = escape(name.suffix);
  const family = joined(escape(name.particle), escape(name.last));
  if (name.corporate) return `{${escape(name.last)}}`;
  if (first === '' && suffix === '') return / /.test(name.last) ? `{${family}}` : family;
  // BibTeX takes a suffix only between two commas, with a first name behind them.
  if (first === '') return `{${family}, ${suffix}}`;
  if (order === 'firstLast') return joined(first, family, suffix);
  return suffix === '' ? `${family}, ${first}` : `${family}, ${suffix}, ${first}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
