import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../../src/host/publicApi.js';
import { waitFor } from './waitFor.js';

/** Papers of the sample library: 15 of its digests, and 4 of the trending page that are not there. */
export const samplePapers = 19;

/** Everything that a test adds to the workspace lies below this folder. */
const added = 'added';

/** The extension's API, with the library read. */
export async function preprint(): Promise<PreprintApi> {
  const extension = vscode.extensions.getExtension<PreprintApi>('preprint.preprint');
  assert.ok(extension, 'preprint.preprint is not among the extensions');
  const api = await extension.activate();
  await api.whenReady();
  return api;
}

/** A file of the sample library. */
export function sampleUri(name: string): vscode.Uri {
  return vscode.Uri.file(path.join(workspaceFolder(), name));
}

/** A place for a test's own file; nothing is written. */
export function addedUri(name: string): vscode.Uri {
  return sampleUri(`${added}/${name}`);
}

/** Writes a file as another program would: VS Code learns of it by watching. */
export function addFile(name: string, content: string | Uint8Array): vscode.Uri {
  const uri = addedUri(name);
  mkdirSync(path.dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, content);
  return uri;
}

export function removeAdded(name = ''): void {
  rmSync(addedUri(name).fsPath, { recursive: true, force: true });
}

/** The library is the sample's again: for the end of a test, with its editors closed. */
export async function restoreLibrary(): Promise<void> {
  removeAdded();
  const api = await preprint();
  await waitFor(() => api.paperCount === samplePapers, `the ${samplePapers} papers of the sample`);
}

/** A file of `test/fixtures/broken`. */
export function brokenFile(name: string): string {
  return path.resolve('test', 'fixtures', 'broken', name);
}

export interface EntryText {
  readonly id: string;
  readonly title?: string;
  readonly category?: string;
  readonly summary?: string;
}

/** A daily digest in English. */
export function digestText(...entries: readonly EntryText[]): string {
  const category = entries[0]?.category ?? 'cs.LG';
  const contents = `- [${category}](#${category}) [Total: ${entries.length}]`;
  const head = `<div id=toc></div>\n\n# Table of Contents\n\n${contents}\n\n\n`;
  const section = `<div id='${category}'></div>\n\n# ${category} [[Back]](#toc)\n\n`;
  return head + section + entries.map(entryText).join('\n\n');
}

function entryText(entry: EntryText, index: number): string {
  const { id, title = `A Paper Called ${id}`, category = 'cs.LG', summary = 'In short.' } = entry;
  return `### [${index + 1}] [${title}](https://arxiv.org/abs/${id})
*Ada Example,Ben Sample*

Main category: ${category}

TL;DR: ${summary}


<details>
  <summary>Details</summary>
Motivation: Why.

Method: How.

Result: What.

Conclusion: So what.

Abstract: Everything about ${id.length} characters.

</details>
`;
}

function workspaceFolder(): string {
  const folder = process.env['PREPRINT_TEST_FOLDER'];
  assert.ok(folder, 'PREPRINT_TEST_FOLDER does not name the copy of the sample library');
  return folder;
}
