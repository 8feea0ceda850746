import { isPaperKey, type PaperKey } from '../paper.js';
import type { LineSource } from './lineSource.js';
import { memberSources } from './memberSources.js';
import { emptyRecord, happenings, type Happening, type PaperRecord } from './paperRecord.js';

const timeShape = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/;

/** The last millisecond that is written with a year of four digits. */
const latestTime = 253_402_300_799_999;

/**
 * One line of the file: `{"paper":"arxiv:2602.12257","starred":"2026-02-14T09:12:33.120Z"}`. Who
 * writes by hand may say `true` for a time: then anything later outranks it.
 * @param source where the line stands, for the record to be written as it stood
 * @returns undefined for a line that tells of no paper
 */
export function readRecord(
  line: string,
  source?: LineSource,
): { readonly key: PaperKey; readonly record: PaperRecord } | undefined {
  // Most lines that are no record are remarks, and an error takes long to make.
  if (!line.trimStart().startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { paper: key } = value as { readonly paper?: unknown };
  return isPaperKey(key) ? { key, record: recordIn(value, line, source) } : undefined;
}

/** @returns undefined when there is nothing to be kept */
export function recordLine(key: PaperKey, record: PaperRecord): string | undefined {
  const fields: [string, unknown][] = [];
  for (const name of happenings) {
    const time = record.times[name];
    if (time !== undefined) fields.push([name, written(time)]);
  }
  if (record.tagged.size > 0) fields.push(['tags', timesOf(record.tagged)]);
  if (record.untagged.size > 0) fields.push(['untagged', timesOf(record.untagged)]);
  const { note } = record;
  if (note) fields.push(['note', { text: note.text, time: written(note.time) }]);
  const own = new Set(fields.map(([name]) => name));
  const others = [...record.others].filter(([name]) => !own.has(name)).sort(byName);
  if (fields.length + others.length === 0) return undefined;
  const members = [['paper', key] as const, ...fields].map(
    ([name, value]) => `"${name}":${JSON.stringify(value)}`,
  );
  return `{${[...members, ...others.map(([, source]) => source)].join(',')}}`;
}

const ownTimes = new Set<string>(happenings);

function recordIn(value: object, line: string, source: LineSource | undefined): PaperRecord {
  const times: Partial<Record<Happening, number>> = {};
  let tagged: PaperRecord['tagged'] = emptyRecord.tagged;
  let untagged: PaperRecord['tagged'] = emptyRecord.tagged;
  let note: PaperRecord['note'];
  const foreign: string[] = [];
  for (const [name, field] of Object.entries(value) as [string, unknown][]) {
    if (name === 'paper') continue;
    if (ownTimes.has(name)) {
      const time = timeIn(field);
      if (time !== undefined) {
        times[name as Happening] = time;
        continue;
      }
    }
    if (name === 'tags' || name === 'untagged') {
      const tags = tagsIn(field);
      if (tags) {
        if (name === 'tags') tagged = tags;
        else untagged = tags;
        continue;
      }
    }
    if (name === 'note') {
      note = noteIn(field);
      if (note) continue;
    }
    foreign.push(name);
  }
  const others = foreign.length === 0 ? emptyRecord.others : sourcesOf(foreign, line);
  const record = { times, tagged, untagged, others };
  // Two shapes of objects, no spreads: a file may have a hundred thousand lines.
  const noted: PaperRecord = note ? { ...record, note } : record;
  return source ? Object.assign(noted, { source }) : noted;
}

function sourcesOf(names: readonly string[], line: string): ReadonlyMap<string, string> {
  const sources = memberSources(line);
  return new Map(names.map((name) => [name, sources.get(name) ?? '']));
}

function timeIn(value: unknown): number | undefined {
  if (value === true) return 0;
  if (typeof value !== 'string' || !timeShape.test(value)) return undefined;
  const time = Date.parse(value);
  return time >= 0 && time <= latestTime ? time : undefined;
}

/** Tags with times, or, as somebody may write by hand, tags alone. Undefined for anything else. */
function tagsIn(value: unknown): ReadonlyMap<string, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries: [unknown, unknown][] = Array.isArray(value)
    ? value.map((tag: unknown) => [tag, true])
    : Object.entries(value);
  const tags = new Map<string, number>();
  for (const [tag, at] of entries) {
    const time = timeIn(at);
    if (typeof tag !== 'string' || time === undefined) return undefined;
    tags.set(tag, time);
  }
  return tags;
}

function noteIn(value: unknown): PaperRecord['note'] {
  if (typeof value === 'string') return { text: value, time: 0 };
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, time: at } = value as { readonly text?: unknown; readonly time?: unknown };
  const time = timeIn(at);
  return typeof text === 'string' && time !== undefined ? { text, time } : undefined;
}

function timesOf(times: ReadonlyMap<string, number>): object {
  return Object.fromEntries([...times].sort(byName).map(([name, time]) => [name, written(time)]));
}

function written(time: number): string {
  return new Date(Math.min(time, latestTime)).toISOString();
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
