import * as vscode from 'vscode';
import type { ExportOptions } from '../core/citation/export/exportFormat.js';
import type { ReferenceStyleName } from '../core/citation/reference.js';
import { type MathMacros, readMathMacros } from '../core/render/mathMacros.js';
import type { CitationPreferences } from '../core/citation/syntaxes.js';
import type { MuteList, MuteLists } from '../core/marks/muteRules.js';
import type { CountBy } from '../core/paperTree.js';
import { readSavedSearches, type SavedSearch } from '../core/savedSearches.js';
import { fileOf } from '../editor/notebooks.js';
import type { KeyWish } from '../worker/citationProtocol.js';
import type { CheckName } from './citationChecks.js';
import type { Disposable } from './lifecycle.js';
import { settings } from './contributions.js';

/** Which files are read. May differ from folder to folder. */
export interface FileSettings {
  /** Globs below the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
}

/** Of files that are larger than `maxSize`, papers of these are read; none of them when empty. */
export function largeFileCategories(scope: vscode.Uri): readonly string[] {
  return texts(settings.largeFileCategories, scope)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export type Grouping = 'category' | 'date';

/** What is done about bibliographies when a document cites by keys. */
export type BibliographyUse = 'ask' | 'existing' | 'never';

/** How citations and entries are written. May differ from folder to folder and by language. */
export interface CitationSettings {
  readonly markdownStyle: string;
  readonly latexCommand: string;
  readonly bibliography: BibliographyUse;
  readonly keys: KeyWish;
  readonly entries: ExportOptions;
  /** Undefined: to be asked. `csl` for the file that the document names, or `cslStyle`. */
  readonly referenceStyle: ReferenceStyleName | 'csl' | undefined;
  readonly referenceMarkup: 'text' | 'markdown';
  /** Path of a file, below the workspace folder, absolute or below `~`; empty for none. */
  readonly cslStyle: string;
}

export function fileSettings(folder: vscode.WorkspaceFolder): FileSettings {
  const hidden = Object.entries(
    vscode.workspace.getConfiguration('files', folder).get<Record<string, unknown>>('exclude', {}),
  )
    .filter(([, on]) => on === true)
    .map(([glob]) => glob);
  return {
    include: read<readonly string[]>(settings.include, folder, []),
    exclude: [...read<readonly string[]>(settings.exclude, folder, []), ...hidden],
    maxSize: largestRead(folder),
  };
}

/** In bytes; of a file in no folder of the workspace as well. */
export function largestRead(folder: vscode.WorkspaceFolder | undefined): number {
  return read(settings.maxFileSize, folder, 50) * 1024 * 1024;
}

/** Each glob that leaves files out, with the setting that it stands in. */
export function exclusions(
  folder: vscode.WorkspaceFolder,
): readonly { readonly setting: string; readonly glob: string }[] {
  const own = texts(settings.exclude, folder);
  const hidden = fileSettings(folder).exclude.slice(own.length);
  return [
    ...own.map((glob) => ({ setting: settings.exclude, glob })),
    ...hidden.map((glob) => ({ setting: 'files.exclude', glob })),
  ];
}

/** VS Code's own setting, which may differ by language; undefined for UTF-8. */
export function fileEncoding(
  folder: vscode.Uri | undefined,
  languageId: string | undefined,
): string | undefined {
  const scope = languageId === undefined ? folder : { ...(folder && { uri: folder }), languageId };
  const encoding = read<unknown>('files.encoding', scope, 'utf8');
  return typeof encoding === 'string' && encoding !== 'utf8' ? encoding : undefined;
}

/** The formats that a person has described, by their names; whatever the person has made of it. */
export function ownFormats(scope: vscode.Uri | undefined): unknown {
  return read<unknown>(settings.formats, scope, {});
}

export function grouping(): Grouping {
  return read<Grouping>(settings.groupBy, undefined, 'category');
}

/** Whether the papers of bibliographies count as those of a digest. */
export function takesBibliographies(uri: vscode.Uri): boolean {
  return read<boolean>(settings.bibliographies, uri, false);
}

export function countBy(): CountBy {
  return choice(settings.countBy, undefined, ['primary', 'crossLists']);
}

export async function setCountBy(value: CountBy): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(settings.countBy, value, targetOf(settings.countBy));
}

/** Kept where the person keeps it: in the workspace when set there, else for the user. */
export async function setGrouping(value: Grouping): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(settings.groupBy, value, targetOf(settings.groupBy));
}

