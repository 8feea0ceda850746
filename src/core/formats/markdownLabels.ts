import type { Lines } from '../lines.js';
import { shownText } from './htmlContent.js';

/** A stretch of lines; `to` exclusive. */
export interface Block {
  readonly lines: Lines;
  readonly from: number;
  readonly to: number;
}

/** What a labelled text tells of its paper; `field` is a model's own text, `nothing` of no use. */
export type Role =
  | 'authors'
  | 'categories'
  | 'id'
  | 'date'
  | 'summary'
  | 'abstract'
  | 'comment'
  | 'field'
  | 'nothing';

/** The words of generators in all their languages, in lower case and without signs before them. */
const wordsOf: Readonly<Partial<Record<Role, readonly string[]>>> = {
  authors: ['authors', 'author', '作者', '作者列表', '저자', '著者'],
  categories: ['categories', 'category', 'arxiv categories', 'subjects', '类别', '分类', '领域'],
  id: ['arxiv id', 'arxiv', 'link', 'links', 'paper link', 'arxiv link', 'url', 'pdf', '链接'],
  date: ['date', 'published', 'published date', 'submitted', '日期', '发布日期', '发表日期'],
  summary: ['tl;dr', 'tldr', 'summary', '总结', '一句话总结', '一句话要点', '一句话结论'],
  abstract: ['abstract', '摘要', '摘要（原文）', '英文摘要'],
  comment: ['comments'],
};
const roles: ReadonlyMap<string, Role> = new Map(
  Object.entries(wordsOf).flatMap(([role, words]) =>
    [...words, ...words.map(capitalised)].map((word): [string, Role] => [word, role as Role]),
  ),
);

/** As most generators write them, so that most labels are found at once. */
function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export function roleOf(label: string): Role {
  const role = roles.get(label);
  if (role !== undefined) return role;
  return roles.get(label.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()) ?? 'field';
}

/** One text of an entry. */
export interface Piece {
  /** As written, without colon and emphasis; undefined for text that stands under no label. */
  readonly label: string | undefined;
  readonly role: Role;
  readonly line: number;
  /** Where the text begins in its first line. */
  readonly character: number;
  readonly endLine: number;
}

const boldLabel = /^\s{0,8}(?:[-*+] {1,3})?\*\*([^*:：]{1,40})(?:\*\*\s?[:：]|[:：]\s?\*\*)\s*/;
/** `- Authors: A, B`: without emphasis only words of the table above are labels. */
const plainLabel = /^\s{0,8}(?:[-*+] {1,3})?(\p{L}[\p{L} ;]{1,20})[:：]\s*/u;
const colon = /[:：]/;
/** No plain label ends behind it, its colon included: in UTF-16 code units, of which a letter may take two. */
const plainReach = 60;
const summaryTag = /^\s*(?:<details[^<>]*>\s*)?<summary>([^<>]{1,40})<\/summary>\s*/;
const headingMark = /^#{2,6}\s+/;
/** With what a line begins whose label has a mark before it. */
const marksLabel = /[*#<\s\-+]/;
/** These are told in one paragraph; what follows it stands under no label. */
const short: ReadonlySet<Role> = new Set(['authors', 'categories', 'id', 'date', 'nothing']);

interface FoundLabel {
  readonly label: string;
  readonly role: Role;
  readonly end: number;
}

/**
 * Cuts a block into its labelled texts, in their order. Cost: one look at the first characters of each
 * line.
 * @param known the labels of fields to be seen; without it, every label in bold and every heading
 */
export function piecesOf({ lines, from, to }: Block, known?: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let label: string | undefined;
  let role: Role = 'nothing';
  let start = -1;
  let character = 0;
  const close = (endLine: number): void => {
    if (start !== -1) pieces.push({ label, role, line: start, character, endLine });
    start = -1;
  };
  for (let line = from; line < to; line++) {
    if (lines.isBlank(line)) {
      if (start !== -1 && label !== undefined && short.has(role)) close(line);
      continue;
    }
    const found = labelAt(lines, line, known);
    if (found) {
      close(line);
      ({ label, role, end: character } = found);
      start = line;
    } else if (start === -1) {
      // Text without a label goes on over blank lines, up to the next label.
      label = undefined;
      role = 'field';
      start = line;
      character = 0;
    }
  }
  close(to);
  return pieces;
}

function labelAt(
  lines: Lines,
  line: number,
  known: ReadonlySet<string> | undefined,
): FoundLabel | undefined {
  const first = lines.text[lines.start(line)] ?? '';
  const text = lines.line(line);
  if (first === '#') {
    const mark = headingMark.exec(text)?.[0].length;
    return mark === undefined ? undefined : taken(text.slice(mark).trim(), text.length, known);
  }
  const marked = marksLabel.test(first) ? (boldLabel.exec(text) ?? summaryTag.exec(text)) : null;
  if (marked) return taken((marked[1] ?? '').trim(), marked[0].length, known);
  if (!colon.test(text.slice(0, plainReach))) return undefined;
  const plain = plainLabel.exec(text);
  const label = (plain?.[1] ?? '').trim();
  const role = roleOf(label);
  return plain && role !== 'field' ? { label, role, end: plain[0].length } : undefined;
}

function taken(
  label: string,
  end: number,
  known: ReadonlySet<string> | undefined,
): FoundLabel | undefined {
  const role = roleOf(label);
  if (label === '' || (role === 'field' && known?.has(label) === false)) return undefined;
  return { label, role, end };
}

const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const tagsOnly = /^\s*(?:<[^<>]*>\s*)+$/;
const linksOnly = /^\s*\[[^\]]*\]\([^)]*\)(?:\s*[|·]\s*\[[^\]]*\]\([^)]*\))*\s*$/;

/** A line that a template sets between texts: a rule, tags, links to pages of the paper. */
function isTemplate(text: string): boolean {
  return rule.test(text) || tagsOnly.test(text) || linksOnly.test(text);
}

/** A line in tags shows what is between them. */
const inTags = /^\s*<[a-z][^<>]*>.*>\s*$/;

/** The text of a piece, without the template's lines and without the marks of a quotation. */
export function pieceText({ lines }: Block, piece: Piece): string {
  const [first = '', ...rest] = lines.slice(piece.line, piece.endLine).split('\n');
  const own = first.slice(piece.character);
  const texts = rest.filter((text) => !isTemplate(text));
  // What stands beside a label is its text, were it a link.
  if (piece.label !== undefined || !isTemplate(own)) texts.unshift(own);
  const filled = texts.filter((text) => text.trim() !== '');
  const quoted = filled.length > 0 && filled.every((text) => text.trimStart().startsWith('>'));
  return texts
    .map((text) => (quoted ? text.replace(/^\s*> ?/, '') : text).trimEnd())
    .map((text) => (inTags.test(text) ? shownText(text) : text))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
