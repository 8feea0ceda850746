import { Lines } from '../lines.js';
import { addressOf, markdownOf, type NoteFacts } from './fields.js';
import { findFrontMatter } from './frontMatter.js';
import { findRegions, type ManagedRegion } from './managedRegion.js';
import { readPieces, type Piece, type TemplateProblem } from './placeholders.js';

export interface NoteTemplate {
  /** YAML with placeholders, and the line that it begins in. */
  readonly frontMatter?: { readonly text: string; readonly line: number };
  /** What comes behind the front matter. */
  readonly body: readonly TemplateLine[];
  readonly regions: readonly ManagedRegion[];
}

type TemplateLine = readonly Piece[];

export type ReadTemplate =
  { readonly template: NoteTemplate } | { readonly problem: TemplateProblem };

/** @param text whatever its line ends; the front matter is only set apart here, not understood */
export function readTemplate(text: string): ReadTemplate {
  const block = findFrontMatter(text);
  const start = block?.bodyStart ?? 0;
  const lines = new Lines(text.slice(start));
  const firstLine = block ? new Lines(text.slice(0, start)).count - 1 : 0;
  const body: TemplateLine[] = [];
  for (let line = 0; line < lines.count; line++) {
    const before = lines.text.slice(0, lines.start(line));
    const read = readPieces(lines.line(line), firstLine + line, before);
    if ('problem' in read) return read;
    body.push(read.pieces);
  }
  const { regions, faults } = findRegions(lines);
  const [fault] = faults;
  if (fault) {
    const { kind, line, name } = fault;
    return { problem: { kind, line: firstLine + line, args: [name] } };
  }
  const frontMatter = block && { text: text.slice(block.start, block.end), line: 1 };
  return { template: { ...(frontMatter && { frontMatter }), body, regions } };
}

/**
 * The lines of a template with the paper's facts in them. A line that asks for what the paper does
 * not tell, and for nothing else, is left out.
 */
export function fillLines(lines: readonly TemplateLine[], facts: NoteFacts): string[] {
  const filled: string[] = [];
  let isGap = false;
  for (const pieces of lines) {
    const text = fillLine(pieces, facts);
    if (text === undefined) {
      isGap = (filled.at(-1) ?? '').trim() === '';
    } else if (!isGap || text.trim() !== '') {
      filled.push(...text.split('\n'));
      isGap = false;
    }
  }
  while (isGap && filled.at(-1)?.trim() === '') filled.pop();
  return filled;
}

/** The whole body; each region as `fillLines` fills it alone, so that an update finds it the same. */
export function fillBody({ body, regions }: NoteTemplate, facts: NoteFacts): string[] {
  const cuts = [0, ...regions.flatMap(({ from, to }) => [from, to]), body.length];
  return cuts.flatMap((cut, index) => fillLines(body.slice(cut, cuts[index + 1]), facts));
}

/** Whether the paper tells anything that these lines ask for. */
export function isTold(lines: readonly TemplateLine[], facts: NoteFacts): boolean {
  const asked = lines.flat().filter((piece) => piece.kind === 'field');
  return asked.length === 0 || asked.some(({ name }) => markdownOf(name, facts) !== '');
}

function fillLine(pieces: TemplateLine, facts: NoteFacts): string | undefined {
  const hasField = pieces.some(({ kind }) => kind === 'field');
  if (hasField && !isTold([pieces], facts)) return undefined;
  const text = pieces.map((piece) => pieceText(piece, facts)).join('');
  // The paragraphs of an abstract stay in the quotation or list that the first one stands in.
  const [margin = ''] = /^[\s>]*/.exec(text) ?? [];
  return text.replaceAll('\n', `\n${margin}`);
}

function pieceText(piece: Piece, facts: NoteFacts): string {
  if (piece.kind === 'literal') return piece.text;
  return piece.isAddress ? addressOf(piece.name, facts) : markdownOf(piece.name, facts);
}
