import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { queryKinds, type TypedQuery } from './bibliographyFiles.mjs';
import type {
  Asked,
  BibliographyFigures,
  BibliographyTask,
  CompletionFigures,
} from './bibliographyTask.js';
import { delaysDuring } from './delays.js';
import { taskVariable, type Latencies } from './hostTask.js';
import { memory, mostMemoryDuring } from './memory.js';
import { profiled } from './profiled.js';
import { latencies } from './providers.js';
import { spreadOf } from './spread.js';

/** The window has settled after so long, and its quiet is measured for so long. */
const settleMs = 5000;
const idleMs = 5000;
/** The note is checked when nobody has typed for a while. */
const aftermathMs = 1500;
/** Workers that only read stop after a minute, and V8 gives back memory within one. */
const restMs = 62_000;
/** As many as Preprint suggests at once. */
const fullList = 100;

type Measured = Pick<
  BibliographyFigures,
  'opened' | 'firstList' | 'completion' | 'completions' | 'hover' | 'definition'
> & { readonly listed: number };

/** What the extension host calls: measures how Preprint works with a large bibliography. */
export async function run(): Promise<void> {
  const task = JSON.parse(
    readFileSync(process.env[taskVariable] ?? '', 'utf8'),
  ) as BibliographyTask;
  await vscode.extensions.getExtension('preprint.preprint')?.activate();
  await delay(settleMs);
  const { milliseconds: otherList } = await firstListOf(task.other, 0);
  await delay(task.memory ? restMs : settleMs);
  const before = memory();
  const idle = await delaysDuring(() => delay(idleMs));
  let measured: Measured | undefined;
  let most = NaN;
  const delays = await profiled(task.profileFile, () =>
    delaysDuring(async () => {
      most = await mostMemoryDuring(async () => {
        measured = await measure(task);
        await delay(aftermathMs);
      });
    }),
  );
  if (!measured) throw new Error('Nothing was measured.');
  const after = memory();
  if (task.memory) await delay(restMs);
  const { listed, ...asked } = measured;
  const figures: BibliographyFigures = {
    ...{ vscode: vscode.version, node: process.version },
    ...asked,
    ...{ otherList, delays, idle },
    ...(task.memory && { memory: { before, listed, after, rested: memory(), most } }),
  };
  writeFileSync(task.resultFile, JSON.stringify(figures));
}

async function measure({ note, queries }: BibliographyTask): Promise<Measured> {
  const { editor, opened, milliseconds: firstList } = await firstListOf(note, fullList);
  const listed = process.memoryUsage.rss();
  return {
    ...{ opened, firstList, listed },
    hover: await lookedUp('vscode.executeHoverProvider', editor.document),
    definition: await lookedUp('vscode.executeDefinitionProvider', editor.document),
    ...(await completed(editor, queries)),
  };
}

interface FirstList {
  readonly editor: vscode.TextEditor;
  /** When the note was open, in milliseconds from the call. */
  readonly opened: number;
  /** To the end. */
  readonly milliseconds: number;
}

/** Opens a note and asks behind its end until so many entries are suggested. */
async function firstListOf(note: string, entries: number): Promise<FirstList> {
  const uri = vscode.Uri.file(note);
  const started = performance.now();
  await vscode.commands.executeCommand('vscode.open', uri);
  const opened = performance.now() - started;
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) throw new Error('No note is open.');
  while ((await suggested(editor.document, endOf(editor.document))) < entries);
  return { editor, opened, milliseconds: performance.now() - started };
}

/** Asks about all the keys of the note, and as often about a word beside them. */
async function lookedUp(command: string, document: vscode.TextDocument): Promise<Asked> {
  const keys = [...document.getText().matchAll(/@(?=\w)/g)].map(({ index }) => index + 1);
  const places = keys.map((offset) => document.positionAt(offset));
  const besides = places.map(({ line }) => new vscode.Position(line, 1));
  const asked = await latencies(command, document.uri, places);
  return { asked, empty: await latencies(command, document.uri, besides) };
}

/** Asks for what is typed in the paragraph that cites, and for the same in the one that does not. */
async function completed(
  editor: vscode.TextEditor,
  queries: readonly TypedQuery[],
): Promise<Pick<Measured, 'completion' | 'completions'>> {
  const cites = new vscode.Position(editor.document.lineCount - 1, 'As in [@'.length);
  const plain = new vscode.Position(editor.document.lineCount - 3, 'As in '.length);
  const answers: (Answer & TypedQuery)[] = [];
  const emptyAnswers: (Answer & TypedQuery)[] = [];
  for (const query of queries) {
    answers.push({ ...query, ...(await typedAt(editor, cites, query)) });
    emptyAnswers.push({ ...query, ...(await typedAt(editor, plain, query)) });
  }
  const completion = queryKinds.map((kind): CompletionFigures => {
    const ofKind = (all: readonly (Answer & TypedQuery)[]): Latencies =>
      latenciesOf(all.filter((one) => one.kind === kind));
    return { kind, asked: ofKind(answers), empty: ofKind(emptyAnswers) };
  });
  const completions = { asked: latenciesOf(answers), empty: latenciesOf(emptyAnswers) };
  return { completion, completions };
}

interface Answer {
  readonly milliseconds: number;
  readonly found: number;
}

function latenciesOf(answers: readonly Answer[]): Latencies {
  const { p50, p95 } = spreadOf(answers.map(({ milliseconds }) => milliseconds));
  return { p50, p95, answered: answers.filter(({ found }) => found > 0).length };
}

/** Each answer is about a text that is new, as it is when somebody types. */
async function typedAt(
  editor: vscode.TextEditor,
  from: vscode.Position,
  { typed }: TypedQuery,
): Promise<Answer> {
  const { document } = editor;
  const replaced = new vscode.Range(from, document.lineAt(from.line).range.end);
  await editor.edit((edit) => edit.replace(replaced, typed));
  const started = performance.now();
  const found = await suggested(document, document.lineAt(from.line).range.end);
  return { milliseconds: performance.now() - started, found };
}

/** How many entries Preprint suggests at a place. */
async function suggested({ uri }: vscode.TextDocument, place: vscode.Position): Promise<number> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    place,
  );
  // The editor has suggestions of its own.
  return list.items.filter(({ sortText }) => /^0\d{4}$/.test(sortText ?? '')).length;
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.lineAt(document.lineCount - 1).range.end;
}
