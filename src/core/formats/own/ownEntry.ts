import { arxivKey, findIds, parseArxivId, type Month } from '../../arxivId.js';
import type { DigestEntry } from '../../digest.js';
import type { Lines } from '../../lines.js';
import type { AiField, EntryBody, PaperFacts } from '../../paper.js';
import type { TextRange } from '../../text.js';
import { titleKey } from '../../title.js';
import type { LineMatch } from './pattern.js';
import type { Patterns } from './patterns.js';
import { factKeys, type FactKey } from './recipe.js';

/** A stretch of one line that tells something. */
interface Told {
  readonly text: string;
  readonly line: number;
  readonly start: number;
}

export interface OwnEntry {
  readonly facts: PaperFacts;
  readonly nameRange: TextRange;
  /** As the entry's first line writes it. */
  readonly date: string | undefined;
  readonly body: () => EntryBody;
}

/** Why a line that looks like the beginning of an entry is none. */
export interface NoEntry {
  readonly noId: string;
}

/**
 * Reads an entry of a format of one's own.
 * @param from its first line
 * @param to behind its last line
 * @param latest ids of later months are refused
 * @returns undefined when its first line begins no entry
 */
export function readOwnEntry(
  lines: Lines,
  from: number,
  to: number,
  patterns: Patterns,
  latest?: Month,
): OwnEntry | NoEntry | undefined {
  const header = patterns.entry.match(lines.line(from));
  if (!header) return undefined;
  const parts = findParts(lines, from + 1, to, patterns);
  const told = (key: FactKey): Told | undefined => {
    const group = header.groups.get(key);
    if (group && group.text.trim() !== '') return trimmed({ ...group, line: from });
    return parts.find((part) => part.key === key)?.told;
  };
  const id = told('id');
  const name = id && nameIn(lines.line(id.line), id, latest);
  if (id && !name) return { noId: id.text };
  const title = told('title');
  const shownTitle = title?.text ?? name?.id ?? name?.doi;
  const named = name ?? title;
  if (shownTitle === undefined || named === undefined) return undefined;
  const { id: arxiv, version, doi } = name ?? {};
  const category = told('category')?.text;
  return {
    facts: {
      key:
        arxiv !== undefined
          ? arxivKey(arxiv)
          : doi !== undefined
            ? `doi:${doi}`
            : titleKey(shownTitle),
      ...(arxiv !== undefined && { id: arxiv }),
      ...(version !== undefined && { version }),
      ...(doi !== undefined && { doi }),
      title: shownTitle,
      authors: splitAuthors(told('authors')?.text ?? ''),
      ...(category !== undefined && { category }),
    },
    nameRange: {
      startLine: named.line,
      startCharacter: named.start,
      endLine: named.line,
      endCharacter: named.start + named.text.length,
    },
    date: header.groups.get('date')?.text,
    body: () => bodyOf(lines, endOfTexts(lines, from, to, patterns), parts),
  };
}

/** A line that a pattern has marked, and where on it begins what it tells. */
interface Part {
  readonly key: FactKey | 'summary' | 'abstract' | 'field';
  /** Of a field: its key in the setting. Of a summary: as written. */
  readonly label: string;
  readonly line: number;
  readonly told: Told;
}

/** Each once: a second line of a kind is a sentence inside a text. */
function findParts(lines: Lines, from: number, to: number, patterns: Patterns): Part[] {
  const missing = new Set(patterns.parts);
  const parts: Part[] = [];
  for (let line = from; line < to && missing.size > 0; line++) {
    if (lines.isBlank(line)) continue;
    const text = lines.line(line);
    for (const wanted of missing) {
      const match = wanted.pattern.match(text);
      if (!match) continue;
      missing.delete(wanted);
      const told = isFact(wanted.key)
        ? trimmed({ ...groupOrRest(match, text, wanted.key), line })
        : { ...firstOrRest(match, text), line };
      const label = wanted.label ?? written(text.slice(match.start, told.start));
      parts.push({ key: wanted.key, label, line, told });
      break;
    }
  }
  return parts;
}

