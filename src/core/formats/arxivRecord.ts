import { arxivKey, parseArxivId, type ArxivId, type Month } from '../arxivId.js';
import { bareDoi } from '../bibliography/entryFacts.js';
import type { DigestEntry } from '../digest.js';
import { Lines } from '../lines.js';
import type { EntryBody } from '../paper.js';
import { authorList } from './authorList.js';
import type { ReadEntry } from './format.js';

/**
 * The record in which arXiv itself writes down a paper, in its mails and in its `.abs` files
 * (digest-formats.md section 3, numbers 10 and 11; https://info.arxiv.org/help/prep.html):
 *
 *     \\
 *     arXiv:2602.01234 (*cross-listing*)
 *     Date: Thu, 12 Feb 2026 16:35:28 GMT   (13kb)
 *
 *     Title: A title that may be continued
 *       on indented lines
 *     Authors: A. Author and B. Author
 *     Categories: cs.LG stat.ML
 *     \\
 *       The abstract, which replacements do not have.
 *     \\ ( https://arxiv.org/abs/2602.01234 ,  13kb)
 */
export interface ArxivRecord {
  /** That of the id. */
  readonly line: number;
  /** Inclusive: that of the closing signs, or the last one that holds anything. */
  readonly lastLine: number;
  /** The id as written, whether it is one or not. */
  readonly name: string;
  readonly nameStart: number;
  /** Values on one line each, by name. */
  readonly fields: ReadonlyMap<string, string>;
  /** Lines of the abstract, the end exclusive; equal where there is none. */
  readonly abstractFrom: number;
  readonly abstractTo: number;
  readonly closed: boolean;
  /** Its closing signs name the paper's address, as those of mails do. */
  readonly hasAddress: boolean;
}

/** `Paper:` in mails of the 1990s. */
const idLine = /^(?:arXiv|Paper): {0,4}(\S+)/;
const fieldLine = /^([A-Z][A-Za-z-]{0,30}(?: \(revised v\d{1,4}\))?):(?:\s|$)/;

/** Finds the records of a text, in one pass. Costs little for lines that do not begin with `\`. */
export function* arxivRecords(lines: Lines, limit = lines.count): Iterable<ArxivRecord> {
  for (let line = 0; line < limit; line++) {
    if (!isOpening(lines, line)) continue;
    const record = readRecord(lines, line + 1);
    if (!record) continue;
    yield record;
    line = record.lastLine;
  }
}

/** @param line that of the id */
function readRecord(lines: Lines, line: number): ArxivRecord | undefined {
  const header = lines.line(line);
  const match = idLine.exec(header);
  const name = match?.[1];
  if (name === undefined) return undefined;
  const fields = new Map<string, string>();
  const behindFields = readFields(lines, line + 1, fields);
  const hasAbstract = isClosing(lines, behindFields) && !isAddressed(lines, behindFields);
  const abstractFrom = hasAbstract ? behindFields + 1 : behindFields;
  let abstractTo = abstractFrom;
  while (hasAbstract && !endsText(lines, abstractTo)) abstractTo++;
  const closed = isClosing(lines, abstractTo);
  let lastLine = closed ? abstractTo : abstractTo - 1;
  while (lastLine > line && lines.isBlank(lastLine)) lastLine--;
  return {
    line,
    lastLine,
    name,
    nameStart: (match?.[0].length ?? 0) - name.length,
    fields,
    abstractFrom,
    abstractTo,
    closed,
    hasAddress: closed && isAddressed(lines, abstractTo),
  };
}

/** @returns the line that ends the fields */
function readFields(lines: Lines, from: number, fields: Map<string, string>): number {
  let name: string | undefined;
  let parts: string[] = [];
  const end = (): void => {
    if (name !== undefined && !fields.has(name)) fields.set(name, parts.join(' ').trim());
    name = undefined;
  };
  let line = from;
  for (; !endsText(lines, line); line++) {
    const text = lines.line(line);
    if (/^\s/.test(text)) {
      if (name !== undefined) parts.push(text.trim());
      continue;
    }
    end();
    const label = fieldLine.exec(text);
    if (!label) continue;
    name = label[1];
    parts = [text.slice(label[0].length).trim()];
  }
  end();
  return line;
}

