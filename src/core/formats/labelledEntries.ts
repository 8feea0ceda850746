import { findIds, type Month } from '../arxivId.js';
import type { AiField, EntryBody } from '../paper.js';
import { authorNames } from './authorNames.js';
import type { EntryFacts, MarkdownShape, NamePlace } from './markdownEntries.js';
import { doiOfUrl, idOfLink, linkAt, plainTitle, type WrittenId } from './markdownHeader.js';
import { piecesOf, pieceText, type Block, type Piece } from './markdownLabels.js';

/** What the first line of an entry says. */
export interface EntryHeader {
  readonly title: string;
  /** Where the title as written begins, and where it ends. */
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly id?: WrittenId;
  /** Where they stand when that is not the header's first line. */
  readonly titleLine?: number;
  readonly idLine?: number;
  readonly doi?: string;
  readonly authors?: readonly string[];
  readonly categories?: readonly string[];
  /** How many lines it takes; 1 without it. */
  readonly height?: number;
}

/** What a template with labelled texts has of its own. */
export interface LabelledTemplate {
  /** Reads the header of a block; undefined when its first line is none. */
  header(lines: Block['lines'], line: number, latest?: Month): EntryHeader | undefined;
  /** What a text without label is; without it, it is left out. */
  readonly unlabelled?: 'abstract' | 'summary' | 'nothing';
  /** All facts stand in the header: none is looked for under a label. */
  readonly factsInHeader?: true;
}

/** The label of a summary that the page writes without one. */
export const ownSummary = 'TL;DR';

/** Facts and texts of entries whose texts stand under labels (`markdownLabels.ts`). */
export function labelled(
  template: LabelledTemplate,
): Pick<MarkdownShape, 'facts' | 'body' | 'labels'> {
  return {
    facts: (block, latest) => readFacts(block, latest, template),
    body(block, labels) {
      const { height = 1 } = template.header(block.lines, block.from) ?? {};
      return readBody({ ...block, from: block.from + height }, labels, template.unlabelled);
    },
    labels: (block) =>
      piecesOf({ ...block, from: block.from + 1 }).flatMap(({ label, role }) =>
        label !== undefined && (role === 'field' || role === 'summary') ? [label] : [],
      ),
  };
}

const noFields: ReadonlySet<string> = new Set();

function readFacts(
  block: Block,
  latest: Month,
  template: LabelledTemplate,
): EntryFacts | undefined {
  const { lines, from, to } = block;
  const header = template.header(lines, from, latest);
  if (!header || header.title === '') return undefined;
  const pieces = template.factsInHeader
    ? []
    : piecesOf({ lines, from: from + (header.height ?? 1), to }, noFields);
  const value = (role: Piece['role']): string | undefined => {
    const piece = pieces.find((candidate) => candidate.role === role);
    return piece && lines.line(piece.line).slice(piece.character).trim();
  };
  const below = header.id ? undefined : idBelow(block, pieces, latest);
  const id = header.id ?? below?.id;
  const doi = id ? undefined : (header.doi ?? doiBelow(block, pieces));
  const authors = header.authors ?? authorNames(value('authors') ?? '');
  const categories = header.categories ?? categoryNames(value('categories') ?? '');
  // Objects spread into another, of which some are empty, take several times as long.
  return Object.assign(
    { title: header.title, authors, name: namePlace(from, header, below) },
    idFacts(id),
    doi !== undefined && { doi },
    categoryFacts(categories),
  );
}

function namePlace(
  line: number,
  { id, titleStart, titleEnd, idLine = line, titleLine = line }: EntryHeader,
  below: PlacedId | undefined,
): NamePlace {
  if (below) return { line: below.line, start: below.id.idStart, end: below.id.idEnd };
  if (id) return { line: idLine, start: id.idStart, end: id.idEnd };
  return { line: titleLine, start: titleStart, end: titleEnd };
}

export function idFacts(id: WrittenId | undefined): Pick<EntryFacts, 'id' | 'version'> {
  if (!id) return {};
  return { id: id.id, ...(id.version !== undefined && { version: id.version }) };
}

export function categoryFacts(
  names: readonly string[],
): Pick<EntryFacts, 'category' | 'crossLists'> {
  const [category, ...crossLists] = names;
  if (category === undefined) return {};
  return { category, ...(crossLists.length > 0 && { crossLists }) };
}

/** `cs.LG, cs.AI`, `` `cs.CV` `cs.AI` `` and `音频处理 / 模型效率`. */
export function categoryNames(list: string): string[] {
  return list
    .split(/[，;；`/]/.test(list) ? /[,，;；`]| \/ / : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

interface PlacedId {
  readonly id: WrittenId;
  readonly line: number;
}

/** The id under a label made for it, before the longer texts: ids that those quote are other papers. */
function idBelow({ lines }: Block, pieces: readonly Piece[], latest: Month): PlacedId | undefined {
  for (const { role, line, character } of pieces) {
    if (role === 'abstract' || role === 'summary') break;
    if (role !== 'id') continue;
    const text = lines.line(line);
    const link = linkAt(text, character);
    const id = (link && idOfLink(text, link, latest)) ?? findIds(text, latest)[0];
    if (id) return { id, line };
  }
  return undefined;
}

function doiBelow({ lines }: Block, pieces: readonly Piece[]): string | undefined {
  for (const { role, line, character } of pieces) {
    if (role === 'abstract' || role === 'summary') break;
    if (role !== 'id') continue;
    const text = lines.line(line);
    const doi = doiOfUrl(linkAt(text, character)?.url ?? text.slice(character).trim());
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** The texts of a block whose header has been cut off. */
export function readBody(
  block: Block,
  labels: ReadonlySet<string> | undefined,
  unlabelled?: LabelledTemplate['unlabelled'],
): EntryBody {
  let summary: AiField | undefined;
  let abstract: string | undefined;
  let comment: string | undefined;
  const fields: AiField[] = [];
  const pieces = piecesOf(block, labels);
  for (const piece of pieces) {
    const { label, role } = piece;
    if (label !== undefined && !texts.has(role)) continue;
    const text = pieceText(block, piece);
    if (label === undefined) {
      if (text === '') continue;
      if (unlabelled === 'abstract') abstract ??= text;
      else if (unlabelled === 'summary') summary ??= { label: ownSummary, text };
    } else if (role === 'abstract') abstract ??= text;
    else if (role === 'comment') comment ??= text;
    else if (role === 'summary') summary ??= fieldOf(label, text);
    else fields.push(fieldOf(label, text));
  }
  return {
    ...(summary && { summary }),
    fields,
    ...(abstract !== undefined && abstract !== '' && { abstract }),
    ...(comment !== undefined && comment !== '' && { comment }),
  };
}

const texts: ReadonlySet<Piece['role']> = new Set(['abstract', 'comment', 'summary', 'field']);

function fieldOf(label: string, text: string): AiField {
  return text === '' ? { label, text, failed: true } : { label, text };
}

/** A header that is a heading or item with a title and no link: `## 3. Title`. */
export function plainHeader(text: string, from: number): EntryHeader | undefined {
  const title = plainTitle(text.slice(from));
  if (title === '') return undefined;
  const at = text.indexOf(title, from);
  if (at !== -1) return { title, titleStart: at, titleEnd: at + title.length };
  return { title, titleStart: from, titleEnd: text.length };
}
