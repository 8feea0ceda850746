import * as vscode from 'vscode';
import { addMissing } from '../core/bibliography/entryRepairs.js';
import type { NamedEntry } from '../core/bibliography/findings.js';
import { toRange } from './convert.js';
import type { FeatureContext } from './featureContext.js';
import { rewriteUses } from './rewriteUses.js';
import { writeKeys } from './writeKeys.js';

/**
 * Makes one entry of several for the same paper: all documents cite by its key, and so do other
 * entries (`crossref`), it gets the fields that only the others have, and the others go.
 * @throws Error when a document cites in a way that cannot hold the key
 */
export async function mergeEntries(
  context: FeatureContext,
  document: vscode.TextDocument,
  kept: NamedEntry,
  dropped: readonly NamedEntry[],
): Promise<vscode.WorkspaceEdit> {
  const { uri } = document;
  const edit = new vscode.WorkspaceEdit();
  const textOf = ({ range }: NamedEntry): string => document.getText(toRange(range));
  const before = textOf(kept);
  let text = before;
  let offset = before.length;
  const keys = dropped.flatMap(({ key, aliases = [] }) => [key, ...aliases]);
  await rewriteUses(context, { keys, document: uri, bibliographies: [uri] }, kept.key, edit);
  const references = await context.citationTexts.rewriteReferences(uri, keys, kept.key);
  const goes = dropped.map(({ range }) => toRange(range));
  const staying = references.filter(
    ({ range }) => !goes.some((entry) => entry.contains(toRange(range))),
  );
  writeKeys(edit, uri, staying, kept.key);
  for (const entry of dropped) {
    const added = addMissing(text, textOf(entry));
    if (added) {
      text = text.slice(0, added.offset) + added.text + text.slice(added.offset);
      offset = Math.min(offset, added.offset);
    }
    edit.delete(uri, withBlankLines(document, toRange(entry.range)), {
      needsConfirmation: false,
      label: vscode.l10n.t('Other entries of the paper'),
    });
  }
  const added = text.slice(offset, offset + text.length - before.length);
  if (added !== '') {
    const start = document.offsetAt(toRange(kept.range).start);
    edit.insert(uri, document.positionAt(start + offset), added, {
      needsConfirmation: false,
      label: vscode.l10n.t('What other entries say of the paper'),
    });
  }
  return edit;
}

/** The lines of an entry and the blank ones behind it, or, of the last entry, before it. */
export function withBlankLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const isBlank = (line: number): boolean => document.lineAt(line).isEmptyOrWhitespace;
  const { start, end } = range;
  const before = document.lineAt(start.line).text.slice(0, start.character);
  const behind = document.lineAt(end.line).text.slice(end.character);
  // Something else stands in its lines.
  if (`${before}${behind}`.trim() !== '') return range;
  let to = end.line + 1;
  while (to < document.lineCount && isBlank(to)) to++;
  if (to < document.lineCount) return new vscode.Range(start.line, 0, to, 0);
  let from = start.line;
  while (from > 0 && isBlank(from - 1)) from--;
  if (from === 0) return new vscode.Range(0, 0, document.lineCount, 0);
  const last = document.lineAt(end.line).range.end;
  return new vscode.Range(document.lineAt(from - 1).range.end, last);
}
