import { bibliographyExtensions } from './bibliographyPath.js';
import { isMap } from 'yaml';
import type { Lines } from '../lines.js';
import { findMath } from '../render/mathSegments.js';
import { cslFacts, isTree, listOf, textOf, type EntryFacts, type Tree } from './cslItem.js';
import { rangeBetween, type BibliographyEntry, type BibliographyProblem } from './entry.js';
import { firstLast, namedPaper, yearIn } from './entryFacts.js';
import type { BibliographyFormat } from './format.js';
import {
  itemsOf,
  memberOf,
  membersOf,
  parseYaml,
  plainOf,
  yamlText,
  type YamlText,
} from './yamlText.js';

/** Hayagriva, Typst's own format: a map from keys to entries (typst/hayagriva docs/file-format.md). */
export const hayagriva: BibliographyFormat = {
  name: 'hayagriva',
  extensions: bibliographyExtensions.yaml,

  /** Each entry is parsed by itself, so that an open quote in one does not take the others along. */
  read(lines) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    let brokenInARow = 0;
    for (const { start, end } of sections(lines)) {
      const text = lines.text.slice(start, end);
      if (plainMember.test(text)) continue;
      const { contents, faults } = parseYaml(text);
      const members = membersOf(contents);
      for (const { key: name, value } of members) {
        const key = trimmed(name);
        const keyStart = start + key.start;
        const tree = plainOf(value);
        if (!isTree(tree)) continue;
        const last = members.length > 1 ? endOf(value, end - start) : end - start;
        entries.push({
          key: key.text,
          ...hayagrivaFacts(tree),
          keyRange: rangeBetween(lines, keyStart, start + key.end),
          range: rangeBetween(lines, keyStart, start + last),
        });
      }
      if (faults[0] !== undefined) {
        const line = lines.lineAt(start + faults[0]);
        problems.push({ kind: 'brokenEntry', line, args: [members[0]?.key.text ?? ''] });
      } else if (members.length === 0) {
        problems.push({ kind: 'notABibliography', line: lines.lineAt(start), args: [] });
      }
      const isBroken = faults.length > 0 || members.length === 0;
      brokenInARow = isBroken ? brokenInARow + 1 : 0;
      if (brokenInARow >= mostBroken) break;
    }
    return { entries, problems };
  },
};

/** Where so many in a row cannot be read, no entries follow: this is no bibliography, or no more. */
const mostBroken = 1000;
/** No document can cite by blanks around a key, which quotes and odd line ends may leave there. */
function trimmed({ text, start, end }: YamlText): YamlText {
  const lead = text.length - text.trimStart().length;
  const from = Math.min(start + lead, end);
  return {
    text: text.trim(),
    start: from,
    end: Math.max(from, end - (text.length - lead - text.trim().length)),
  };
}

/** A key with nothing or a bare text is no entry, and nothing to be told of; a parser would say the same. */
const plainMember = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*:(?:[ \t]+[\p{L}\p{N}_ ,.-]*)?$/u;

/** Pandoc's CSL in YAML: `references:` with a list of items. */
export const cslYaml: BibliographyFormat = {
  name: 'cslYaml',
  extensions: bibliographyExtensions.yaml,

  recognises: (lines) =>
    /^(?:---[ \t]*(?:\r\n?|\n))?references:\s/m.test(lines.text.slice(0, 5000)),

  read(lines) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    // The `---` that Pandoc has at its end would begin another document.
    const { contents, faults } = parseYaml(lines.text.replace(/(?:---|\.\.\.)\s*$/, ''));
    for (const item of itemsOf(memberOf(contents, 'references'))) {
      const tree = plainOf(item);
      const [first] = membersOf(item);
      if (!isTree(tree) || !first) continue;
      const id = yamlText(memberOf(item, 'id'));
      if (id === undefined) {
        const line = lines.lineAt(first.key.start);
        problems.push({ kind: 'entryWithoutKey', line, args: [textOf(tree['type']) ?? ''] });
        continue;
      }
      const key = trimmed(id);
      entries.push({
        key: key.text,
        ...cslFacts(tree),
        keyRange: rangeBetween(lines, key.start, key.end),
        range: rangeBetween(lines, first.key.start, endOf(item, lines.text.length)),
      });
    }
    for (const at of faults) {
      problems.push({ kind: 'brokenEntry', line: lines.lineAt(at), args: [''] });
    }
    return { entries, problems };
  },
};

function endOf(node: unknown, otherwise: number): number {
  return (isMap(node) ? node.range?.[1] : undefined) ?? otherwise;
}

interface Section {
  readonly start: number;
  readonly end: number;
}

/** From each line that begins with neither a blank nor a comment to the next, blank ends excluded. */
function sections(lines: Lines): Section[] {
  const found: { start: number; end: number }[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    if (text.trim() === '' || text.startsWith('#') || /^(?:---|\.\.\.)\s*$/.test(text)) continue;
    const last = found.at(-1);
    const goesOn = /^[\s}\]]/.test(text);
    if (goesOn && last) last.end = lines.end(line);
    else if (!goesOn) found.push({ start: lines.start(line), end: lines.end(line) });
  }
  return found;
}

function hayagrivaFacts(tree: Tree): EntryFacts {
  const title = formattable(tree['title']);
  const parents = listOf(tree['parent']).filter(isTree);
  const journal = parents.map((parent) => formattable(parent['title'])).find((text) => text);
  const year = yearIn(textOf(tree['date']) ?? textOf(parents[0]?.['date']) ?? '');
  const serial = tree['serial-number'];
  const numbers = isTree(serial) ? serial : {};
  return {
    type: textOf(tree['type'])?.toLowerCase() ?? '',
    ...(title !== undefined && { title }),
    authors: listOf(tree['author'] ?? tree['editor'])
      .map(personName)
      .filter((name) => name !== ''),
    ...(year !== undefined && { year }),
    ...namedPaper({
      eprint: textOf(numbers['arxiv']),
      doi: textOf(numbers['doi']) ?? textOf(tree['doi']),
      url: valueOf(tree['url']),
      journal,
      volume: textOf(tree['volume']) ?? textOf(parents[0]?.['volume']),
      number: textOf(numbers['serial']) ?? textOf(serial),
      note: valueOf(tree['note']),
    }),
    ...(journal !== undefined && { journal }),
  };
}

/** A text, or the `value` of a map that says more of it. */
function valueOf(value: unknown): string | undefined {
  return textOf(isTree(value) ? value['value'] : value);
}

/** Hayagriva's strings guard capitals with braces and hold formulas in dollars. */
function formattable(value: unknown): string | undefined {
  const text = valueOf(value)?.replace(/\s+/g, ' ');
  if (text === undefined || !/[{}\\]/.test(text)) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of [...findMath(text), { start: text.length, end: text.length }]) {
    const plain = text
      .slice(at, start)
      .replace(/\\([^])|[{}]/g, (_, escaped?: string) =>
        escaped === '$' ? '\\$' : (escaped ?? ''),
      );
    out += plain + text.slice(start, end);
    at = end;
  }
  return out;
}

function personName(value: unknown): string {
  if (!isTree(value)) return firstLast(textOf(value) ?? '');
  return ['given-name', 'prefix', 'name', 'suffix']
    .map((part) => textOf(value[part]) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}
