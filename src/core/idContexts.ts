import type { MentionSyntax } from './digest.js';

/** How a text says that what follows is an identifier. */
export interface IdContext {
  readonly syntax: MentionSyntax;
  /** Characters directly before the id that belong to its form: those of `arXiv:`. */
  readonly length: number;
}

/** Characters before an id that are looked at, so that long lines cost no more than short ones. */
export const idReach = 96;

/** The usual addresses as they are mostly written: seen at once, where the pattern tries every place. */
const usualAddresses = [
  'https://arxiv.org/abs/',
  'https://arxiv.org/pdf/',
  'http://arxiv.org/abs/',
  'https://huggingface.co/papers/',
];

/** Editors, converters and copied pages leave these where nobody sees them. */
const invisible = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
/** Blanks, the marks of Markdown and quotes, and the blanks of TeX: `~`, `\,`. */
const decoration = `(?:[\\s*_\`"'\\]})~${invisible}]|\\\\[,;:! ])`;
/** An archive that somebody has put before an id of the newer scheme: `hep-th/1601.07616`. */
const archive = '(?:[a-z]{2,8}(?:-[a-z]{2,5})?(?:\\.[a-z]{2})?/)?';

/** arXiv's own routes, https://github.com/arXiv/arxiv-base and the links of its abstract pages. */
const routes =
  '(?:abs|pdf|html|format|ps|dvi|src|e-print|list|bibtex|tb|refs|cits|show-email(?:/\\w{1,20})?|ftp(?:/arxiv/papers/\\d{4})?)';

const addresses = [
  `arxiv\\.org/${routes}/(?:arxiv:)?${archive}`,
  'arxiv\\.org/api/query\\?(?:[^\\s"<>]{0,40}&)?id_list=',
  'xxx\\.lanl\\.gov/(?:abs|pdf|ps|format)/',
  'ar5iv\\.org/(?:(?:abs|html|pdf)/)?',
  'ar5iv\\.labs\\.arxiv\\.org/(?:abs|html)/',
  'arxiv-vanity\\.com/papers/',
  'alphaxiv\\.org/(?:[a-z]{2}/)?(?:abs|pdf|overview|audio|resources)/',
  'huggingface\\.co/papers/',
  'huggingface\\.co/social-thumbnails/papers/',
  'hf\\.co/papers/',
  'scirate\\.com/',
  'emergentmind\\.com/papers/',
  // scirate.com/arxiv/ID, api.semanticscholar.org/arXiv:ID, connectedpapers.com/main/arxiv.ID
  '[\\w-]{1,30}\\.[a-z]{2,8}/(?:[\\w-]{1,20}/){0,3}arxiv[:/.]',
];

/** What may stand directly before an id, tried in this order; each is anchored at the id. */
const contexts: readonly (readonly [MentionSyntax, RegExp])[] = [
  [
    'url',
    new RegExp(`(?:https?://|(?<![\\w-]))(?:[\\w-]{1,30}\\.){0,3}(?:${addresses.join('|')})$`, 'i'),
  ],
  ['doi', /(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s?)?\b10\.48550(?:\/|%2f)arxiv\.$/i],
  ['eprint', /\beprint\s{0,8}=\s{0,8}["{]{0,2}\s?$/i],
  ['prefix', /(?:\bcorr,?\s{0,2}(?:vol(?:ume|\.)\s{0,2})?|\bvolume\s{0,8}=\s{0,8}["{]\s?)abs\/$/i],
  [
    'prefix',
    new RegExp(
      '(?:\\boai:)?(?<![A-Za-z\\d])arxiv(?:\\.org)?' +
        '(?:[\\s_-]?(?:id(?:entifier)?|e-?print|preprint|no\\.?|number|编号))?' +
        `${decoration}{0,4}[:：=#.-]?${decoration}{0,4}[\\s([{"'\`*_]{0,3}${archive}$`,
      'i',
    ),
  ],
];

/** @param before the text before an id; its last `idReach` characters are enough */
export function idContext(before: string): IdContext | undefined {
  const usual = usualAddresses.find((address) => before.endsWith(address));
  if (usual !== undefined) return { syntax: 'url', length: usual.length };
  for (const [syntax, pattern] of contexts) {
    const match = pattern.exec(before);
    if (match) return { syntax, length: match[0].length };
  }
  return undefined;
}

/** What parts the ids of a list behind one prefix: `arXiv:A, B and C`, `A、B 和 C`. */
const listed =
  /^\s{0,2}(?:[,;，；、]\s{0,2}(?:(?:and|or|und|et|y|e|и|和|及)\s{1,2})?|(?:and|or|und|et|y|e|и|\\?&)\s{1,2}|[和及与]\s{0,2})$/;

/**
 * The context of an id that goes on with a list: `id_list=ID,ID`, `arXiv:ID, ID and ID`.
 * @param last what was found directly before
 * @param between the text between the two; '' tells of none
 * @param length from the start of the last one's whole form to the id
 */
export function continuedContext(
  last: { readonly syntax: MentionSyntax },
  between: string,
  length: number,
): IdContext | undefined {
  if (last.syntax === 'url' && between === ',') return { syntax: 'url', length };
  // Of a list behind a prefix, each id stands for itself.
  if (last.syntax === 'prefix' && listed.test(between)) return { syntax: 'prefix', length: 0 };
  return undefined;
}
