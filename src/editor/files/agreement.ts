import * as vscode from 'vscode';
import { shownPath } from './shownPath.js';
import type { Way } from './way.js';

/** Real places that a person has agreed to, until the window goes. A link that moves is asked for anew. */
const agreed = new Set<string>();

export function isAgreed({ real }: Way): boolean {
  return agreed.has(real.toString());
}

/** Asks, once for each real place, whether files outside of the workspace may be written to. */
export async function agreesToWrite(ways: readonly Way[]): Promise<boolean> {
  const places = new Map(ways.map(({ real }) => [real.toString(), real]));
  for (const known of agreed) places.delete(known);
  if (places.size === 0) return true;
  const paths = [...places.values()].map(shownPath).join('\n');
  const write = vscode.l10n.t('Write');
  const answer = await vscode.window.showWarningMessage(
    places.size === 1
      ? vscode.l10n.t('Write to this file outside of the workspace?\n{0}', paths)
      : vscode.l10n.t('Write to these files outside of the workspace?\n{0}', paths),
    {
      modal: true,
      detail: vscode.l10n.t(
        'A document or a setting names it, or a link in the workspace leads there. You are not asked again for this place as long as this window is open.',
      ),
    },
    write,
  );
  if (answer !== write) return false;
  for (const place of places.keys()) agreed.add(place);
  return true;
}
