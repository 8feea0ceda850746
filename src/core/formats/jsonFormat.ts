import { arxivKey, findIds, parseArxivId, type ArxivId, type Month } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { EntryBody, PaperKey } from '../paper.js';
import type { TextRange } from '../text.js';
import { titleKey } from '../title.js';
import type { DigestFormat } from './format.js';
import { JsonObject, objectOf } from './jsonObject.js';
import { lineRecords, listedRecords, type JsonRecord } from './jsonRecords.js';
import type { JsonSpan } from './jsonScan.js';
import type { Writable } from './writable.js';

/** How one kind of data file tells of papers: a format is a page of this. */
export interface JsonPage {
  /** See `DigestFormat.name`. */
  readonly name: string;
  /** One record per line, the elements of the outermost list, or those of a member that is a list. */
  readonly records: 'lines' | 'list' | { readonly member: string };
  /** Members that records of this format have, and no other format's have all of. */
  readonly marks: readonly string[];
  /** The member of a record that is the paper, where the record itself is not. */
  readonly paper?: string;
  /** The paper's member that holds its arXiv id or an address with it. */
  readonly id: string;
  facts(paper: JsonObject): JsonFacts;
  body(paper: JsonObject): EntryBody;
  /** The day on which the digest listed the record, `2025-08-05`: its date, where all agree. */
  listedOn?(paper: JsonObject): string | undefined;
}

/** What a record says of its paper beside id and title. */
export interface JsonFacts {
  readonly authors: readonly string[];
  /** The primary one first. */
  readonly categories?: readonly string[];
  /** Where the id is written without its version. */
  readonly version?: number | undefined;
  /** As written; empty when there is none. */
  readonly doi?: string;
  /** See `DigestEntry.day`. */
  readonly day?: string | undefined;
}

/** Recognition looks at this many records, lest an odd first one hide the others … */
const recognitionRecords = 3;
/** … and at no more than these characters: a record with a thousand authors has about as many. */
const recognitionReach = 100_000;
/** The member that holds the records is named this early: what stands before it tells of them all. */
const headReach = 16_000;
/** Enough records to see all the labels that a generator uses. */
const sampleSize = 8;

export function jsonFormat(page: JsonPage): DigestFormat {
  return {
    name: page.name,

    recognises(lines) {
      if (!mayHold(page, lines)) return false;
      let looked = 0;
      for (const record of recordsOf(page, lines, recognitionReach)) {
        if (!record.whole || ++looked > recognitionRecords) return false;
        const isMarked = page.marks.every((mark) => record.has(mark));
        if (isMarked && namesPaper(page, record, lines.text)) return true;
      }
      return false;
    },

    read(lines, { latest }) {
      const { text } = lines;
      const entries: DigestEntry[] = [];
      const problems: Problem[] = [];
      const labels = new Set<string>();
      const days = new Set<string | undefined>();
      const seen = new Set<PaperKey>();
      for (const record of recordsOf(page, lines)) {
        const entry = record.whole ? readRecord(page, record, lines, latest) : undefined;
        if (!entry || !record.whole) {
          const args = [nameOf(page, text, record)];
          problems.push({ kind: 'entryCutOff', line: lines.lineAt(record.start), args });
          continue;
        }
        if (seen.has(entry.key)) {
          const args = [entry.id ?? entry.title];
          problems.push({ kind: 'duplicateEntry', line: entry.range.startLine, args });
        }
        seen.add(entry.key);
        if (entries.length < sampleSize) {
          const { summary, fields } = page.body(paperOf(page, record) ?? record);
          for (const { label } of summary ? [summary, ...fields] : fields) labels.add(label);
        }
        if (page.listedOn) days.add(page.listedOn(paperOf(page, record) ?? record));
        entries.push(entry);
      }
      const [day] = days;
      return {
        digest: {
          ...(days.size === 1 &&
            day !== undefined && {
              date: { value: day, precision: 'day', source: 'content' } as const,
            }),
          entries,
          labels: [...labels],
        },
        problems,
      };
    },

    readEntry(text, _labels, { latest }) {
      const record = objectOf(text);
      const entry = record?.whole ? readRecord(page, record, new Lines(text), latest) : undefined;
      const paper = entry && record && paperOf(page, record);
      return paper && { key: entry.key, body: page.body(paper) };
    },
  };
}

/**
 * Reads one record; nothing comes of one without a title.
 * @param lines the text that the record stands in
 * @param latest without it, ids of every month are taken
 */
