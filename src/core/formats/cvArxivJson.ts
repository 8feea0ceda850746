import { arxivKey, parseArxivId, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import type { PaperKey } from '../paper.js';
import { namesIn } from './authorNames.js';
import type { DigestFormat } from './format.js';
import { rangeOf } from './jsonFormat.js';
import { oneLine } from './jsonObject.js';
import { groupedTexts } from './jsonRecords.js';
import { dayInCell } from './tableRows.js';
import type { Writable } from './writable.js';

/**
 * What cv-arxiv-daily makes its tables from (digest-formats.md 3, row 1): `{"topic": {"id": "row"}}`
 * with rows of Markdown, as of a table or as of a list. The topic is the category; a paper may stand
 * under several. Each row has a day, and the file grows.
 */
export const cvArxivJson: DigestFormat = {
  name: 'cvArxivJson',

  recognises({ text, firstSign }) {
    if (firstSign !== '{' || !/^\s*\{\s*"/.test(text)) return false;
    const [first] = groupedTexts(text.slice(0, recognitionReach));
    return first?.value !== undefined && readRow(first.name, first.value) !== undefined;
  },

  read(lines, { latest }) {
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    let seen = new Set<string>();
    let topic = '';
    for (const member of groupedTexts(lines.text)) {
      const { group, name, value } = member;
      const facts = value === undefined ? undefined : readRow(name, value, latest);
      if (!facts) {
        problems.push({ kind: 'entryCutOff', line: lines.lineAt(member.start), args: [name] });
        continue;
      }
      if (group !== topic) seen = new Set();
      topic = group;
      const { key, id, title, authors, version, day } = facts;
      if (seen.has(id)) {
        problems.push({ kind: 'duplicateEntry', line: lines.lineAt(member.start), args: [id] });
      }
      seen.add(id);
      const entry: Writable<DigestEntry> = {
        key,
        id,
        title,
        authors,
        category: group,
        range: rangeOf(lines, member),
        nameRange: rangeOf(lines, member.nameSpan),
      };
      if (version !== undefined) entry.version = version;
      if (day !== undefined) entry.day = day;
      entries.push(entry);
    }
    return { digest: { entries, labels: [] }, problems };
  },

  readEntry(text, _labels, { latest }) {
    const [member] = groupedTexts(`{"":{${text}}}`);
    const value = member?.value;
    const facts = member && value !== undefined ? readRow(member.name, value, latest) : undefined;
    return facts && { key: facts.key, body: { fields: [] } };
  },
};

/** The first row of all; a longer one is none. */
const recognitionReach = 4000;

interface RowFacts {
  readonly key: PaperKey;
  readonly id: string;
  readonly version: number | undefined;
  readonly title: string;
  readonly authors: readonly string[];
  readonly day: string | undefined;
}

function readRow(name: string, row: string, latest?: Month): RowFacts | undefined {
  const cells = row.startsWith('|') ? tableCells(row) : row.startsWith('- ') ? listParts(row) : [];
  const title = oneLine(withoutStars(cells[1] ?? ''));
  if (title === '') return undefined;
  const id = parseArxivId(name + versionIn(cells[3] ?? '', name), latest);
  if (!id) return undefined;
  return {
    key: arxivKey(id.id),
    id: id.id,
    version: id.version,
    title,
    authors: namesIn(withoutOthers(oneLine(cells[2])).split(',')),
    day: dayInCell(cells[0] ?? ''),
  };
}

const etAl = /^ et\.? ?al\.?,?$/;

function withoutOthers(authors: string): string {
  // The generator's own words are cut off without a search.
  if (authors.endsWith(' et.al.')) return authors.slice(0, -7);
  const others = authors.lastIndexOf(' et');
  return etAl.test(authors.slice(others)) ? authors.slice(0, others) : authors;
}

/** Only the address names the version: `http://arxiv.org/abs/2201.03814v2`. */
function versionIn(link: string, id: string): string {
  const at = link.lastIndexOf(id);
  if (at < 0 || link[at + id.length] !== 'v') return '';
  return /^v\d+/.exec(link.slice(at + id.length))?.[0] ?? '';
}

/** `|**day**|**title**|First Author et.al.|[id](url)|code|`: the title may hold bars. */
function tableCells(row: string): string[] {
  const cells = row.split('|');
  const link = cells.findLastIndex(
    (cell) => cell.trimStart().startsWith('[') && cell.includes(']('),
  );
  if (link < 4) return [];
  const title = cells.slice(2, link - 1).join('|');
  return [cells[1] ?? '', title, cells[link - 1] ?? '', cells[link] ?? ''];
}

/** `- day, **title**, First Author et.al., Paper: [url](url)`: the title may hold commas. */
function listParts(row: string): string[] {
  const link = row.lastIndexOf(', Paper: ');
  const titleEnd = row.lastIndexOf('**, ', link);
  const titleStart = row.indexOf(', **') + 4;
  if (link < 0 || titleStart < 4 || titleEnd < titleStart) return [];
  return [
    row.slice(2, titleStart - 4),
    row.slice(titleStart, titleEnd),
    row.slice(titleEnd + 4, link),
    row.slice(link),
  ];
}

function withoutStars(cell: string): string {
  const text = cell.trim();
  return text.startsWith('**') && text.endsWith('**') ? text.slice(2, -2) : text;
}
