import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import {
  taskVariable,
  type CopyTimes,
  type Delays,
  type HostFigures,
  type HostTask,
  type Memory,
} from './hostTask.js';
import { measureProviders } from './providers.js';

/** The window has settled after so long, and its quiet is measured for so long. */
const settleMs = 5000;
const idleMs = 5000;
/** Work that the last paper has set off belongs to indexing: the last event, the tree. */
const aftermathMs = 1500;
/** How exactly the end is seen; each look costs the host next to nothing. */
const lookMs = 4;
const resolutionMs = 1;

/** What the extension host calls: measures Preprint in the host that it shares with everyone. */
export async function run(): Promise<void> {
  const task = JSON.parse(process.env[taskVariable] ?? '') as HostTask;
  const { api, ...activation } = await activate();
  await delay(settleMs);
  const before = memory();
  const idle = await delaysDuring(() => delay(idleMs));
  const { result, ...indexing } = await indexed(api, task);
  const after = memory();
  const figures: HostFigures = {
    vscode: vscode.version,
    node: process.version,
    idle,
    ...activation,
    ...result,
    indexing,
    papers: api.paperCount,
    providers: await measureProviders(api),
    before,
    after,
  };
  writeFileSync(task.resultFile, JSON.stringify(figures));
}

type Activation = Pick<HostFigures, 'load' | 'activate' | 'activated'> & { api: PreprintApi };

/** Loads the extension before VS Code does, so that its `activate` can be timed by itself. */
async function activate(): Promise<Activation> {
  const extension = vscode.extensions.getExtension<PreprintApi>('preprint.preprint');
  if (!extension) throw new Error('Preprint is not among the extensions.');
  if (extension.isActive) throw new Error('Preprint was active before it was measured.');
  const require = createRequire(__filename);
  const { main } = extension.packageJSON as { main: string };
  const file = require.resolve(path.join(extension.extensionPath, main));

  const started = performance.now();
  const program = require(file) as { activate: (context: vscode.ExtensionContext) => PreprintApi };
  const loaded = performance.now();
  let activating = NaN;
  const module = require.cache[file];
  if (module) {
    module.exports = {
      ...program,
      activate(context: vscode.ExtensionContext) {
        const called = performance.now();
        const api = program.activate(context);
        activating = performance.now() - called;
        return api;
      },
    };
  }
  const api = await extension.activate();
  const ended = performance.now();
  return { api, load: loaded - started, activate: activating, activated: ended - started };
}

type Indexed = Pick<HostFigures, 'ready' | 'copy'>;

/** Fills the library, with the view of papers in sight as for someone who waits for it. */
async function indexed(api: PreprintApi, task: HostTask): Promise<Delays & { result: Indexed }> {
  const showPapers = (): void => void vscode.commands.executeCommand('preprint.papers.focus');
  if (task.scenario === 'copyIn') {
    showPapers();
    await api.whenReady();
    await delay(aftermathMs);
  }
  let result: Indexed = { ready: NaN };
  const delays = await delaysDuring(() =>
    profiled(task.profileFile, async () => {
      if (task.scenario === 'copyIn') {
        writeFileSync(task.askFile, '');
        const ended = await allPapers(api, task.papers);
        const copy = await copyTimes(task.copiedFile);
        result = { ready: ended - copy.started, copy: copy.ended - copy.started };
      } else {
        const started = Date.now();
        showPapers();
        void api.whenReady();
        result = { ready: (await allPapers(api, task.papers)) - started };
      }
      await delay(aftermathMs);
    }),
  );
  return { ...delays, result };
}

/** When the library held all papers, in milliseconds since 1970. */
async function allPapers(api: PreprintApi, count: number): Promise<number> {
  while (api.paperCount < count) await delay(lookMs);
  return Date.now();
}

async function copyTimes(file: string): Promise<CopyTimes> {
  while (!existsSync(file)) await delay(lookMs);
  return JSON.parse(readFileSync(file, 'utf8')) as CopyTimes;
}

async function delaysDuring(work: () => Promise<unknown>): Promise<Delays> {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  const started = performance.now();
  histogram.enable();
  await work();
  histogram.disable();
  // A timer that is on time is seen after `resolutionMs`.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs);
  return {
    longest: late(histogram.max),
    p999: late(histogram.percentile(99.9)),
    median: late(histogram.percentile(50)),
    during: performance.now() - started,
  };
}

async function profiled(file: string | undefined, work: () => Promise<void>): Promise<void> {
  if (file === undefined) return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
}

function memory(): Memory {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}
