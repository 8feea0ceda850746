import { findIds, type Month } from '../arxivId.js';
import type { Lines } from '../lines.js';
import { between } from './between.js';
import type { EntryHeader } from './labelledEntries.js';
import { idOfLink, linkAt, plainTitle, type Link } from './markdownHeader.js';

/** Where an entry of unknown make names its paper: in a link, in its text, or in a line below it. */
export type HeaderKind = 'link' | 'text' | 'below';

export interface GenericHeader extends EntryHeader {
  readonly kind: HeaderKind;
}

const headingMark = /^#{1,6}\s+/;
const itemMark = /^(?:[-*+]|\d{1,4}[.)])\s+/;
/** A person's list of things to do, or to read. */
const task = /^\[[ xX]\]\s/;
const number = /^(?:\*\*)?(?:\[\d{1,4}\]|#?\d{1,4}[.)、:：])\s*/;

/** 1 to 6 for a heading, 0 for an item that is not indented. */
export function markLevel(lines: Lines, line: number): number | undefined {
  const first = lines.text[lines.start(line)] ?? '';
  if (first === '#') {
    const mark = headingMark.exec(lines.line(line))?.[0];
    return mark?.trimEnd().length;
  }
  return /[-*+\d]/.test(first) && itemMark.test(lines.line(line)) ? 0 : undefined;
}

/**
 * Reads a heading or an item as the header of an entry: a title and exactly one id in a place made for
 * ids. undefined for all others. Cost: its line and at most a few below it.
 */
export function genericHeader(
  lines: Lines,
  line: number,
  latest?: Month,
): GenericHeader | undefined {
  const level = markLevel(lines, line);
  if (level === undefined) return undefined;
  const text = lines.line(line);
  const mark = (level === 0 ? itemMark : headingMark).exec(text)?.[0].length ?? 0;
  if (task.test(text.slice(mark))) return undefined;
  const start = mark + (number.exec(text.slice(mark))?.[0].length ?? 0);
  const links = linksOf(text, start);
  const linked = links.flatMap((link) => {
    const id = idOfLink(text, link, latest);
    return id ? [{ link, id }] : [];
  });
  const [first] = linked;
  if (first) {
    if (linked.some(({ id }) => id.id !== first.id.id)) return undefined;
    const titled = linked.find(({ link }) => isTitle(link.title));
    const title = titled ? titleIn(text, titled.link) : titleBefore(text, start, links[0]);
    return title && { ...title, id: (titled ?? first).id, kind: 'link' };
  }
  if (level === 0) return boldTitle(lines, line, start, latest);
  return idInHeading(text, start, latest) ?? idBelow(lines, line, start, level, latest);
}

/** More than these are no header. */
const mostLinks = 12;

function linksOf(text: string, from: number): Link[] {
  const links: Link[] = [];
  let at = text.indexOf('[', from);
  for (let tries = 0; at !== -1 && tries < mostLinks; tries++) {
    const link = linkAt(text, at);
    if (link) links.push(link);
    at = text.indexOf('[', link?.end ?? at + 1);
  }
  return links;
}

const labels =
  /^(?:arxiv|pdf|paper|papers|abs|abstract|html|link|links|code|github|project(?: page)?|website|here|论文|链接|原文|代码)(?:[\s:：]*(?:link|page|url|链接))?$/i;

/** Two words or more, or Chinese: a name of one word is that of a model, a label or a person. */
export function isTitle(text: string): boolean {
  const plain = plainTitle(text);
  if (plain.length < 8 || plain.length > 400 || labels.test(plain)) return false;
  if (!/\S\s+\S|\p{Script=Han}{4}/u.test(plain)) return false;
  return !/^(?:arxiv[:\s]*)?\d{4}\.\d{4,5}/i.test(plain);
}

type Title = Pick<EntryHeader, 'title' | 'titleStart' | 'titleEnd'>;

function titleIn(text: string, link: Link): Title {
  return place(text, plainTitle(link.title), link.titleStart, link.titleStart + link.title.length);
}

function place(text: string, title: string, from: number, to: number): Title {
  const at = text.indexOf(title, from);
  if (at === -1) return { title, titleStart: from, titleEnd: to };
  return { title, titleStart: at, titleEnd: at + title.length };
}

/** `**Title** [[paper](…)]`: what stands before the first link. */
function titleBefore(text: string, start: number, link: Link | undefined): Title | undefined {
  if (!link) return undefined;
  return cleaned(text, start, link.titleStart - 1);
}

const before = /^[\s\p{S}\p{P}]+/u;
const openPunctuation = /^[\s*_`"“「《:：,，|·–—-]+/u;
const closePunctuation = new Set(' \t*_`"”」》:：,，.。|·–—-([{');

/** The title within a stretch of a line, without the punctuation that parts it from the rest. */
function cleaned(text: string, from: number, to: number): Title | undefined {
  const bold = between(text.slice(from, to), '**', '**')?.trim();
  if (bold !== undefined && isTitle(bold)) return place(text, bold, from, to);
  let end = to;
  while (end > from && closePunctuation.has(text[end - 1] ?? '')) end--;
  const skipped = openPunctuation.exec(text.slice(from, end))?.[0].length ?? 0;
  const title = text.slice(from + skipped, end).replace(/\s+/g, ' ');
  return isTitle(title) ? place(text, title, from + skipped, end) : undefined;
}

/** `## Title (arXiv:2601.01234)`. */
function idInHeading(text: string, start: number, latest?: Month): GenericHeader | undefined {
  const ids = findIds(text, latest).filter(({ idStart }) => idStart >= start);
  const [id] = ids;
  if (!id || ids.some((other) => other.id !== id.id)) return undefined;
  const title = cleaned(text, start, id.start) ?? cleaned(text, id.end, text.length);
  return title && { ...title, id, kind: 'text' };
}

/** How many lines that are not blank are looked at below a heading. */
const below = 8;
/** What may stand before an id in a line of its own. */
const idWords =
  /arxiv|\bid\b|paper|论文|链接|地址|原文|links?\b|\burl\b|\bpdf\b|\babs\b|source|identifier|来源/giu;

function idBelow(
  lines: Lines,
  line: number,
  start: number,
  level: number,
  latest?: Month,
): GenericHeader | undefined {
  const text = lines.line(line);
  const title = cleaned(text, start, text.length);
  if (!title) return undefined;
  let next = line + 1;
  for (let seen = 0; seen < below; seen++) {
    next = lines.skipBlank(next);
    if (next >= lines.count || endsBlock(lines, next, level)) return undefined;
    const found = idLine(lines.line(next), latest);
    if (found) return { ...title, id: found, idLine: next, kind: 'below' };
    next++;
  }
  return undefined;
}

function endsBlock(lines: Lines, line: number, level: number): boolean {
  const first = lines.text[lines.start(line)] ?? '';
  return level === 0 ? first !== ' ' && first !== '\t' : first === '#';
}

const hint = /\d{4}\.\d{4}|\/\d{7}/;

function idLine(text: string, latest?: Month): ReturnType<typeof findIds>[number] | undefined {
  if (!hint.test(text)) return undefined;
  const ids = findIds(text, latest);
  const [id] = ids;
  if (!id || ids.some((other) => other.id !== id.id)) return undefined;
  const bracket = text.indexOf('[');
  const head = text.slice(0, bracket === -1 ? id.start : Math.min(bracket, id.start));
  if (head.length > 40) return undefined;
  return head.replace(idWords, '').replace(before, '').trim() === '' ? id : undefined;
}

/** An item of several lines, whose title is bold. */
function boldTitle(
  lines: Lines,
  line: number,
  start: number,
  latest?: Month,
): GenericHeader | undefined {
  return lines.line(line).startsWith('**', start)
    ? idBelow(lines, line, start, 0, latest)
    : undefined;
}
