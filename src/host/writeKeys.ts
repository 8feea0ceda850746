import * as vscode from 'vscode';
import type { KeyRewrite } from '../core/citation/scan/rewriteKeys.js';
import { toRange } from './convert.js';
import { nameOfFile } from './fileName.js';

/**
 * Adds to an edit what a file is to say instead of old keys.
 * @throws Error when it names one in a way that cannot hold the new key
 */
export function writeKeys(
  edit: vscode.WorkspaceEdit,
  file: vscode.Uri,
  rewrites: readonly KeyRewrite[],
  newKey: string,
): void {
  for (const { range, text } of rewrites) {
    if (text === undefined) {
      throw new Error(
        vscode.l10n.t(
          '{0}, line {1} cites by this key in a way that cannot hold "{2}".',
          ...[nameOfFile(file), range.startLine + 1, newKey],
        ),
      );
    }
    edit.replace(file, toRange(range), text, {
      needsConfirmation: false,
      label: vscode.l10n.t('Citations by the key'),
    });
  }
}
