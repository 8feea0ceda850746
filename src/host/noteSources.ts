import * as vscode from 'vscode';
import type { NoteLabels } from '../core/notes/defaultTemplate.js';
import type { Paper } from '../core/paper.js';
import type { Refusal } from '../editor/files/way.js';
import type { Content } from '../worker/protocol.js';
import { settings } from './contributions.js';
import { below, insideFolder, relativeAddress } from './folderPaths.js';
import type { NoteFiles } from './noteFiles.js';
import { wayInside, wayToNote } from './notePermit.js';
import { templateProblemText } from './noteProblemText.js';
import { noteSettings } from './settings.js';

/** The template of a workspace folder. */
export interface TemplateSource {
  /** The built-in one when missing. */
  readonly content?: Content;
  readonly uri?: vscode.Uri;
  /** Names the setting and the file, for messages. */
  readonly place: string;
}

export function noteLabels(): NoteLabels {
  return {
    digest: vscode.l10n.t('digest'),
    summary: vscode.l10n.t('TL;DR (AI)'),
    abstract: vscode.l10n.t('Abstract'),
    notes: vscode.l10n.t('Notes'),
  };
}

export async function readTemplateFile(
  notes: NoteFiles,
  folder: vscode.WorkspaceFolder,
): Promise<TemplateSource | Refusal> {
  const { template } = noteSettings(folder);
  const place = template === '' ? settings.notesTemplate : `${settings.notesTemplate}: ${template}`;
  if (template === '') return { place };
  const uri = insideFolder(folder.uri, template);
  if (!uri) return outside(settings.notesTemplate, template);
  const way = await wayInside(uri, { setting: settings.notesTemplate, path: template });
  if ('refusal' in way) return way;
  const read = await notes.read(uri);
  if (read.kind === 'content') return { content: read.content, uri, place };
  return {
    refusal: vscode.l10n.t(
      'The setting {0} names the file {1}, which cannot be read in {2}.',
      ...[settings.notesTemplate, template, folder.name],
    ),
  };
}

/** Where the settings put a paper's note. */
export async function notePlace(
  notes: NoteFiles,
  paper: Paper,
  key: string,
  folder: vscode.WorkspaceFolder,
): Promise<{ readonly root: vscode.Uri; readonly path: string } | Refusal> {
  const { folder: path } = noteSettings(folder);
  const root = insideFolder(folder.uri, path);
  if (!root) return outside(settings.notesFolder, path);
  const way = await wayToNote(root, { setting: settings.notesFolder, path });
  if ('refusal' in way) return way;
  const named = await notes.name(paper, key, folder);
  if ('path' in named) return { root, path: named.path };
  return { refusal: templateProblemText(named.problem, settings.notesFileName) };
}

/** The newest entry of a paper's digests as a link from its note, when both lie in one folder. */
export function digestAddress(
  { occurrences }: Paper,
  note: vscode.Uri,
  folder: vscode.WorkspaceFolder,
): string | undefined {
  const [newest] = occurrences;
  const uri = newest && vscode.Uri.parse(newest.uri);
  if (!uri || below(folder.uri, uri) === undefined) return undefined;
  return `${relativeAddress(note, uri)}#L${newest.entry.nameRange.startLine + 1}`;
}

function outside(setting: string, path: string): Refusal {
  return {
    refusal: vscode.l10n.t(
      'The setting {0} must be a path within the workspace folder, and "{1}" is none.',
      setting,
      path,
    ),
  };
}
