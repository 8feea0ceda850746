import * as vscode from 'vscode';
import {
  citesByKeys,
  completionContext,
  type CompletionContext,
} from '../core/citation/scan/findCitations.js';
import { citationSettings } from './settings.js';

/** Where a citation key may be typed. */
export interface CitationPlace extends Pick<CompletionContext, 'typed' | 'write'> {
  /** What was typed of it, up to the cursor. */
  readonly inserting: vscode.Range;
  /** All of the key that the cursor is in. */
  readonly replacing: vscode.Range;
}

/** No paragraph that somebody writes in is longer. */
const nearLines = 40;
/** Text further away is not looked at, so that a keystroke costs some milliseconds at most. */
const farthest = 200_000;

/**
 * Whether a key may be typed at a position: not in code, addresses and the like. Nearly always the
 * paragraph alone tells that none can.
 */
export function citationPlaceAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): CitationPlace | undefined {
  if (!citesByKeys(document.languageId, document.uri.path)) return undefined;
  const near = document.offsetAt(new vscode.Position(Math.max(0, position.line - nearLines), 0));
  if (!placeFrom(document, position, near)) return undefined;
  return placeFrom(document, position, Math.max(0, document.offsetAt(position) - farthest));
}

function placeFrom(
  document: vscode.TextDocument,
  position: vscode.Position,
  from: number,
): CitationPlace | undefined {
  const offset = document.offsetAt(position);
  const textOf = (start: number, end: number): string =>
    document.getText(new vscode.Range(document.positionAt(start), document.positionAt(end)));
  const context = completionContext(
    textOf(from, offset),
    textOf(offset, offset + 2000),
    ...([document.languageId, document.uri.path] as const),
    { latexCommand: citationSettings(document).latexCommand },
  );
  if (!context) return undefined;
  const start = document.positionAt(from + context.start);
  const end = document.positionAt(from + context.end);
  return {
    typed: context.typed,
    write: (key) => context.write(key),
    inserting: new vscode.Range(start, position),
    replacing: new vscode.Range(start, end),
  };
}
