import { arxivKey, findIds, monthOfId, type FoundId } from '../arxivId.js';
import { isWork, type BibliographyEntry } from '../bibliography/entry.js';
import type { BibliographyFormat } from '../bibliography/format.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import type { TextRange } from '../text.js';
import type { DigestFormat, ReadContext } from './format.js';

/** The texts of an entry, which citing it does not need. */
export interface BibliographyTexts {
  readonly abstract?: string;
  readonly comment?: string;
}

export interface BibliographySource {
  readonly name: string;
  /** Reads the entries. */
  readonly bibliography: BibliographyFormat;
  /** What the first line begins with that is neither blank nor a comment. */
  readonly first: RegExp;
  /** Begins a line of comment. */
  readonly comment?: string;
  /** Where a file defines abbreviations for all its entries. */
  readonly abbreviates?: RegExp;
  /** @param text one entry alone */
  texts(text: string): BibliographyTexts;
  /** The primary one first; missing where the format has none. */
  categories?(text: string): readonly string[];
}

/** How far recognition looks for a first line: comments may stand before it. */
const recognitionLines = 200;

/**
 * A digest of those entries of a bibliography that name an arXiv id, in a field made for it, as a
 * DOI, as an address or as a journal. Ids in a sentence of a note do not count, as they may well be
 * those of other papers. A bibliography has no date of its own.
 */
export function bibliographyDigest(source: BibliographySource): DigestFormat {
  const { bibliography, name } = source;
  const idAlone = (text: string, context: ReadContext): string | undefined => {
    const [cited] = bibliography.read(new Lines(text)).entries;
    return cited && ownId(cited, context);
  };
  return {
    name,

    recognises(lines) {
      const limit = Math.min(lines.count, recognitionLines);
      for (let line = 0; line < limit; line++) {
        if (lines.isBlank(line)) continue;
        if (source.comment !== undefined && lines.startsWith(line, source.comment)) continue;
        return source.first.test(lines.line(line).slice(0, 200));
      }
      return false;
    },

    read(lines, context) {
      const read = bibliography.read(lines, mayBeOnArxiv);
      const entries: DigestEntry[] = [];
      const problems: Problem[] = read.problems
        .filter(({ kind }) => kind === 'unclosedEntry')
        .map(({ line, args }) => ({ kind: 'entryCutOff', line, args }));
      // What names its paper by an abbreviation that the file defines elsewhere cannot be read alone.
      const abbreviates = source.abbreviates?.test(lines.text) === true;
      const seen = new Set<PaperKey>();
      for (const cited of read.entries.filter(isWork)) {
        const id = ownId(cited, context);
        if (id === undefined) continue;
        const line = cited.range.startLine;
        const isAlone = !abbreviates || idAlone(lines.sliceRange(cited.range), context) === id;
        if (!isAlone || cited.title === undefined || cited.title === '') {
          problems.push({ kind: 'entryCutOff', line, args: [id] });
          continue;
        }
        const key = arxivKey(id);
        if (seen.has(key)) problems.push({ kind: 'duplicateEntry', line, args: [id] });
        seen.add(key);
        const categories = source.categories?.(lines.sliceRange(cited.range)) ?? [];
        entries.push(entryOf(lines, cited, cited.title, id, categories, context));
      }
      problems.sort((a, b) => a.line - b.line);
      return { digest: { entries, labels: [] }, problems };
    },

    readEntry(text, _labels, context) {
      const id = idAlone(text, context);
      if (id === undefined) return undefined;
      const { abstract = '', comment = '' } = source.texts(text);
      return {
        key: arxivKey(id),
        body: {
          fields: [],
          ...(abstract !== '' && { abstract }),
          ...(comment !== '' && { comment }),
        },
      };
    },
  };
}

/** The long lists of authors of all other entries need not be read. */
function mayBeOnArxiv(text: string): boolean {
  return /arxiv|eprint|\bcorr\b/i.test(text);
}

function ownId({ arxivId, idInProse }: BibliographyEntry, { latest }: ReadContext) {
  if (arxivId === undefined || idInProse) return undefined;
  return monthOfId(arxivId) > latest ? undefined : arxivId;
}

function entryOf(
  lines: Lines,
  { authors, doi, keyRange, range }: BibliographyEntry,
  title: string,
  id: string,
  [category, ...crossLists]: readonly string[],
  context: ReadContext,
): DigestEntry {
  const place = placeOf(lines, range, id, context);
  const publisherDoi = doi?.toLowerCase();
  return {
    key: arxivKey(id),
    id,
    ...(place?.found.version !== undefined && { version: place.found.version }),
    ...(publisherDoi !== undefined &&
      !publisherDoi.startsWith('10.48550/') && { doi: publisherDoi }),
    title,
    authors,
    ...(category !== undefined && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    range,
    // Before 2007, an id may be written in two fields, and stands nowhere as a whole.
    nameRange: place?.range ?? keyRange,
  };
}

interface Place {
  readonly found: FoundId;
  readonly range: TextRange;
}

/** The first place of an entry that holds its id. */
function placeOf(
  lines: Lines,
  { startLine, endLine, startCharacter, endCharacter }: TextRange,
  id: string,
  { latest }: ReadContext,
): Place | undefined {
  const from = lines.start(startLine) + startCharacter;
  const to = lines.start(endLine) + endCharacter;
  const text = lines.text.slice(from, to);
  // An id of before 2007 may be written with its class, but its number always in one.
  const number = id.slice(id.indexOf('/') + 1);
  let line = -1;
  for (
    let at = text.indexOf(number);
    at !== -1;
    at = text.indexOf(number, lines.end(line) - from)
  ) {
    line = lines.lineAt(from + at);
    const start = lines.start(line);
    const found = findIds(lines.line(line), latest).find(
      (each) => each.id === id && start + each.idStart >= from && start + each.idEnd <= to,
    );
    if (!found) continue;
    const { idStart, idEnd } = found;
    const range = { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd };
    return { found, range };
  }
  return undefined;
}
