import type * as vscode from 'vscode';
import { citationKeyAt, type LineSource } from '../core/citation/scan/findCitations.js';
import { isGeneratedBibliography, mayBeTypeset } from '../core/bibliography/bibliographyPath.js';
import { keysOf, rangeOfKey, type BibliographyEntry } from '../core/bibliography/entry.js';
import type { BibliographyService } from './bibliographyService.js';
import { toRange } from './convert.js';
import { citationSettings } from './settings.js';

/** A citation key under a position: where it cites, or where its entry has it. */
export interface KeyPlace {
  readonly key: string;
  readonly range: vscode.Range;
  /** Of a bibliography; undefined where the key cites. */
  readonly entry: BibliographyEntry | undefined;
  /** Nothing but a citation is written like this. */
  readonly certain: boolean;
  /** Where the key is looked up. */
  readonly cited: readonly vscode.Uri[];
}

/** Longer lines are data, not notes. */
const longestLine = 20_000;

/**
 * From the live document: of one that cites the paragraph is scanned, of a bibliography the worker
 * tells what stands there.
 */
export async function keyAt(
  bibliographies: BibliographyService,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<KeyPlace | undefined> {
  const found = citationAt(document, position);
  if (found) {
    const cited = await bibliographies.of(document);
    const { key, certain } = found;
    return { key, range: toRange(found.range), entry: undefined, certain, cited };
  }
  const { uri } = document;
  const isText = mayBeTypeset(uri.path) && !isGeneratedBibliography(uri.path);
  if (!(isText ? isNearBibitem(document, position) : bibliographies.is(document))) return undefined;
  const entry = await bibliographies.entryAt(uri, position);
  if (!entry || entry.key === '') return undefined;
  const key = keysOf(entry).find((each) => toRange(rangeOfKey(entry, each)).contains(position));
  if (key === undefined) return undefined;
  const others = isText ? await bibliographies.of(document) : [];
  const range = toRange(rangeOfKey(entry, key));
  return { key, range, entry, certain: true, cited: [uri, ...without(others, uri)] };
}

function without(uris: readonly vscode.Uri[], uri: vscode.Uri): readonly vscode.Uri[] {
  return uris.filter((each) => each.toString() !== uri.toString());
}

/** natbib names all authors before the key. */
const longestLabel = 40;

/** Whether a LaTeX text may have the key of one of its references here: else it is not read for it. */
function isNearBibitem(document: vscode.TextDocument, { line }: vscode.Position): boolean {
  for (let at = line; at >= Math.max(0, line - longestLabel); at--) {
    const { text, isEmptyOrWhitespace } = document.lineAt(at);
    if (isEmptyOrWhitespace) return false;
    if (/\\(?:bib|harvard)item/.test(text.slice(0, longestLine))) return true;
  }
  return false;
}

function citationAt(document: vscode.TextDocument, position: vscode.Position) {
  if (document.lineAt(position.line).text.length > longestLine) return undefined;
  const lines: LineSource = {
    lineCount: document.lineCount,
    lineAt: (line) => document.lineAt(line).text,
  };
  const { languageId, uri } = document;
  const { latexCommand } = citationSettings(document);
  const { line, character } = position;
  return citationKeyAt(lines, line, character, languageId, uri.path, { latexCommand });
}
