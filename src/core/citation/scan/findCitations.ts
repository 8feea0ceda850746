import { citationSyntax } from '../syntaxes.js';
import type { TextRange } from '../../text.js';
import { asciidocScanner } from './asciidoc.js';
import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyPlace,
  ScanOptions,
} from './citationGroup.js';
import { latexScanner } from './latex.js';
import { markdownScanner } from './markdown.js';
import { orgScanner } from './org.js';
import { restScanner } from './restructuredText.js';
import { silent } from './silence.js';
import { typstScanner } from './typst.js';

/** By the name of the syntax, as `citationSyntax` tells it from language and file name. */
const scanners: ReadonlyMap<string, CitationScanner> = new Map([
  ['pandoc', markdownScanner(false)],
  ['rmarkdown', markdownScanner(false)],
  ['myst', markdownScanner(false)],
  ['quarto', markdownScanner(true)],
  ['latex', latexScanner],
  ['typst', typstScanner],
  ['org', orgScanner],
  ['restructuredtext', restScanner],
  ['asciidoc', asciidocScanner],
]);

export function scannerOf(languageId: string, path: string): CitationScanner | undefined {
  return scanners.get(citationSyntax(languageId, path).name);
}

/** Whether documents of a language cite by keys; false for code, plain text and BibTeX itself. */
export function citesByKeys(languageId: string, path: string): boolean {
  return scannerOf(languageId, path) !== undefined;
}

/**
 * Every citation of a text by its start, none for languages that have no keys. A citation inside the
 * note of another is one of its own. Silent in code, comments, addresses and links; formulas are not
 * looked at, for no syntax's signs occur in them. Takes time in proportion to the text.
 */
export function findCitations(
  text: string,
  languageId: string,
  path: string,
  options: ScanOptions = {},
): readonly CitationGroup[] {
  const scanner = scannerOf(languageId, path);
  return scanner ? scanner.find({ text: scanner.silence(text), options }) : [];
}

/** A document by its lines, as editors have it; lines are without their ends. */
export interface LineSource {
  readonly lineCount: number;
  lineAt(line: number): string;
}

/** A key and the citation it belongs to, found from a position. */
export interface KeyAt {
  readonly key: string;
  readonly range: TextRange;
  /** All keys of the citation, this one included. */
  readonly keys: readonly string[];
  readonly narrative: boolean;
  readonly certain: boolean;
}

/** A paragraph may be longer, but then nobody reads it as one. */
const mostLines = 40;

/**
 * The key at a position, its edges included. Reads the paragraph around it only, so it does not know
 * of a code block that holds a blank line between its beginning and the position.
 */
export function citationKeyAt(
  lines: LineSource,
  line: number,
  character: number,
  languageId: string,
  path: string,
  options: ScanOptions = {},
): KeyAt | undefined {
  if (!citesByKeys(languageId, path) || line >= lines.lineCount) return undefined;
  const isBlank = (number: number): boolean => lines.lineAt(number).trim() === '';
  let from = line;
  while (from > 0 && line - from < mostLines && !isBlank(from - 1)) from--;
  let to = line + 1;
  while (to < lines.lineCount && to - line < mostLines && !isBlank(to)) to++;
  const starts: number[] = [];
  let text = '';
  for (let number = from; number < to; number++) {
    starts.push(text.length);
    text += `${lines.lineAt(number)}\n`;
  }
  const offset = (starts[line - from] ?? 0) + character;
  for (const group of findCitations(text, languageId, path, options)) {
    const found = group.keys.find(({ start, end }) => start <= offset && offset <= end);
    if (!found) continue;
    const { narrative, certain } = group;
    const keys = group.keys.map(({ key }) => key);
    return { key: found.key, range: rangeOf(found, starts, from), keys, narrative, certain };
  }
  return undefined;
}

function rangeOf({ start, end }: CitedKey, starts: readonly number[], from: number): TextRange {
  const row = starts.findLastIndex((at) => at <= start);
  const lineStart = starts[row] ?? 0;
  // No key goes over a line's end.
  return {
    startLine: from + row,
    startCharacter: start - lineStart,
    endLine: from + row,
    endCharacter: end - lineStart,
  };
}

/** What completion needs to know of a place where a key may be typed. */
export interface CompletionContext extends KeyPlace {
  /** What stands of the key before the cursor. */
  readonly typed: string;
}

/**
 * Whether the cursor is at a place for a citation key: behind `@`, in `\cite{a,`, `[cite:@`,
 * ``:cite:p:` ``, `cite:[` and their like, outside of code, comments, addresses and links. Offsets
 * count from the beginning of `before`, which should be that of the document or at least lie outside
 * of code.
 */
export function completionContext(
  before: string,
  after: string,
  languageId: string,
  path: string,
  options: ScanOptions = {},
): CompletionContext | undefined {
  const scanner = scannerOf(languageId, path);
  if (!scanner) return undefined;
  const offset = before.length;
  const text = scanner.silence(before + after);
  if (text[offset - 1] === silent) return undefined;
  const place = scanner.placeAt({ text, options }, offset);
  return place && { ...place, typed: before.slice(place.start) };
}
