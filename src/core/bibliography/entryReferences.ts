import type { CitationGroup, KeyList } from '../citation/scan/citationGroup.js';
import { rewriteGroups, type KeyRewrite } from '../citation/scan/rewriteKeys.js';
import type { Lines } from '../lines.js';
import { readBody, type FieldPlace } from './bibFields.js';
import { scanEntries } from './bibScan.js';
import { keyList } from './keyList.js';

/** Fields whose values are keys of other entries, for BibTeX (`crossref`) and biblatex. */
const naming: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset']);
/** Most bibliographies have no such field, and need not be read. */
const hint = /\b(?:crossref|xref|xdata|related|entryset)\s*=/i;
const notEntries: ReadonlySet<string> = new Set(['comment', 'preamble', 'string']);

const fieldList: KeyList = { open: /^[{"]\s*/, separator: ',', alone: [''], close: /\s*[}"]$/ };

/** How fields that name other entries of a .bib text are to be written when keys become another one. */
export function rewriteReferences(
  lines: Lines,
  keys: readonly string[],
  newKey: string,
): KeyRewrite[] {
  const canHold = /^[^\s,{}"%]+$/.test(newKey);
  return rewriteGroups(lines, lines.text, references(lines), keys, newKey, () =>
    canHold ? newKey : undefined,
  );
}

function references(lines: Lines): CitationGroup[] {
  const { text } = lines;
  if (!hint.test(text)) return [];
  const groups: CitationGroup[] = [];
  for (const scanned of scanEntries(lines)) {
    if (notEntries.has(scanned.type)) continue;
    readBody(text, scanned, new Map(), new Set(), (field) => {
      const group = naming.has(field.name.toLowerCase()) ? named(text, field) : undefined;
      if (group) groups.push(group);
    });
  }
  return groups;
}

function named(text: string, field: FieldPlace): CitationGroup | undefined {
  const keys = keyList(text, field);
  if (keys.length === 0) return undefined;
  const { valueStart: start, valueEnd: end } = field;
  return { start, end, keys, narrative: false, certain: true, list: fieldList };
}
