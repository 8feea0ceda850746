import * as vscode from 'vscode';
import { anyGlob } from '../core/pathGlob.js';
import type { RecipeProblem } from '../core/formats/own/readRecipes.js';
import { workspaceFolderOf } from '../editor/notebooks.js';
import { settings } from './contributions.js';
import { formatProblemText } from './formatProblemText.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { ownFormats } from './settings.js';
import type { Answerer } from './workerClient.js';

interface Described {
  readonly name: string;
  readonly description: unknown;
  readonly concerns: (path: string) => boolean;
}

/**
 * The formats that a person has described. They are compiled and checked in the worker: this sends
 * them on, as text, with each document that they concern.
 */
export class OwnFormats implements Disposable {
  readonly #workers: Answerer;
  readonly #store = new DisposableStore();
  /** By folder, so that a large library does not ask the settings for each of its files. */
  readonly #described = new Map<string, readonly Described[]>();

  constructor(workers: Answerer) {
    this.#workers = workers;
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.formats)) this.#described.clear();
      }),
    );
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#described.clear()));
  }

  /**
   * Those that concern a document, in JSON; undefined when none does, so that the index of most
   * documents does not depend on the setting.
   * @param path below the workspace folder
   */
  of(uri: vscode.Uri, path: string): string | undefined {
    const all = this.#of(uri);
    if (all.length === 0) return undefined;
    const concerned = all.filter(({ concerns }) => concerns(path));
    return concerned.length === 0 ? undefined : textOf(concerned);
  }

  /** The names of formats that are for other files than this. */
  notFor(uri: vscode.Uri, path: string): readonly string[] {
    return this.#of(uri).flatMap(({ name, concerns }) => (concerns(path) ? [] : [name]));
  }

  /** What is wrong with the setting, in all folders, as sentences that name it and the key in it. */
  async problems(): Promise<readonly string[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const values = new Set(
      [undefined, ...folders.map(({ uri }) => uri)].map((uri) => JSON.stringify(ownFormats(uri))),
    );
    values.delete('{}');
    const found: RecipeProblem[] = [];
    for (const formats of values) {
      found.push(...(await this.#workers.call('checkFormats', { formats })));
    }
    return [...new Set(found.map(formatProblemText))];
  }

  dispose(): void {
    this.#store.dispose();
  }

  #of(uri: vscode.Uri): readonly Described[] {
    const folder = workspaceFolderOf(uri);
    const key = folder?.uri.toString() ?? '';
    const described = this.#described.get(key) ?? describedIn(ownFormats(folder?.uri));
    this.#described.set(key, described);
    return described;
  }
}

function describedIn(value: unknown): Described[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).map(([name, description]) => {
    const file = (description as { readonly file?: unknown } | null)?.file;
    const concerns =
      typeof file === 'string' ? anyGlob([file], { dot: true, nocase: true }) : () => true;
    return { name, description, concerns };
  });
}

function textOf(formats: readonly Described[]): string {
  return JSON.stringify(
    Object.fromEntries(formats.map(({ name, description }) => [name, description])),
  );
}
