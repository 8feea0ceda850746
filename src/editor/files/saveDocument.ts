import type * as vscode from 'vscode';
import type { Permit } from './permit.js';
import type { Refusal } from './way.js';

/**
 * Saves the document of a permit, which a person may not even see, when its links lead where they did.
 * @returns whether it is saved
 */
export async function saveDocument(
  permit: Permit,
  document: vscode.TextDocument,
): Promise<boolean | Refusal> {
  if (permit.uri.toString() !== document.uri.toString()) return false;
  return (await permit.fault()) ?? document.save();
}
