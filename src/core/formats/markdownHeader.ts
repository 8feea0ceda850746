import { findIds, parseArxivId, type FoundId, type Month } from '../arxivId.js';

/** A Markdown link in a line; offsets are UTF-16 code units, ends exclusive. */
export interface Link {
  readonly titleStart: number;
  readonly title: string;
  readonly urlStart: number;
  readonly url: string;
  /** Behind the closing bracket. */
  readonly end: number;
}

/**
 * The link that begins at `from`. Titles hold brackets of their own: its end is where they balance,
 * else the first `](http`, else the last `](`.
 */
export function linkAt(text: string, from: number): Link | undefined {
  if (text[from] !== '[') return undefined;
  const middle = middleOf(text, from);
  if (middle === -1) return undefined;
  const urlStart = middle + 2;
  const end = text.indexOf(')', urlStart);
  if (end === -1) return undefined;
  return {
    titleStart: from + 1,
    title: text.slice(from + 1, middle),
    urlStart,
    url: text.slice(urlStart, end),
    end: end + 1,
  };
}

function middleOf(text: string, from: number): number {
  // Hardly a title holds a bracket.
  const first = text.indexOf(']', from);
  if (text[first + 1] === '(' && text.lastIndexOf('[', first) === from) return first;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) {
      if (text[at + 1] === '(') return at;
      break;
    }
  }
  const web = text.indexOf('](http', from);
  const last = web === -1 ? text.lastIndexOf('](') : web;
  return last > from ? last : -1;
}

/** An id as it stands in a text. */
export type WrittenId = Pick<FoundId, 'id' | 'version' | 'idStart' | 'idEnd'>;

/** The usual addresses, whose ids need no search. */
const usualAddress = /^https?:\/\/arxiv\.org\/(?:abs|pdf)\//;

/** The id in a link's address; what its title quotes is none. */
export function idOfLink(text: string, link: Link, latest?: Month): WrittenId | undefined {
  const page = usualAddress.exec(link.url)?.[0].length;
  if (page !== undefined) {
    const id = parseArxivId(link.url.slice(page), latest);
    const idStart = link.urlStart + page;
    // Nobody else has this id: to copy it would take longer than to read it did.
    if (id) return Object.assign(id, { idStart, idEnd: link.urlStart + link.url.length });
  }
  if (!/\d{4}\.\d{4}|\/\d{7}/.test(link.url)) return undefined;
  return findIds(text.slice(0, link.end), latest).find(({ idStart }) => idStart >= link.urlStart);
}

/** `10.1000/182` in lower case from the address of a DOI that is not arXiv's own. */
export function doiOfUrl(url: string): string | undefined {
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i.exec(url)?.[1]?.toLowerCase();
  return doi?.startsWith('10.48550/arxiv.') === true ? undefined : doi;
}

/** Without the emphasis and code marks around it. */
export function plainTitle(title: string): string {
  const plain = title.trim();
  if (!/^[*_`]|[^\S ]/.test(plain) && !plain.includes('  ')) return plain;
  return plain.replace(/^(\*{1,3}|_{1,3}|`)(?=\S)(.*\S)\1$/s, '$2').replace(/\s+/g, ' ');
}
