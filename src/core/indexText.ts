import {
  arxivKey,
  candidateHint,
  findIds,
  writtenHint,
  type FoundId,
  type Month,
} from './arxivId.js';
import { documentDeclarations, isSilent } from './bibliography/declared.js';
import { findUses } from './citation/scan/findUses.js';
import type {
  Digest,
  DigestEntry,
  IndexedDocument,
  Mention,
  Problem,
  SourceText,
} from './digest.js';
import { digestDate } from './digestDate.js';
import type { DigestFormat } from './formats/format.js';
import { ownFormatsIn } from './formats/own/ownFormats.js';
import { recognise } from './formats/registry.js';
import { Lines } from './lines.js';
import { noteIdentity } from './notes/noteIdentity.js';
import { findSections } from './outline/sections.js';
import { rangeInText } from './rangeInText.js';

/** Files that are read for the sake of digests alone. */
const dataFile = /\.(?:jsonl|json|xml|atom|rss|abs|ris|html?|ya?ml)$/i;

/**
 * Reads a document: as a digest when a format recognises it, and for the papers that it mentions, unless
 * it is a data file and no digest. Never throws; linear in the length of the text.
 * @param latest ids of later months are refused
 * @param others formats beyond the usual ones, such as `bibliographyFormats`
 */
export function indexText(
  uri: string,
  source: SourceText,
  latest: Month,
  others: readonly DigestFormat[] = [],
): IndexedDocument {
  const lines = new Lines(source.text);
  if (source.isCell) {
    const mentions = findMentions(lines, [], latest);
    return { uri, mentions, ...citing(lines, source), problems: [] };
  }
  const format = recognise(lines, source.path, ownFormatsIn(source.formats), others);
  if (!format) {
    // What programs keep is no note of anybody's: its ids would be noise among those of people. But a
    // project says in such a file what its documents cite from (`_quarto.yml`).
    if (dataFile.test(source.path)) {
      return { uri, mentions: [], ...citingFrom(source), problems: [] };
    }
    const note = noteIdentity(source.text);
    const mentions = findMentions(lines, [], latest);
    return { uri, mentions, ...citing(lines, source), ...(note && { note }), problems: [] };
  }
  const { digest: read, problems } = format.read(lines, { path: source.path, latest });
  const entries = read.entries.map((entry) => inText(lines, entry));
  const date = read.date ?? digestDate(source.path, lines, entries);
  const sections = findSections(lines, entries);
  const digest: Digest = {
    ...read,
    entries,
    format: format.name,
    ...(date && { date }),
    ...(sections.length > 0 && { sections }),
  };
  const mentions = findMentions(lines, digest.entries, latest);
  return { uri, digest, mentions, problems: firstProblems(problems) };
}

/** Whatever a format says: editors are given no place that the text does not have. */
function inText(lines: Lines, entry: DigestEntry): DigestEntry {
  const range = rangeInText(lines, entry.range);
  const nameRange = rangeInText(lines, entry.nameRange);
  const isSame = range === entry.range && nameRange === entry.nameRange;
  return isSame ? entry : { ...entry, range, nameRange };
}

/** What a document that is no digest cites, and from where. */
function citing(
  lines: Lines,
  source: SourceText,
): Pick<IndexedDocument, 'citations' | 'declarations'> {
  const { path, languageId = '', latexCommand } = source;
  const options = { ...(latexCommand !== undefined && { latexCommand }) };
  const citations = findUses(lines, languageId, path, options);
  return { ...(citations.length > 0 && { citations }), ...citingFrom(source) };
}

function citingFrom({
  path,
  languageId = '',
  text,
}: SourceText): Pick<IndexedDocument, 'declarations'> {
  const declarations = documentDeclarations(languageId, path, text);
  return isSilent(declarations) ? {} : { declarations };
}

/** A file with more problems than these has one reason for all of them. */
const mostProblems = 100;

function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[mostProblems];
  if (!next) return problems;
  const more = problems.length - mostProblems;
  return [
    ...problems.slice(0, mostProblems),
    { kind: 'moreProblems', line: next.line, args: [more] },
  ];
}

/** An identifier and its line, from 0. */
export interface IdInText {
  readonly line: number;
  readonly found: FoundId;
}

/**
 * All identifiers of a text, in its order. Only lines that may hold one are looked at.
 * @param isKnown of a digest: tells of a place that it needs no look, since what stands there is known.
 * The line is looked at all the same for the sake of another place.
 */
export function* idsIn(
  lines: Lines,
  latest: Month,
  isKnown?: (line: number, character: number) => boolean,
): Iterable<IdInText> {
  let line = 0;
  let next = 0;
  // Its own place in the text, since two may look at a time; an iterator would cost as much as the search.
  const search = new RegExp(isKnown ? candidateHint : writtenHint);
  for (let hint = search.exec(lines.text); hint; hint = search.exec(lines.text)) {
    if (hint.index < lines.start(next)) continue;
    line = lines.lineAt(hint.index, line);
    if (isKnown?.(line, hint.index - lines.start(line))) continue;
    for (const found of findIds(lines.line(line), latest)) yield { line, found };
    next = line + 1;
  }
}

/** All papers that a text names, but for what an entry says of its own paper. */
function findMentions(lines: Lines, entries: readonly DigestEntry[], latest: Month): Mention[] {
  const mentions: Mention[] = [];
  let next = 0;
  // Places come in order, but for one step back to the start of a line that is searched after all.
  const entryAt = (line: number, character: number): DigestEntry | undefined => {
    while (next > 0 && !endsBefore(entries[next - 1], line, character)) next--;
    while (endsBefore(entries[next], line, character)) next++;
    const entry = entries[next];
    return entry && !startsBehind(entry, line, character) ? entry : undefined;
  };
  // Nearly every id of a digest is that of the entry around it, and is known without a search.
  const namesEntry = (line: number, character: number): boolean => {
    const id = entryAt(line, character)?.id;
    if (id === undefined) return false;
    const at = lines.start(line) + character;
    if (lines.text.startsWith(id, at)) return true;
    // Of an old id, the look at the whole text finds the slash.
    const slash = id.indexOf('/');
    return slash !== -1 && lines.text.startsWith(id, at - slash);
  };
  const isKnown = entries.length > 0 ? namesEntry : undefined;
  for (const { line, found } of idsIn(lines, latest, isKnown)) {
    const key = arxivKey(found.id);
    if (key === entryAt(line, found.idStart)?.key) continue;
    mentions.push({
      key,
      syntax: found.syntax,
      range: {
        startLine: line,
        startCharacter: found.idStart,
        endLine: line,
        endCharacter: found.idEnd,
      },
    });
  }
  return mentions;
}

function startsBehind({ range }: DigestEntry, line: number, character: number): boolean {
  const { startLine, startCharacter } = range;
  return startLine > line || (startLine === line && startCharacter > character);
}

function endsBefore(entry: DigestEntry | undefined, line: number, character: number): boolean {
  if (!entry) return false;
  const { endLine, endCharacter } = entry.range;
  return endLine < line || (endLine === line && endCharacter <= character);
}