export function savedSearches(): SavedSearch[] {
  return readSavedSearches(vscode.workspace.getConfiguration().get(settings.savedSearches));
}

/**
 * @param change of the setting's value, whatever the person has made of it
 * @param target where it was kept before, for what is to be undone
 * @returns where it is kept
 */
export async function changeSavedSearches(
  change: (value: unknown) => unknown[],
  target = targetOf(settings.savedSearches),
): Promise<vscode.ConfigurationTarget> {
  const configuration = vscode.workspace.getConfiguration();
  const { workspaceValue, globalValue } = configuration.inspect(settings.savedSearches) ?? {};
  const inWorkspace = target === vscode.ConfigurationTarget.Workspace;
  const value = change(inWorkspace ? workspaceValue : globalValue);
  await configuration.update(settings.savedSearches, value, target);
  return target;
}

/** Settings are kept where the person keeps them: in the workspace when set there, else for the user. */
function targetOf(key: string): vscode.ConfigurationTarget {
  const inWorkspace =
    vscode.workspace.getConfiguration().inspect(key)?.workspaceValue !== undefined;
  return inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

/** In the order of a menu; what makes them is in the worker. */
export const referenceStyles: readonly ReferenceStyleName[] = [
  'apa',
  'ieee',
  'chicago',
  'gbt7714',
  'markdownLink',
];

/** @param scope the document that is written to */
export function citationSettings(scope: vscode.ConfigurationScope | undefined): CitationSettings {
  const style = choice(settings.referenceStyle, scope, ['ask', ...referenceStyles, 'csl']);
  return {
    markdownStyle: read(settings.markdownStyle, scope, 'pandoc'),
    latexCommand: read(settings.latexCommand, scope, 'cite'),
    bibliography: choice(settings.citeInto, scope, ['ask', 'existing', 'never']),
    keys: {
      style: read(settings.keyStyle, scope, 'arxiv'),
      template: String(read<unknown>(settings.keyTemplate, scope, '')),
      letters: read(settings.keyLetters, scope, 'asInStyle'),
    },
    entries: entryOptions(scope),
    referenceStyle: style === 'ask' ? undefined : style,
    referenceMarkup: choice(settings.referenceMarkup, scope, ['text', 'markdown']),
    cslStyle: read(settings.cslStyle, scope, ''),
  };
}

export function citationPreferences({
  markdownStyle: markdown,
  latexCommand,
}: CitationSettings): CitationPreferences {
  const isOther = markdown === 'link' || markdown === 'arxiv';
  return { markdown: isOther ? markdown : 'pandoc', latexCommand };
}

function entryOptions(scope: vscode.ConfigurationScope | undefined): ExportOptions {
  const isOn = (name: string): boolean => read<unknown>(name, scope, false) === true;
  const accents = choice(settings.accents, scope, ['asInStyle', 'tex', 'unicode']);
  return {
    preset: choice(settings.entryStyle, scope, ['arxivMisc', 'biblatexOnline', 'article', 'dblp']),
    capitals: choice(settings.capitals, scope, ['smart', 'none', 'words', 'whole']),
    nameOrder: choice(settings.nameOrder, scope, ['lastFirst', 'firstLast']),
    ...(accents !== 'asInStyle' && { accents }),
    keepVersion: isOn(settings.keepVersion),
    arxivDoi: isOn(settings.arxivDoi),
    abstract: isOn(settings.abstract),
    keywords: isOn(settings.keywords),
    note: isOn(settings.note),
  };
}

/** The setting when it is one of the names, else the first of them. */
function choice<T extends string>(
  key: string,
  scope: vscode.ConfigurationScope | undefined,
  names: readonly [T, ...T[]],
): T {
  const value = read<unknown>(key, scope, undefined);
  return names.find((name) => name === value) ?? names[0];
}

/** Paths or globs, below the workspace folder or absolute; where nothing is declared or besides. */
export function bibliographyFiles(scope: vscode.Uri): readonly string[] {
  return texts(settings.bibliographyFiles, scope);
}

/** Where literature notes are kept and how they are written; paths are relative to the folder. */
export interface NoteSettings {
  readonly folder: string;
  readonly fileName: string;
  /** Empty for the built-in one. */
  readonly template: string;
}

export function noteSettings(folder: vscode.WorkspaceFolder): NoteSettings {
  return {
    folder: read(settings.notesFolder, folder, 'notes/papers'),
    fileName: read(settings.notesFileName, folder, '{key}'),
    template: read(settings.notesTemplate, folder, '').trim(),
  };
}

/** @param scope a file of the folder whose papers are shown */
export function mathMacros(scope: vscode.Uri | undefined): MathMacros {
  return readMathMacros(read<unknown>(settings.mathMacros, scope, {}));
}

export function onDidChangeMathMacros(listener: () => void): Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(settings.mathMacros)) listener();
  });
}