/** Rules part the records from each other; a fence ends a mail that is quoted in Markdown. */
const ruleOrFence = /^(?:-{70}|%[%-]{60}|`{3})/;

function endsText(lines: Lines, line: number): boolean {
  if (line >= lines.count) return true;
  const first = lines.text[lines.start(line)];
  if (first === '\\') return isClosing(lines, line) || isOpening(lines, line);
  return (first === '-' || first === '%' || first === '`') && ruleOrFence.test(lines.line(line));
}

function isOpening(lines: Lines, line: number): boolean {
  return (
    lines.startsWith(line, '\\\\') &&
    (lines.startsWith(line + 1, 'arXiv:') || lines.startsWith(line + 1, 'Paper:')) &&
    lines.line(line).trimEnd() === '\\\\'
  );
}

/** A line of an abstract may begin with `\\` too, but not be it or go on with an address. */
function isClosing(lines: Lines, line: number): boolean {
  return (
    lines.startsWith(line, '\\\\') &&
    /^\\\\\s*(?:\(|$)/.test(lines.line(line)) &&
    !isOpening(lines, line)
  );
}

function isAddressed(lines: Lines, line: number): boolean {
  return lines.startsWith(line, '\\\\') && /^\\\\\s*\(/.test(lines.line(line));
}

/** The entry that a record is; undefined when it lacks its id or its title. */
export function entryOfRecord(
  lines: Lines,
  record: ArxivRecord,
  latest: Month,
): DigestEntry | undefined {
  const { line, lastLine, name, nameStart, fields } = record;
  const id = idOf(name, latest);
  const title = fields.get('Title') ?? '';
  if (!id || title === '') return undefined;
  const [category, ...crossLists] = (fields.get('Categories') ?? '').split(/\s+/);
  const version = id.version ?? lastRevision(fields);
  const doi = bareDoi((fields.get('DOI') ?? '').split(/\s/, 1)[0] ?? '')?.toLowerCase();
  return {
    key: arxivKey(id.id),
    id: id.id,
    ...(version !== undefined && { version }),
    ...(doi !== undefined && { doi }),
    title,
    authors: authorList(fields.get('Authors') ?? fields.get('Author') ?? ''),
    ...(category !== undefined && category !== '' && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    range: {
      startLine: line,
      startCharacter: 0,
      endLine: lastLine,
      endCharacter: lines.line(lastLine).length,
    },
    nameRange: {
      startLine: line,
      startCharacter: nameStart,
      endLine: line,
      endCharacter: nameStart + name.length,
    },
  };
}

function idOf(name: string, latest: Month): ArxivId | undefined {
  return parseArxivId(name, latest);
}

/** The number of the newest version, in `.abs` files, which have a line for each. */
function lastRevision(fields: ReadonlyMap<string, string>): number | undefined {
  let version: number | undefined;
  for (const name of fields.keys()) {
    const revision = /^Date \(revised v(\d+)\)$/.exec(name)?.[1];
    if (revision !== undefined) version = Math.max(version ?? 1, Number(revision));
  }
  return version;
}

/** @param text from the line of the id on */
export function readRecordEntry(text: string, latest: Month): ReadEntry | undefined {
  const lines = new Lines(text);
  const record = readRecord(lines, 0);
  const id = record && idOf(record.name, latest);
  if (!id) return undefined;
  const abstract = lines.slice(record.abstractFrom, record.abstractTo).trim();
  const comment = record.fields.get('Comments') ?? '';
  const body: EntryBody = {
    fields: [],
    ...(abstract !== '' && { abstract }),
    ...(comment !== '' && { comment }),
  };
  return { key: arxivKey(id.id), body };
}
