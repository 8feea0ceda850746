import type { CitationGroup, CitedKey, KeyList, KeyPlace } from './citationGroup.js';
import { listItems } from './brackets.js';

/** Roles of sphinxcontrib-bibtex and MyST: `cite`, `cite:p`, `footcite:t`, `citep`. */
const roleName = '(?:foot)?cite[a-z]{0,12}(?::[a-z]{1,20}){0,2}';
const contents = '`(?<contents>[^`]*)`';
export const restRole = new RegExp(`(?<![\\w:\`])(?<mark>:(?<name>${roleName}):)${contents}`, 'gi');
export const mystRole = new RegExp(`(?<mark>\\{(?<name>${roleName})\\})${contents}`, 'gi');
/** A role whose contents are being typed, up to the cursor. */
const openRestRole = new RegExp(`(?<![\\w:\`]):${roleName}:\`(?<contents>[^\`]*)$`, 'i');
const openMystRole = new RegExp(`\\{${roleName}\\}\`(?<contents>[^\`]*)$`, 'i');

/** What a key of a role may hold: not the braces of a note before or after it. */
const roleKey = /^[^\s,;{}`\u0001]+$/;

const roleList: KeyList = { open: /^[^`]*`\s*/, separator: ',', alone: [''], close: /\s*`$/ };
/** MyST parts keys by semicolons too. */
const semicolonList: KeyList = { ...roleList, separator: ';' };

/** Citations by roles: ``:cite:p:`{see}a{p. 3},b` ``. */
export function findRoles(text: string, pattern: RegExp): CitationGroup[] {
  const groups: CitationGroup[] = [];
  for (const match of text.matchAll(pattern)) {
    const { name = '', mark = '', contents = '' } = match.groups ?? {};
    if (/\n[^\S\n]*\n/.test(contents)) continue;
    const from = match.index + mark.length + 1;
    const list = pattern === mystRole && contents.includes(';') ? semicolonList : roleList;
    const keys = roleKeys(contents, from, list.separator);
    if (keys.length === 0) continue;
    groups.push({
      start: match.index,
      end: match.index + match[0].length,
      keys,
      narrative: isNarrativeRole(name),
      certain: true,
      list,
    });
  }
  return groups;
}

function roleKeys(contents: string, from: number, separator: string): CitedKey[] {
  // Notes go, but not their room: commas inside them part nothing.
  const bare = contents.replace(/\{[^{}]*\}/g, (note) => ' '.repeat(note.length));
  return listItems(bare, 0, bare.length, separator)
    .filter(({ text }) => roleKey.test(text))
    .map(({ text, start }) => ({
      key: text,
      start: from + start,
      end: from + start + text.length,
    }));
}

/** `cite:t`, `cite:ts`, `cite:ct`, `citet`: "Lane (2012)". */
function isNarrativeRole(name: string): boolean {
  return /cite(?::?c?t|:foot:t)s?$/i.test(name) || /:c?ts?$/i.test(name);
}

/** A place for a key inside a role, found in the text up to the cursor and what follows. */
export function rolePlace(
  kind: 'rest' | 'myst',
  before: string,
  after: string,
  offset: number,
): KeyPlace | undefined {
  const pattern = kind === 'rest' ? openRestRole : openMystRole;
  const contents = pattern.exec(before)?.groups?.['contents'];
  if (contents === undefined) return undefined;
  const notes = contents.replace(/\{[^{}]*\}/g, '');
  if (notes.includes('{')) return undefined;
  const typed = /[^\s,;{}]*$/.exec(contents)?.[0] ?? '';
  const rest = /^[^\s,;{}`\u0001]*/.exec(after)?.[0] ?? '';
  return {
    start: offset - typed.length,
    end: offset + rest.length,
    write: (key) => (roleKey.test(key) ? key : undefined),
  };
}
