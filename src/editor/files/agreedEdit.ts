import * as vscode from 'vscode';
import { fileOf } from '../notebooks.js';
import { agreesToWrite, isAgreed } from './agreement.js';
import { distrust } from './permit.js';
import { nameOfWay } from './nameOfWay.js';
import { wayTo, type Refusal, type Way } from './way.js';

/**
 * Whether an edit, which VS Code saves when it is one of several files, may be done: a person is asked
 * about the files that lead out of the workspace, in one question.
 * @param own the document that the person works in: alone, it is left for them to save
 */
export async function agreesToEdit(
  edit: vscode.WorkspaceEdit,
  own: vscode.Uri,
): Promise<boolean | Refusal> {
  const outside = await waysOut(edit, own);
  if ('refusal' in outside) return outside;
  return outside.length === 0 || agreesToWrite(outside);
}

/** Why an edit may not be done, where nobody can be asked. */
export async function refusalOfEdit(
  edit: vscode.WorkspaceEdit,
  own: vscode.Uri,
): Promise<Refusal | undefined> {
  const outside = await waysOut(edit, own);
  if ('refusal' in outside) return outside;
  const way = outside.find((each) => !isAgreed(each));
  return (
    way && {
      refusal: vscode.l10n.t(
        'A quick fix does not write outside of the workspace: {0}.',
        nameOfWay(way),
      ),
    }
  );
}

async function waysOut(
  edit: vscode.WorkspaceEdit,
  own: vscode.Uri,
): Promise<readonly Way[] | Refusal> {
  const files = edit.entries().map(([uri]) => fileOf(uri));
  if (files.every((uri) => uri.toString() === fileOf(own).toString())) return [];
  const outside: Way[] = [];
  for (const uri of files) {
    const way = await wayTo(uri);
    if ('refusal' in way) return way;
    if (!way.isOutside) continue;
    const refusal = distrust(way);
    if (refusal) return refusal;
    outside.push(way);
  }
  return outside;
}
