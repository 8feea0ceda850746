import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { delaysDuring } from './delays.js';
import {
  taskVariable,
  type CopyTimes,
  type Delays,
  type HostFigures,
  type HostTask,
} from './hostTask.js';
import { memory } from './memory.js';
import { profiled } from './profiled.js';
import { measureProviders } from './providers.js';
import { questionsFor, withNewWord } from './questions.js';
import { hits, spreadOf, type Spread } from './spread.js';

/** The window has settled after so long, and its quiet is measured for so long. */
const settleMs = 5000;
const idleMs = 5000;
/** Work that the last paper has set off belongs to indexing: the last event, the tree. */
const aftermathMs = 1500;
/** The worker that only reads stops after a minute. */
const restMs = 62_000;
/** How exactly the end is seen; each look costs the host next to nothing. */
const lookMs = 4;
/** Stands nowhere, and nothing is a typo away. */
const newWord = 'zyxwvvvv';

/** What the extension host calls: measures Preprint in the host that it shares with everyone. */
export async function run(): Promise<void> {
  const task = JSON.parse(readFileSync(process.env[taskVariable] ?? '', 'utf8')) as HostTask;
  const { api, ...activated } = await activation();
  await delay(settleMs);
  const before = memory();
  const idle = await delaysDuring(() => delay(idleMs));
  const { result, ...indexing } = await indexed(api, task);
  const after = memory();
  if (task.scenario === 'reopen') await delay(restMs);
  const figures: HostFigures = {
    vscode: vscode.version,
    node: process.version,
    idle,
    ...activated,
    ...result,
    indexing,
    papers: api.paperCount,
    before,
    after,
    ...(task.scenario === 'reopen' && { rested: memory() }),
    queries: await askQuestions(api, task),
    ...(task.scenario === 'reopen' && { changed: await changed(api, task) }),
    // The documents that they open come back in the next window, and would start the library there.
    providers: task.scenario === 'open' ? [] : await measureProviders(api),
  };
  writeFileSync(task.resultFile, JSON.stringify(figures));
}

/** VS Code's own marks, in milliseconds since 1970; its type is nowhere published. */
interface PerformanceMarks {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
}

const extensionId = 'preprint.preprint';

type Activation = Pick<HostFigures, 'load' | 'activate'> & { readonly api: PreprintApi };

/**
 * Any document activates Preprint, so that this has happened before the tests get to run. VS Code has
 * noted when, as it does for the command "Startup Performance".
 */
async function activation(): Promise<Activation> {
  const extension = vscode.extensions.getExtension<PreprintApi>(extensionId);
  if (!extension) throw new Error('Preprint is not among the extensions.');
  const api = await extension.activate();
  const { MonacoPerformanceMarks: marks } = globalThis as {
    MonacoPerformanceMarks?: PerformanceMarks;
  };
  const at = (step: string): number =>
    marks?.getMarks().find(({ name }) => name === `code/extHost/${step}/${extensionId}`)
      ?.startTime ?? NaN;
  return {
    api,
    load: at('didLoadExtensionCode') - at('willLoadExtensionCode'),
    activate: at('didActivateExtension') - at('willActivateExtension'),
  };
}

type Indexed = Pick<HostFigures, 'ready' | 'searchable' | 'copy'>;

/** Fills the library, with the view of papers in sight as for someone who waits for it. */
async function indexed(api: PreprintApi, task: HostTask): Promise<Delays & { result: Indexed }> {
  if (task.scenario === 'copyIn') {
    showPapers();
    await api.whenReady();
    await delay(aftermathMs);
  }
  let result: Indexed = { ready: NaN, searchable: NaN };
  const fill = async (): Promise<void> => {
    result = task.scenario === 'copyIn' ? await copiedIn(api, task) : await opened(api, task);
    await delay(aftermathMs);
  };
  const delays = await profiled(task.profileFile, () => delaysDuring(fill));
  return { ...delays, result };
}

async function copiedIn(api: PreprintApi, task: HostTask): Promise<Indexed> {
  writeFileSync(task.askFile, '');
  const ready = await allPapers(api, task.papers);
  const searchable = await allSearchable(api);
  const copy = await copyTimes(task.copiedFile);
  return {
    ready: ready - copy.started,
    searchable: searchable - copy.started,
    copy: copy.ended - copy.started,
  };
}

async function opened(api: PreprintApi, task: HostTask): Promise<Indexed> {
  const started = Date.now();
  showPapers();
  void api.whenReady();
  const ready = await allPapers(api, task.papers);
  return { ready: ready - started, searchable: (await allSearchable(api)) - started };
}

function showPapers(): void {
  void vscode.commands.executeCommand('preprint.papers.focus');
}

/** When the library held all papers, in milliseconds since 1970. */
async function allPapers(api: PreprintApi, count: number): Promise<number> {
  while (api.paperCount < count) await delay(lookMs);
  return Date.now();
}

/** The API answers when every digest can be searched. */
async function allSearchable(api: PreprintApi): Promise<number> {
  await api.findPapers('learning', 1);
  return Date.now();
}

async function askQuestions(api: PreprintApi, { files }: HostTask): Promise<Spread> {
  const times: number[] = [];
  for (const { query } of questionsFor(files)) {
    const asked = performance.now();
    await api.findPapers(query, hits);
    times.push(performance.now() - asked);
  }
  return spreadOf(times);
}

/** Puts a new word into the newest digest, as another program would. */
async function changed(api: PreprintApi, { files }: HostTask): Promise<number> {
  const file = files.at(-1) ?? '';
  const text = readFileSync(file, 'utf8');
  const started = Date.now();
  writeFileSync(file, withNewWord(text, newWord));
  while ((await api.findPapers(newWord, 1)).length === 0) await delay(lookMs);
  return Date.now() - started;
}

async function copyTimes(file: string): Promise<CopyTimes> {
  while (!existsSync(file)) await delay(lookMs);
  return JSON.parse(readFileSync(file, 'utf8')) as CopyTimes;
}