/** How hovers show formulas. A screen reader's view of a hover has no images, so it gets the text. */
export function hoverMath(scope: vscode.Uri | undefined): 'svg' | 'text' {
  if (read<unknown>('editor.accessibilitySupport', scope, 'auto') === 'on') return 'text';
  return choice(settings.hoverMath, scope, ['svg', 'text']);
}

/** Where the marks of a folder's papers are written. */
export interface MarksSettings {
  readonly storage: 'workspace' | 'storage';
  /** Path below the folder. */
  readonly file: string;
}

export function marksSettings(folder: vscode.WorkspaceFolder): MarksSettings {
  return {
    storage: choice(settings.marksStorage, folder, ['workspace', 'storage']),
    file: String(read<unknown>(settings.marksFile, folder, '')),
  };
}

/** What makes a new paper a seen one. */
export function seenWhen(): readonly ('opened' | 'scrolled')[] {
  const when = choice(settings.marksSeen, undefined, ['opened', 'scrolled', 'never']);
  return when === 'never' ? [] : when === 'opened' ? ['opened'] : ['opened', 'scrolled'];
}

export function muteLists(folder: vscode.WorkspaceFolder | undefined): MuteLists {
  return {
    keywords: texts(settings.mutedKeywords, folder),
    authors: texts(settings.mutedAuthors, folder),
    categories: texts(settings.mutedCategories, folder),
  };
}

const muteListNames: Readonly<Record<MuteList, string>> = {
  keyword: settings.mutedKeywords,
  author: settings.mutedAuthors,
  category: settings.mutedCategories,
};

/**
 * Kept where the list is kept that counts in the folder: in its settings, the workspace's or the
 * user's.
 * @returns whether the list is another now
 */
export async function changeMuteList(
  list: MuteList,
  folder: vscode.WorkspaceFolder | undefined,
  change: (words: readonly string[]) => readonly string[],
): Promise<boolean> {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const name = muteListNames[list];
  const configuration = vscode.workspace.getConfiguration(undefined, folder ?? null);
  const { workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
  const inWorkspace = workspaceValue === undefined ? Global : Workspace;
  const target = workspaceFolderValue === undefined ? inWorkspace : WorkspaceFolder;
  const words = texts(name, folder);
  const changed = [...new Set(change(words))];
  if (changed.join('\n') === words.join('\n')) return false;
  await configuration.update(name, changed, target);
  return true;
}

export function showsMuted(): boolean {
  return read<unknown>(settings.showMuted, undefined, false) === true;
}

export async function setShowsMuted(value: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  await configuration.update(settings.showMuted, value, targetOf(settings.showMuted));
}

const levels: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** How a check tells what it finds; undefined when it is off. */
export function diagnosticLevel(
  check: CheckName | 'digestHealth',
  scope: vscode.Uri,
): vscode.DiagnosticSeverity | undefined {
  return levels[read<string>(settings[check], scope, 'off')];
}

/** @param setting of bibliographies or of digests */
export function lensesWanted(setting: string, scope: vscode.Uri): boolean {
  return read(setting, scope, false);
}

/** A list of texts, whatever else the person has put into it. */
function texts(key: string, scope: vscode.ConfigurationScope | undefined): readonly string[] {
  const values = read<unknown>(key, scope, []);
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

function read<T>(key: string, scope: vscode.ConfigurationScope | undefined, fallback: T): T {
  const configuration = vscode.workspace.getConfiguration(undefined, placed(scope) ?? null);
  return configuration.get<T>(key) ?? fallback;
}

/** For VS Code itself, a cell of a notebook would have the settings of no folder. */
function placed(
  scope: vscode.ConfigurationScope | undefined,
): vscode.ConfigurationScope | undefined {
  if (scope instanceof vscode.Uri) return fileOf(scope);
  return scope?.uri && 'languageId' in scope
    ? { uri: fileOf(scope.uri), languageId: scope.languageId }
    : scope;
}
