import type * as vscode from 'vscode';
import { isBibliographyPath } from '../core/bibliography/bibliographyPath.js';
import { citesByKeys } from '../core/citation/scan/findCitations.js';
import { noBibliography } from '../editor/files/bibliographyGate.js';
import { Permit } from '../editor/files/permit.js';
import { wayTo, type Refusal } from '../editor/files/way.js';
import { fileOf } from '../editor/notebooks.js';

/**
 * Whether entries may be put at the cursor of a document. Outside of the workspace a person is asked,
 * but for a note that they have opened there, by its own path.
 * @returns false when the person does not agree
 */
export async function takesEntriesAtCursor({
  uri,
  languageId,
}: vscode.TextDocument): Promise<boolean | Refusal> {
  const way = await wayTo(uri);
  if ('refusal' in way) return way;
  if (!way.isOutside) return true;
  const isNote = citesByKeys(languageId, way.real.path);
  if (isNote && way.real.toString() === fileOf(uri).toString()) return true;
  if (!isNote && !isBibliographyPath(way.real.path)) return noBibliography(way);
  const permit = await Permit.for(way, true);
  return permit !== undefined && 'refusal' in permit ? permit : permit !== undefined;
}
