import type { CitedPaper } from './citedPaper.js';
import {
  authorsPart,
  capitalised,
  titlePart,
  yearPart,
  type KeyLetters,
  type KeyRule,
} from './keyParts.js';

/**
 * What is wrong with a template:
 * - empty, noPart []: every paper would get the same key;
 * - unclosedPart [text from the brace], strayBrace []: braces do not match;
 * - unknownPart [name, known names], unknownOption [option, part]: not one of the table;
 * - badCharacter [character]: what no key may hold, so it would be lost.
 */
export interface KeyTemplateProblem {
  readonly kind:
    | 'empty'
    | 'noPart'
    | 'unclosedPart'
    | 'strayBrace'
    | 'unknownPart'
    | 'unknownOption'
    | 'badCharacter';
  /** Where it stands in the template, in UTF-16 code units. */
  readonly at: number;
  readonly args: readonly string[];
}

export type ParsedKeyTemplate =
  { readonly rule: KeyRule } | { readonly problem: KeyTemplateProblem };

/** The words of a part; `count` is what the template asks for, else the part's own default. */
type PartWords = (
  paper: CitedPaper,
  letters: KeyLetters,
  count: number | undefined,
) => readonly string[];

interface Part {
  readonly words: PartWords;
  readonly counts: boolean;
}

/** What may stand in braces, one row each. */
const parts: Readonly<Record<string, Part>> = {
  /** Last name of the first author, or of the first few. */
  author: {
    words: (paper, letters, count = 1) => authorsPart(paper, letters, count),
    counts: true,
  },
  year: { words: (paper) => [yearPart(paper)], counts: false },
  /** `17` */
  shortyear: { words: (paper) => [yearPart(paper).slice(-2)], counts: false },
  /** The first words that are no function words. */
  title: {
    words: (paper, letters, count = 1) => titlePart(paper.title, letters, count),
    counts: true,
  },
  /** `1706.03762`, or `noid` for a paper that is not on arXiv. */
  id: { words: ({ id }) => [id ?? 'noid'], counts: false },
  /** `cs.CL` */
  category: {
    words: ({ category = '' }) => [category.replace(/[^\p{L}\p{N}.-]+/gu, '') || 'uncategorised'],
    counts: false,
  },
};

type WriteWord = (word: string) => string;
const lower: WriteWord = (word) => word.toLowerCase();

/** How the words of a part are written. */
const cases: Readonly<Record<string, WriteWord>> = {
  lower,
  upper: (word) => word.toUpperCase(),
  /** The first letter of each word is a capital, the others are as written. */
  capital: capitalised,
  asis: (word) => word,
};

const mostWords = 20;
const piece = /\{([^{}]*)\}|[{}]|[^{}]/gu;

/**
 * Reads a template of keys: `{author}{year}{title:1}`. In braces stands a part with its options
 * behind colons: how many words, and `lower` (the default), `upper`, `capital` or `asis`. Between the
 * parts may stand letters, digits, and `_ - . : /`.
 */
export function parseKeyTemplate(template: string): ParsedKeyTemplate {
  const writers: KeyRule[] = [];
  let hasPart = false;
  if (template.trim() === '') return { problem: { kind: 'empty', at: 0, args: [] } };
  for (const { 0: text, 1: inside, index: at } of template.matchAll(piece)) {
    if (inside !== undefined) {
      const part = parsePart(inside, at);
      if ('problem' in part) return part;
      writers.push(part.rule);
      hasPart = true;
    } else if (text === '{') {
      return { problem: { kind: 'unclosedPart', at, args: [template.slice(at)] } };
    } else if (text === '}') {
      return { problem: { kind: 'strayBrace', at, args: [] } };
    } else if (!/[\p{L}\p{N}_./:-]/u.test(text)) {
      return { problem: { kind: 'badCharacter', at, args: [text] } };
    } else {
      writers.push(() => text);
    }
  }
  if (!hasPart) return { problem: { kind: 'noPart', at: 0, args: [] } };
  return { rule: (paper, letters) => writers.map((write) => write(paper, letters)).join('') };
}

function parsePart(inside: string, at: number): ParsedKeyTemplate {
  const [name = '', ...options] = inside.split(':').map((each) => each.trim());
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) {
    return { problem: { kind: 'unknownPart', at, args: [name, Object.keys(parts).join(', ')] } };
  }
  let count: number | undefined;
  let write = lower;
  for (const option of options) {
    const known = Object.hasOwn(cases, option) ? cases[option] : undefined;
    const number = /^\d{1,2}$/.test(option) && part.counts ? Number(option) : 0;
    if (known) write = known;
    else if (number >= 1 && number <= mostWords) count = number;
    else return { problem: { kind: 'unknownOption', at, args: [option, name] } };
  }
  const { words } = part;
  return {
    rule: (paper, letters) => words(paper, letters, count).map(write).join(''),
  };
}