export function readRecord(
  page: JsonPage,
  record: JsonObject,
  lines: Lines,
  latest?: Month,
): DigestEntry | undefined {
  const paper = paperOf(page, record);
  const title = paper?.line('title') ?? '';
  if (!paper || title === '') return undefined;
  const found = idIn(lines.text, paper.written(page.id), latest);
  const { authors, categories = [], version, doi: written = '', day } = page.facts(paper);
  const [category, ...crossLists] = categories.length < 2 ? categories : [...new Set(categories)];
  const doi = written === '' ? undefined : publishersDoi(written);
  const entry: Writable<DigestEntry> = {
    key: found ? arxivKey(found.id) : doi !== undefined ? `doi:${doi}` : titleKey(title),
    title,
    authors,
    range: rangeOf(lines, record),
    nameRange: rangeOf(lines, found?.span ?? paper.written('title') ?? record),
  };
  if (found) {
    entry.id = found.id;
    const ofPaper = found.version ?? version;
    if (ofPaper !== undefined) entry.version = ofPaper;
  }
  if (doi !== undefined) entry.doi = doi;
  if (category !== undefined) entry.category = category;
  if (crossLists.length > 0) entry.crossLists = crossLists;
  if (day !== undefined) entry.day = day;
  return entry;
}

function paperOf(page: JsonPage, record: JsonObject): JsonObject | undefined {
  return page.paper === undefined ? record : record.object(page.paper);
}

export function rangeOf(lines: Lines, { start, end }: JsonSpan): TextRange {
  const startLine = lines.lineAt(start);
  const endLine = end <= lines.end(startLine) ? startLine : lines.lineAt(end, startLine);
  return {
    startLine,
    startCharacter: start - lines.start(startLine),
    endLine,
    endCharacter: end - lines.start(endLine),
  };
}

/** @param reach the records of so many characters at the beginning alone */
function recordsOf(page: JsonPage, lines: Lines, reach?: number): Generator<JsonRecord> {
  if (page.records === 'lines') return lineRecords(lines, reach);
  const text = lines.text.slice(0, reach);
  return listedRecords(text, page.records === 'list' ? undefined : page.records.member);
}

/** What the first characters tell: most files are another format's, and are not to be walked through. */
function mayHold({ records, marks }: JsonPage, lines: Lines): boolean {
  const { text, firstSign } = lines;
  if (records === 'list') return firstSign === '[' && /^\s*\[\s*\{/.test(text);
  if (firstSign !== '{') return false;
  if (records !== 'lines') return text.slice(0, headReach).includes(`"${records.member}"`);
  const behind = lines.start(lines.skipBlank(0) + recognitionRecords);
  const firsts = text.slice(0, Math.min(behind, recognitionReach));
  return marks.every((mark) => firsts.includes(`"${mark}"`));
}

function namesPaper(page: JsonPage, record: JsonObject, text: string): boolean {
  const paper = paperOf(page, record);
  if (!paper || paper.line('title') === '') return false;
  return idIn(text, paper.written(page.id)) !== undefined;
}

/** What a damaged record calls its paper, as far as it goes. */
function nameOf(page: JsonPage, text: string, record: JsonRecord): string {
  const paper = record instanceof JsonObject ? paperOf(page, record) : undefined;
  const { start, end } = paper?.written('title') ?? paper?.written(page.id) ?? record;
  return text.slice(start, Math.min(end, start + longestName));
}

const longestName = 80;
const abstractPage = /^https?:\/\/arxiv\.org\/abs\//;

interface IdInText extends ArxivId {
  readonly span: JsonSpan;
}

function idIn(text: string, span: JsonSpan | undefined, latest?: Month): IdInText | undefined {
  if (!span) return undefined;
  const raw = text.slice(span.start, span.end);
  // `\/` is the one escape that an address may have.
  const value = raw.includes('\\') ? raw.replaceAll('\\/', '/') : raw;
  const page = abstractPage.exec(value)?.[0].length ?? 0;
  const whole = parseArxivId(page === 0 ? value : value.slice(page), latest);
  if (whole) return idAt(whole, span, writtenOffset(raw, page), raw.length);
  const [found] = findIds(value, latest);
  if (!found) return undefined;
  return idAt(found, span, writtenOffset(raw, found.idStart), writtenOffset(raw, found.idEnd));
}

function idAt({ id, version }: ArxivId, { start }: JsonSpan, from: number, to: number): IdInText {
  const span = { start: start + from, end: start + to };
  return version === undefined ? { id, span } : { id, version, span };
}

/** Where a character of the text stands in the writing that escapes its slashes. */
function writtenOffset(raw: string, offset: number): number {
  if (!raw.includes('\\')) return offset;
  let at = 0;
  for (let character = 0; character < offset; character++) at += raw.startsWith('\\/', at) ? 2 : 1;
  return at;
}

const doiShape = /(?<![\d.])10\.\d{4,9}\/\S+/;

/** The first, where a paper has several; arXiv's own tells no more than the id. */
function publishersDoi(written: string): string | undefined {
  const doi = doiShape.exec(written)?.[0].toLowerCase();
  return doi?.startsWith('10.48550/') ? undefined : doi;
}
