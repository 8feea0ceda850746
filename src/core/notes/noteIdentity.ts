import { arxivKey, findIds } from '../arxivId.js';
import type { PaperFacts, PaperKey } from '../paper.js';
import { texToText } from '../render/texToText.js';
import { normalisedTitle } from '../title.js';
import { findFrontMatter } from './frontMatter.js';

/** Whose note a document is, as its front matter says. */
export interface NoteIdentity {
  /** By the arXiv id, else the DOI. */
  readonly paper?: PaperKey;
  readonly citationKey?: string;
  /** Normalised. */
  readonly title?: string;
}

/** Names without case, `-` and `_`. */
const idNames = new Set(['arxiv', 'arxivid', 'eprint']);
const keyNames = new Set(['citekey', 'citationkey', 'bibkey']);
const member = /(?:^|[\r\n])([A-Za-z][\w-]*)[ \t]*:[ \t]+([^\r\n]+)/g;

/**
 * Reads the top-level lines of the front matter, without a YAML parser: it is asked of every document
 * of the workspace. undefined for a document that names no paper there.
 */
export function noteIdentity(text: string): NoteIdentity | undefined {
  const block = findFrontMatter(text);
  if (!block) return undefined;
  let id: string | undefined;
  let doi: string | undefined;
  let citationKey: string | undefined;
  let title: string | undefined;
  for (const [, name = '', written = ''] of text.slice(block.start, block.end).matchAll(member)) {
    const value = scalar(written);
    const plain = name.toLowerCase().replace(/[-_]/g, '');
    if (value === '') continue;
    if (idNames.has(plain)) id ??= findIds(`arxiv:${value.replace(/^arxiv:\s*/i, '')}`)[0]?.id;
    else if (plain === 'doi') doi ??= /\b10\.\d{4,9}\/\S+$/.exec(value)?.[0].toLowerCase();
    else if (keyNames.has(plain)) citationKey ??= value.replace(/^@/, '');
    else if (plain === 'title') title ??= normalisedTitle(value);
  }
  id ??= doi?.startsWith('10.48550/arxiv.') === true ? findIds(`doi:${doi}`)[0]?.id : undefined;
  const paper: PaperKey | undefined =
    id !== undefined ? arxivKey(id) : doi !== undefined ? `doi:${doi}` : undefined;
  if (paper === undefined && citationKey === undefined && title === undefined) return undefined;
  return {
    ...(paper !== undefined && { paper }),
    ...(citationKey !== undefined && { citationKey }),
    ...(title !== undefined && { title }),
  };
}

/** How sure a document is a paper's note: by its id, wherever it lies, else by its key or title. */
export type NoteMatch = 'id' | 'name';

/**
 * Tells a paper's notes among documents. A note that gives an id is the note of that paper alone; of
 * the others the title decides, then the key.
 * @param citationKey that a note of the paper would have
 */
export function noteMatcher(
  paper: PaperFacts,
  citationKey: string,
): (note: NoteIdentity | undefined) => NoteMatch | undefined {
  const ids = new Set([paper.key, paper.doi !== undefined && `doi:${paper.doi}`]);
  const titles = new Set([paper.title, texToText(paper.title)].map(normalisedTitle));
  return (note) => {
    if (!note) return undefined;
    if (note.paper !== undefined) return ids.has(note.paper) ? 'id' : undefined;
    const isNamed =
      note.title === undefined ? note.citationKey === citationKey : titles.has(note.title);
    return isNamed ? 'name' : undefined;
  };
}

/** A plain or quoted scalar of one line, its comment cut off. */
function scalar(written: string): string {
  const quoted = /^(["'])(.*?)\1[ \t]*(?:#.*)?$/.exec(written);
  const [, quote, inside = ''] = quoted ?? [];
  if (quote === "'") return inside.replaceAll("''", "'");
  if (quote === '"') return unescaped(inside);
  return written.replace(/[ \t]#.*$/, '').trim();
}

function unescaped(inside: string): string {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return inside;
  }
}
