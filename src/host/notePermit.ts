import * as vscode from 'vscode';
import { Permit } from '../editor/files/permit.js';
import { shownPath } from '../editor/files/shownPath.js';
import { leadsIntoTools } from '../core/toolFolders.js';
import { wayTo, type Refusal, type Way } from '../editor/files/way.js';

/** What a setting names. */
export interface SettingPath {
  readonly setting: string;
  /** As written. */
  readonly path: string;
}

/** The way to a note or template, which no question opens outside of the workspace. */
export async function wayInside(
  uri: vscode.Uri,
  { setting, path }: SettingPath,
): Promise<Way | Refusal> {
  const way = await wayTo(uri);
  if ('refusal' in way || !way.isOutside) return way;
  return {
    refusal: vscode.l10n.t(
      'The setting {0} leads out of the workspace: "{1}" is {2}. Nothing was read or written there; name a place in the workspace.',
      ...[setting, path, shownPath(way.real)],
    ),
  };
}

/** The way to where a note is to be written: in the workspace, and in no folder of a program. */
export async function wayToNote(uri: vscode.Uri, named: SettingPath): Promise<Way | Refusal> {
  const way = await wayInside(uri, named);
  if ('refusal' in way) return way;
  const written = vscode.workspace.asRelativePath(uri, false);
  const tools = [written, way.path].find(leadsIntoTools);
  if (tools === undefined) return way;
  return {
    refusal: vscode.l10n.t(
      'The setting {0} leads into a folder of a program, which is no place for notes: "{1}" is {2}.',
      ...[named.setting, named.path, tools],
    ),
  };
}

/** The right to write a note there, at this moment. */
export async function notePermit(uri: vscode.Uri, named: SettingPath): Promise<Permit | Refusal> {
  const way = await wayToNote(uri, named);
  return 'refusal' in way ? way : Permit.inside(way);
}
