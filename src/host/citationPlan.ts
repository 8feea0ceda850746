import * as vscode from 'vscode';
import { citationKey, keyStyleNames, type KeyStyle } from '../core/citation/citationKey.js';
import type { Paper } from '../core/paper.js';
import type { EntryMatch } from '../worker/bibliographyProtocol.js';
import type {
  BibliographyService,
  CitedBibliography,
  CitingDocument,
} from './bibliographyService.js';
import type { CitationTexts } from './citationTexts.js';
import { entryText } from './entryText.js';
import { citationSettings, type CitationSettings } from './settings.js';

/** What is to be done so that a document can cite papers; nothing has been changed yet. */
export interface CitationPlan {
  /** For each paper its key, in their order. */
  readonly keys: readonly string[];
  /** Papers that get an entry, with their keys. */
  readonly added: readonly { readonly paper: Paper; readonly key: string }[];
  /** Where they get it; undefined when nothing is added. */
  readonly bibliography: vscode.Uri | undefined;
  /** Writes the entries. Put the citation into the same edit, and one undo takes back both. */
  readonly edit: vscode.WorkspaceEdit;
}

/** Why a document cannot cite: it has no bibliography, or none that entries can be written to. */
export interface NoPlan {
  readonly problem: 'none' | 'readOnly';
  /** The bibliographies that were tried. */
  readonly bibliographies: readonly vscode.Uri[];
}

export interface PlanOptions {
  /** Cited already by these keys, in the order of the papers: they get no others. */
  readonly keys?: readonly string[];
  /** Asked for an entry that is only likely to be the paper's; by default it is not. */
  readonly isSame?: (paper: Paper, match: EntryMatch) => Promise<boolean>;
}

interface Services {
  readonly bibliographies: BibliographyService;
  readonly citationTexts: CitationTexts;
}

/**
 * The keys by which a document is to cite papers: that of their entry where a bibliography has one
 * under any key, else a new one, which no bibliography has. New entries go to the first bibliography
 * that takes them, in the order of `BibliographyService.named`; one that is named and not there yet is
 * made.
 */
export async function planCitation(
  services: Services,
  document: CitingDocument,
  papers: readonly Paper[],
  { isSame, keys: given }: PlanOptions = {},
): Promise<CitationPlan | NoPlan> {
  const { bibliographies } = services;
  const named = await bibliographies.named(document);
  const cited = named.filter(({ missing }) => !missing).map(({ uri }) => uri);
  const matches = await bibliographies.match(cited, papers);
  const known: (string | undefined)[] = [];
  for (const [index, paper] of papers.entries()) {
    const match = matches[index];
    const fits = match && (match.certain || (await isSame?.(paper, match)));
    known.push(fits && match.entry.key !== '' ? match.entry.key : undefined);
  }
  const settings = citationSettings(document);
  const missing = papers.filter((_, index) => known[index] === undefined);
  const keys = given ?? (await newKeys(services, cited, missing, settings));
  const rest = [...keys];
  const all = known.map((key) => key ?? rest.shift() ?? '');
  const added = missing.map((paper, index) => ({ paper, key: keys[index] ?? '' }));
  const edit = new vscode.WorkspaceEdit();
  if (added.length === 0) return { keys: all, added, bibliography: undefined, edit };
  if (named.length === 0) return { problem: 'none', bibliographies: [] };
  for (const bibliography of named) {
    if (await addEntries(services, bibliography, added, settings, edit)) {
      return { keys: all, added, bibliography: bibliography.uri, edit };
    }
  }
  return { problem: 'readOnly', bibliographies: named.map(({ uri }) => uri) };
}

async function newKeys(
  { bibliographies }: Services,
  cited: readonly vscode.Uri[],
  papers: readonly Paper[],
  settings: CitationSettings,
): Promise<string[]> {
  const style: KeyStyle = keyStyleNames.find((name) => name === settings.keyStyle) ?? 'arxiv';
  const wanted = papers.map((paper) => citationKey(paper, style));
  const taken = new Set(await bibliographies.takenKeys(cited, wanted));
  return papers.map((paper) => {
    const key = citationKey(paper, style, (other) => taken.has(other.toLowerCase()));
    taken.add(key.toLowerCase());
    return key;
  });
}

/** Whether they have a place there. */
async function addEntries(
  { bibliographies, citationTexts }: Services,
  { uri, missing }: CitedBibliography,
  added: CitationPlan['added'],
  settings: CitationSettings,
  edit: vscode.WorkspaceEdit,
): Promise<boolean> {
  if (!(await isWritable(uri))) return false;
  const format = missing
    ? /\.(?:bib|bibtex|biblatex)$/i.test(uri.path)
      ? 'bibtex'
      : undefined
    : (await bibliographies.summary(uri))?.format;
  if (format === undefined) return false;
  const entries = added.map(({ paper, key }) => entryText(format, paper, key, settings));
  if (entries.some((entry) => entry === undefined)) return false;
  const place = await citationTexts.place(uri, format, entries.join('\n\n'));
  if (!place) return false;
  if (missing) edit.createFile(uri, { ignoreIfExists: true });
  edit.insert(uri, new vscode.Position(place.line, place.character), place.text);
  return true;
}

/** As far as can be told before: the edit may fail all the same. */
async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    return true;
  }
}
