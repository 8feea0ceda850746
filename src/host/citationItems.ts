import * as vscode from 'vscode';
import { citationKey, keyStyleNames } from '../core/citation/citationKey.js';
import { nameOfWork } from '../core/bibliography/entry.js';
import { searchedText } from '../core/bibliography/entrySearch.js';
import type { Paper } from '../core/paper.js';
import { texToText } from '../core/render/texToText.js';
import type { EntryPlace } from '../worker/bibliographyProtocol.js';
import type { CitationPlace } from './citationPlace.js';
import { commands } from './contributions.js';
import { authorList, firstAuthor, yearOf } from './paperWords.js';
import { citationSettings } from './settings.js';

/** A suggestion that knows what it stands for; its documentation is made when somebody looks. */
export class CitationItem extends vscode.CompletionItem {
  constructor(
    label: vscode.CompletionItemLabel,
    readonly of: EntryPlace | Paper,
  ) {
    super(label, vscode.CompletionItemKind.Reference);
  }
}

/** A key that the bibliographies have; undefined where it cannot be written. */
export function entryItem(
  place: EntryPlace,
  at: CitationPlace,
  order: number,
): CitationItem | undefined {
  const { entry } = place;
  const text = at.write(entry.key);
  if (text === undefined) return undefined;
  const { key, authors, year } = entry;
  const title = nameOfWork(entry) ?? '';
  const description = [authors.length > 0 && authorList(authors, 1), year].filter(Boolean);
  const label = { label: key, detail: ` ${texToText(title)}`, description: description.join(' ') };
  const item = new CitationItem(label, place);
  item.insertText = text;
  return arranged(item, at, searchedText(entry), `0${number(order)}`);
}

/** A paper of the library that has no entry yet: what is typed stays until its entry is added. */
export function paperItem(
  paper: Paper,
  at: CitationPlace,
  order: number,
  document: vscode.TextDocument,
): CitationItem | undefined {
  // A hint: the worker makes the key that is written.
  const { style } = citationSettings(document).keys;
  const key = citationKey(paper, keyStyleNames.find((name) => name === style) ?? 'arxiv');
  if (at.write(key) === undefined) return undefined;
  const label = {
    label: key,
    detail: ` ${texToText(paper.title)}`,
    description: vscode.l10n.t('adds its entry'),
  };
  const item = new CitationItem(label, paper);
  item.insertText = at.typed;
  item.command = { command: commands.citeTyped, title: '', arguments: [paper.key] };
  const { id = '', title, authors } = paper;
  const searched = [key, title, authors.join(' '), id, firstAuthor(paper), yearOf(paper)].join(' ');
  return arranged(item, at, searched, `1${number(order)}`);
}

/**
 * The worker has found it by what was typed, and has put it in order. VS Code looks at the beginning
 * of the text alone, so what was typed comes first: all pass, and the order stays.
 */
function arranged(
  item: CitationItem,
  { typed, inserting, replacing }: CitationPlace,
  searched: string,
  sortText: string,
): CitationItem {
  item.filterText = typed === '' ? searched : `${typed} ${searched}`;
  item.sortText = sortText;
  item.range = { inserting, replacing };
  return item;
}

function number(order: number): string {
  return String(order).padStart(4, '0');
}
