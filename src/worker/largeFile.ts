import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { DigestEntry, FileSlice, IndexedDocument, Problem } from '../core/digest.js';
import { lineFormats, wantedCategories, type LineFormat } from '../core/lineFormat.js';
import { readLines, type LinePlace } from './lineReader.js';
import type { PartRequest } from './protocol.js';

/** A part ends when it has so many entries, which the library takes within a blink … */
const mostEntries = 250;
/** … or when so many bytes were looked at: other questions to the worker wait for it. */
const mostBytes = 48 * 1024 * 1024;
/** The first line may be damaged. */
const recognitionLines = 3;

/**
 * The entries of one part of a file of lines that is too large to be read at once: those of the wanted
 * categories, each with the bytes that it was read from.
 * @returns undefined for a file that no format of lines recognises
 * @throws Error when the file cannot be read
 */
export function readPart(request: PartRequest): IndexedDocument | undefined {
  const { uri, of, file: name, from, size, mtime, categories, latest } = request;
  const file = openSync(name, 'r');
  try {
    const format = recognise(file);
    if (!format) return undefined;
    const isWanted = wantedCategories(categories);
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    const end = readLines(file, from, ({ bytes, offset, line }) => {
      if (format.categoriesIn(bytes.toString('latin1')).some(isWanted)) {
        const entry = format.entry(bytes.toString('utf8'), latest);
        if (entry) entries.push(placed(entry, line, { offset, length: bytes.length }));
        else if (problems.length < mostProblems) problems.push(cutOff(bytes, line));
      }
      return entries.length < mostEntries && offset - from.offset < mostBytes;
    });
    const { offset, line, isEnd } = end;
    const state = JSON.stringify([of, from.offset, offset, size, mtime, categories]);
    return {
      ...{ uri, mentions: [], problems },
      fingerprint: createHash('sha1').update(state).digest('hex'),
      digest: { format: format.name, labels: [], entries },
      part: { of, ...(!isEnd && { next: { offset, line } }) },
    };
  } finally {
    closeSync(file);
  }
}

/** A file with more of them in one part has one reason for all. */
const mostProblems = 20;
const longestName = 80;

/** The text of a line; '' when the file is shorter now, or gone. */
export function readSlice(name: string, { offset, length }: FileSlice): string {
  try {
    const file = openSync(name, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset)).toString('utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function recognise(file: number): LineFormat | undefined {
  let found: LineFormat | undefined;
  let looked = 0;
  const start: LinePlace = { offset: 0, line: 0 };
  readLines(file, start, ({ bytes }) => {
    const line = bytes.toString('utf8');
    if (line.trim() === '') return true;
    found = lineFormats.find((format) => format.recognisesLine(line));
    return !found && ++looked < recognitionLines;
  });
  return found;
}

function placed(entry: DigestEntry, line: number, slice: FileSlice): DigestEntry {
  const at = { startLine: line, endLine: line };
  return {
    ...entry,
    range: { ...entry.range, ...at },
    nameRange: { ...entry.nameRange, ...at },
    slice,
  };
}

function cutOff(bytes: Buffer, line: number): Problem {
  return { kind: 'entryCutOff', line, args: [bytes.toString('utf8', 0, longestName)] };
}
