import { bracketPairs } from './brackets.js';
import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyList,
  KeyPlace,
  Scanned,
} from './citationGroup.js';
import { citeCommand } from './latexCommands.js';
import { overwrite, overwriteUrls, type Stretch } from './silence.js';

/** Org's citations (`[cite/t:see @a p. 3; @b]`) and org-ref's links, old and new. */
export const orgScanner: CitationScanner = { silence: silenceOrg, find: findInOrg, placeAt };

/** What `org-element-citation-key-re` allows in a key. */
const keySign = "[-.:?!`'/*@+|(){}<>&_^$#%~\\p{L}\\p{N}\\p{M}]";
const orgKey = new RegExp(`(?<![\\p{L}\\p{N}])@(?<key>${keySign}+)`, 'gu');
const openOrg = /\[cite(?<style>\/[\w/-]{0,40})?:/g;
/** What org-ref takes for a key. */
const refSign = "[\\w:./+'-]";
const newRef = /&(?<key>[\w:.\/+'-]*[\w\/+'-])/g;
const refLink = /(?<![\w/:-]|(?<!\[)\[)(?<name>[A-Za-z]{4,20})\*?:(?=[&\w])/g;

/** Blocks of code and examples, fixed-width lines, comments, `=verbatim=` and `~code~`, addresses. */
function silenceOrg(text: string): string {
  const blocks: Stretch[] = [];
  let open: { readonly start: number; readonly name: string } | undefined;
  const line =
    /^[ \t]*(?:#\+(?<edge>begin|end)_(?<name>src|example|export|comment)\b[^\n]*|(?<silent>(?:#|:)(?:[ \t][^\n]*)?\r?)$)/gim;
  for (const match of text.matchAll(line)) {
    const { edge, silent } = match.groups ?? {};
    const name = match.groups?.['name']?.toLowerCase() ?? '';
    const end = match.index + match[0].length;
    if (open) {
      if (edge?.toLowerCase() !== 'end' || name !== open.name) continue;
      blocks.push({ start: open.start, end });
      open = undefined;
    } else if (edge?.toLowerCase() === 'begin') open = { start: match.index, name };
    else if (silent !== undefined) blocks.push({ start: match.index, end });
  }
  const masked = overwrite(text, blocks);
  return overwriteUrls(overwrite(masked, emphasised(masked)));
}

/** `=verbatim=` and `~code~` within a line, by Org's rule of what may stand around the signs. */
function emphasised(text: string): Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly at: number; readonly sign: string } | undefined;
  const before = /^$|[\s\-("'{]/;
  const after = /^$|[\s\-.,:!?;'")}\[\\]/;
  for (const match of text.matchAll(/[=~]|\n/g)) {
    const at = match.index;
    const sign = match[0];
    if (sign === '\n') open = undefined;
    else if (open?.sign === sign && at > open.at + 1) {
      if (/\s/.test(text[at - 1] ?? ' ') || !after.test(text[at + 1] ?? '')) continue;
      found.push({ start: open.at, end: at + 1 });
      open = undefined;
    } else if (!open && before.test(text[at - 1] ?? '') && /\S/.test(text[at + 1] ?? '')) {
      open = { at, sign };
    }
  }
  return found;
}

const orgList: KeyList = {
  open: /^\[cite[^:]*:\s*/,
  separator: ';',
  alone: ['@'],
  close: /\s*\]$/,
};
const pathEnd = /(?:\s*\](?:\[[^[\]]*\])?\])?$/;
const pathStart = /^(?:\[\[)?[^:]*:\s*/;
const newRefList: KeyList = { open: pathStart, separator: ';', alone: ['&'], close: pathEnd };
const oldRefList: KeyList = { open: pathStart, separator: ',', alone: [''], close: pathEnd };

function findInOrg({ text }: Scanned): readonly CitationGroup[] {
  const pairs = bracketPairs(text, '[');
  const groups: CitationGroup[] = [];
  for (const match of text.matchAll(openOrg)) {
    const start = match.index;
    const pair = pairs.get(start);
    const from = start + match[0].length;
    if (!pair) continue;
    const inner = text.slice(from, pair.close);
    // Citations do not nest; the inner one is found by itself.
    if (inner.includes('[cite')) continue;
    const keys = keysIn(inner, from, orgKey, 1);
    const style = match.groups?.['style'] ?? '';
    if (keys.length === 0) continue;
    const narrative = /^\/(?:t|text)(?:\/|$)/.test(style);
    groups.push({ start, end: pair.close + 1, keys, narrative, certain: true, list: orgList });
  }
  return [...groups, ...findReferences(text)].sort((a, b) => a.start - b.start);
}

function keysIn(text: string, from: number, pattern: RegExp, lead: number): CitedKey[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const key = match.groups?.['key'] ?? '';
    const start = from + match.index + lead;
    return { key, start, end: start + key.length };
  });
}

/** No list of keys is longer. */
const farthest = 5000;

/** `cite:a,b`, `cite:&a;&b`, `[[citet:see &a p. 3;&b][text]]`. */
function findReferences(text: string): CitationGroup[] {
  const groups: CitationGroup[] = [];
  let behind = 0;
  for (const match of text.matchAll(refLink)) {
    const command = citeCommand(match.groups?.['name'] ?? '');
    const at = match.index;
    // What looks like a link inside of a link's path is a part of it.
    if (!command || at < behind) continue;
    const from = at + match[0].length;
    const path = pathOf(text, at, from);
    if (!path) continue;
    const { body, linkEnd } = path;
    behind = from + body.length;
    // `[cite:@a]` has its `@`, and is not one of these.
    const keys = body.includes('&')
      ? keysIn(body, from, newRef, 1)
      : keysIn(body, from, /(?<=^|,)\s*(?<key>[\w:.\/+'-]*[\w\/+'-])/g, 0).map(trimmed);
    const last = keys.at(-1);
    if (!last) continue;
    const end = linkEnd ?? last.end;
    const start = linkEnd === undefined ? at : at - 2;
    const { narrative } = command;
    const list = body.includes('&') ? newRefList : oldRefList;
    groups.push({ start, end, keys, narrative, certain: true, list });
  }
  return groups;
}

/**
 * What stands behind the colon of a link: up to a blank, or, of a link in brackets, up to their end;
 * undefined when they have none.
 */
function pathOf(
  text: string,
  at: number,
  from: number,
): { readonly body: string; readonly linkEnd?: number } | undefined {
  const rest = text.slice(from, from + farthest);
  if (text.slice(at - 2, at) !== '[[') {
    return { body: /^[^\s[\](){}\u0001]*/.exec(rest)?.[0] ?? '' };
  }
  const body = /^[^[\]]*/.exec(rest)?.[0] ?? '';
  const tail = /(?:\]\[[^[\]\n]*)?\]\]/y;
  tail.lastIndex = from + body.length;
  return tail.test(text) ? { body, linkEnd: tail.lastIndex } : undefined;
}

/** A blank before the key was matched with it. */
function trimmed(key: CitedKey): CitedKey {
  return { ...key, start: key.end - key.key.length };
}

const typedKey = new RegExp(`(?<![\\p{L}\\p{N}])@(?<key>${keySign}*)$`, 'u');
const typedRef = new RegExp(
  `(?<![\\w/:-]|(?<!\\[)\\[)(?<name>[A-Za-z]{4,20})\\*?:(?<list>(?:&?${refSign}*[,;])*&?)(?<key>${refSign}*)$`,
);
const typedInLink = new RegExp(`\\[\\[(?<name>[A-Za-z]{4,20})\\*?:[^[\\]]*&(?<key>${refSign}*)$`);
const restOfKey = new RegExp(`^${keySign}*`, 'u');
const restOfRef = new RegExp(`^${refSign}*`);

function placeAt({ text }: Scanned, offset: number): KeyPlace | undefined {
  const before = text.slice(Math.max(0, offset - 2000), offset);
  const after = text.slice(offset, offset + 300);
  const open = before.lastIndexOf('[cite');
  const key = typedKey.exec(before)?.groups?.['key'];
  if (
    key !== undefined &&
    open !== -1 &&
    /^\[cite(?:\/[\w/-]*)?:[^\]]*$/.test(before.slice(open))
  ) {
    const rest = restOfKey.exec(after)?.[0] ?? '';
    return place(offset, key, rest, new RegExp(`^${keySign}+$`, 'u'));
  }
  const near = before.slice(-600);
  const found = (typedRef.exec(near) ?? typedInLink.exec(near))?.groups;
  if (!found || !citeCommand(found['name'] ?? '')) return undefined;
  const rest = restOfRef.exec(after)?.[0].replace(/[.:]+$/, '') ?? '';
  return place(offset, found['key'] ?? '', rest, new RegExp(`^${refSign}+$`));
}

function place(offset: number, typed: string, rest: string, whole: RegExp): KeyPlace {
  return {
    start: offset - typed.length,
    end: offset + rest.length,
    write: (key) => (whole.test(key) ? key : undefined),
  };
}
