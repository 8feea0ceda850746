import * as vscode from 'vscode';
import { shortAuthors } from '../core/citation/authorYear.js';
import type { DigestEntry } from '../core/digest.js';
import type { Paper } from '../core/paper.js';
import { nameOfWork } from '../core/bibliography/entry.js';
import { texToText } from '../core/render/texToText.js';
import { shownLine } from '../core/shownText.js';
import type { EntryPlace } from '../worker/bibliographyProtocol.js';
import { nameOfFile } from './fileName.js';
import { authorList } from './paperWords.js';
import type { Picked } from './pickerOptions.js';
import type { FoundPaper } from './searchService.js';

/** A row keeps being the same object while its text changes: VS Code knows rows by identity. */
interface Row extends vscode.QuickPickItem {
  /** Unique in the list. */
  readonly id: string;
}

export interface PaperRow extends Row {
  readonly type: 'paper';
  found: FoundPaper;
  /** The entry that was looked into for a passage. */
  passageOf?: DigestEntry;
  passage?: string;
  /** By which it can be cited already. */
  entry?: EntryPlace;
}

/** A work that a bibliography has and no digest tells of. */
export interface EntryRow extends Row {
  readonly type: 'entry';
  readonly place: EntryPlace;
}

/** Something that was looked for before. */
export interface QueryRow extends Row {
  readonly type: 'query';
  readonly query: string;
}

/** Does something with all that was found. */
export interface ActionRow extends Row {
  readonly type: 'action';
}

/** Only tells something. */
export interface NoteRow extends Row {
  readonly type: 'note';
}

/** What can be chosen. */
export type WorkRow = PaperRow | EntryRow;
export type PickerRow = WorkRow | QueryRow | ActionRow | NoteRow;

export function paperRow(found: FoundPaper, buttons: readonly vscode.QuickInputButton[]): PaperRow {
  const row: PaperRow = {
    ...{ type: 'paper', id: found.paper.key, found, label: '', buttons },
    // The library has searched: VS Code would hide words in another order, or of a later author.
    alwaysShow: true,
  };
  writePaper(row);
  return row;
}

/** Brings the texts of a row in line with its paper and passage. */
export function writePaper(row: PaperRow): void {
  const { paper, place } = row.found;
  const date = place.date?.value;
  // Beside a passage the others have to be short: they share one line.
  const { passage, entry } = row;
  const authors =
    passage === undefined ? authorList(paper.authors, 3) : shortAuthors(paper.authors);
  const facts = [authors, date, paper.category, passage];
  row.label = plain(texToText(paper.title));
  row.description = plain([nameOf(paper), entry && origin(entry)].filter(Boolean).join(' · '));
  row.detail = plain(facts.filter(Boolean).join(' · '));
}

export function entryRow(place: EntryPlace): EntryRow {
  const { key, authors, year, journal } = place.entry;
  const title = nameOfWork(place.entry) ?? '';
  return {
    ...{ type: 'entry', id: `entry/${place.uri}/${key}`, place, alwaysShow: true },
    label: plain(texToText(title) || key),
    description: plain(origin(place)),
    detail: plain([authorList(authors, 3), year, journal].filter(Boolean).join(' · ')),
  };
}

export function queryRow(query: string, button: vscode.QuickInputButton): QueryRow {
  return {
    ...{ type: 'query', id: `query/${query}`, query, alwaysShow: true },
    ...{ label: plain(query), iconPath: new vscode.ThemeIcon('history'), buttons: [button] },
  };
}

export function actionRow(label: string, iconPath: vscode.ThemeIcon): ActionRow {
  return { type: 'action', id: `action/${label}`, label, iconPath, alwaysShow: true };
}

export function noteRow(label: string, icon: string): NoteRow {
  const iconPath = new vscode.ThemeIcon(icon);
  return { type: 'note', id: `note/${label}`, label: plain(label), iconPath, alwaysShow: true };
}

export function separator(label: string): NoteRow {
  const { Separator } = vscode.QuickPickItemKind;
  return { type: 'note', id: `separator/${label}`, label, kind: Separator };
}

/** The key and the file that it stands in. */
function origin({ uri, entry }: EntryPlace): string {
  return vscode.l10n.t('{0} in {1}', entry.key, nameOfFile(vscode.Uri.parse(uri)));
}

function nameOf({ id, doi }: Paper): string {
  return id ?? doi ?? '';
}

/** VS Code shows `$(name)` as an icon, and foreign texts may hold that, or what nobody sees. */
export function plain(text: string): string {
  return shownLine(text).replace(/\$\([\w~-]+\)/g, '\\$&');
}

export function isPaper(row: PickerRow): row is PaperRow {
  return row.type === 'paper';
}

export function isEntryRow(row: PickerRow): row is EntryRow {
  return row.type === 'entry';
}

export function isWork(row: PickerRow): row is WorkRow {
  return row.type === 'paper' || row.type === 'entry';
}

export function pickedOf(row: WorkRow): Picked {
  return row.type === 'paper' ? row.found.paper : row.place;
}