function isFact(key: Part['key']): key is FactKey {
  return (factKeys as readonly string[]).includes(key);
}

/** The group of that name; where the pattern has none, all that stands behind the match. */
export function groupOrRest(
  match: LineMatch,
  text: string,
  name: string,
): { readonly text: string; readonly start: number } {
  return match.groups.get(name) ?? { text: text.slice(match.end), start: match.end };
}

/** A text goes on to the next part, so that a group can only say where it begins. */
function firstOrRest(match: LineMatch, text: string): { text: string; start: number } {
  const [group] = match.groups.values();
  const start = group?.start ?? match.end;
  return { text: text.slice(start), start };
}

function trimmed({ text, line, start }: Told): Told {
  const begin = text.length - text.trimStart().length;
  return { text: text.trim(), line, start: start + begin };
}

/** A label without what makes it look like one. */
function written(label: string): string {
  return label.replace(/^[\s#>*_`:：-]+|[\s*_`:：-]+$/g, '') || 'TL;DR';
}

/** The line that ends an entry is a part of it, but of none of its texts. */
function endOfTexts(lines: Lines, from: number, to: number, { end }: Patterns): number {
  const last = to - 1;
  return last > from && end?.test(lines.line(last)) ? last : to;
}

function bodyOf(lines: Lines, to: number, parts: readonly Part[]): EntryBody {
  const texts = parts.map(({ key, label, line, told }, at) => {
    const rest = lines.slice(line, parts[at + 1]?.line ?? to).slice(told.start);
    return { key, label, text: rest.replace(/^(?:[^\S\n]*\n)+/, '').trim() };
  });
  const summary = texts.find(({ key }) => key === 'summary');
  const abstract = texts.find(({ key }) => key === 'abstract')?.text ?? '';
  return {
    ...(summary && { summary: aiField(summary) }),
    fields: texts.filter(({ key }) => key === 'field').map(aiField),
    ...(abstract !== '' && { abstract }),
  };
}

function aiField({ label, text }: { readonly label: string; readonly text: string }): AiField {
  return text === '' ? { label, text, failed: true } : { label, text };
}

type Name = Told & Pick<DigestEntry, 'id' | 'version' | 'doi'>;

const doiInText = /\b10\.\d{4,9}\/[^\s<>"]{1,200}/;

/** The identifier in what a pattern has taken for one: bare, in an address, or a DOI. */
function nameIn(lineText: string, { text, line, start }: Told, latest?: Month): Name | undefined {
  const bare = parseArxivId(text, latest);
  if (bare) return { ...bare, text, line, start };
  const found = findIds(lineText, latest).find(
    ({ idStart, idEnd }) => idStart >= start && idEnd <= start + text.length,
  );
  if (found) {
    const { id, version, idStart, idEnd } = found;
    const names = { id, ...(version !== undefined && { version }) };
    return { ...names, text: lineText.slice(idStart, idEnd), line, start: idStart };
  }
  const doi = doiInText.exec(text);
  if (!doi) return undefined;
  const [written] = doi;
  return { doi: written.toLowerCase(), text: written, line, start: start + doi.index };
}

const generation = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;

/** Names with commas of their own are parted by semicolons. */
function splitAuthors(text: string): string[] {
  const parts = text.split(text.includes(';') ? ';' : /,|、|\s(?:and|&)\s/);
  const authors: string[] = [];
  for (const part of parts) {
    const name = part.replace(/^[\s*_]+|[\s*_]+$/g, '').replace(/^and\s/, '');
    const before = authors.at(-1);
    if (before !== undefined && generation.test(name)) {
      authors[authors.length - 1] = `${before}, ${name}`;
    } else if (name !== '') authors.push(name);
  }
  return authors;
}
