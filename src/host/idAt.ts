import * as vscode from 'vscode';
import { arxivKey, findIds, type FoundId, type Month } from '../core/arxivId.js';
import type { PaperKey } from '../core/paper.js';

export interface IdAt {
  readonly key: PaperKey;
  readonly found: FoundId;
  /** The id with its version. */
  readonly range: vscode.Range;
}

/** Longer lines are data, not notes; scanning them would hold up the editor. */
const longestLine = 100_000;

/** The identifier under a position, from the live document: one line is scanned, nothing is waited for. */
export function idAt(document: vscode.TextDocument, position: vscode.Position): IdAt | undefined {
  const line = document.lineAt(position.line).text;
  if (line.length > longestLine) return undefined;
  const found = findIds(line, nextMonth()).find(
    ({ start, end }) => start <= position.character && position.character <= end,
  );
  if (!found) return undefined;
  const range = new vscode.Range(position.line, found.idStart, position.line, found.idEnd);
  return { key: arxivKey(found.id), found, range };
}

/** arXiv gives no id from the future, but a clock may be a time zone behind. */
export function nextMonth(): Month {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
    .toISOString()
    .slice(0, 7);
}
