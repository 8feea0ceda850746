import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { delaysDuring } from './delays.js';
import { taskVariable } from './hostTask.js';
import { memory, mostMemoryDuring } from './memory.js';
import { profiled } from './profiled.js';
import type { ScaleFigures, ScaleStep, ScaleTask } from './scaleTask.js';

/** As in `host.ts`. */
const settleMs = 5000;
const aftermathMs = 1500;
const lookMs = 20;
/** Files that are written where no setting includes them. */
const unreadFiles = 10_000;
const newLoops = 60;

const inFolder = promisify(execFile);

/** What the extension host calls: measures how Preprint bears many files. */
export async function run(): Promise<void> {
  const task = JSON.parse(readFileSync(process.env[taskVariable] ?? '', 'utf8')) as ScaleTask;
  const extension = vscode.extensions.getExtension<PreprintApi>('preprint.preprint');
  if (!extension) throw new Error('Preprint is not among the extensions.');
  const api = await extension.activate();
  await delay(settleMs);
  const before = memory();
  const idle = await delaysDuring(() => delay(settleMs));
  const steps: ScaleStep[] = [];
  const most = await profiled(task.profileFile, () =>
    mostMemoryDuring(async () => {
      for await (const step of stepsOf(api, task)) steps.push(step);
    }),
  );
  const figures: ScaleFigures = { vscode: vscode.version, idle, before, most, steps };
  writeFileSync(task.resultFile, JSON.stringify(figures));
}

async function* stepsOf(api: PreprintApi, task: ScaleTask): AsyncGenerator<ScaleStep> {
  const { folder, papers } = task;
  const all = papers.length;
  const [main, other] = ['Paper', 'Another'];
  const switched = (name: string, files: number, branch: string, title: string) => {
    const act = () => inFolder('git', ['checkout', '-q', branch], { cwd: folder });
    return step(name, files, act, () => allTitled(api, papers.slice(0, files), title));
  };
  // What nobody reads leaves no trace: it has been dealt with when a digest that follows is there.
  let followers = 0;
  const followed = (name: string, files: number, act: () => Promise<unknown>) => {
    const id = `2601.${++followers + 10_000}`;
    return step(
      name,
      files,
      () => act().then(() => writeFile(path.join(folder, `${id}.md`), followerText(id))),
      () => allTitled(api, [id], 'Follower'),
    );
  };
  yield step('opened, from cold', 0, nothing, async () => {
    void vscode.commands.executeCommand('preprint.papers.focus');
    await api.whenReady();
    await allTitled(api, papers, main);
  });
  yield switched('a tenth of the digests switched', all / 10, 'tenth', other);
  yield switched('and back', all / 10, 'main', main);
  yield switched('all digests switched', all, 'other', other);
  yield switched('and back', all, 'main', main);
  yield followed('excluded files written', unreadFiles, () =>
    writeFiles(path.join(folder, 'node_modules', 'new'), 'md'),
  );
  const project = path.join(folder, 'src');
  yield followed('files of a project written', unreadFiles, () => writeFiles(project, 'py'));
  yield followed('and deleted', unreadFiles, () => rm(project, { recursive: true }));
  yield followed('links that lead up made', newLoops, () => makeLoops(folder));
  yield step('looked at anew', 0, nothing, async () => {
    await vscode.commands.executeCommand('preprint.refreshLibrary');
  });
}

const nothing = (): Promise<void> => Promise.resolve();

/** A daily digest of one paper. */
function followerText(id: string): string {
  const head = '<div id=toc></div>\n\n# Table of Contents\n\n- [cs.LG](#cs.LG) [Total: 1]\n\n\n';
  const section = "<div id='cs.LG'></div>\n\n# cs.LG [[Back]](#toc)\n\n";
  const entry = `### [1] [Follower of Files](https://arxiv.org/abs/${id})\n*Ada Example*\n\n`;
  return `${head}${section}${entry}Main category: cs.LG\n\nTL;DR: In short.\n`;
}

async function step(
  name: string,
  files: number,
  act: () => Promise<unknown>,
  settle: () => Promise<void>,
): Promise<ScaleStep> {
  let [doing, settled] = [NaN, NaN];
  const delays = await delaysDuring(async () => {
    const started = performance.now();
    await act();
    doing = performance.now() - started;
    await settle();
    settled = performance.now() - started - doing;
    await delay(aftermathMs);
  });
  return { name, files, doing, settled, delays, memory: memory() };
}

/** Each paper is asked about until it goes by a title that begins so, and not again. */
async function allTitled(
  api: PreprintApi,
  papers: readonly string[],
  title: string,
): Promise<void> {
  for (const id of papers) {
    while (api.getPaper(id)?.title.startsWith(`${title} `) !== true) await delay(lookMs);
  }
  await api.findPapers('matters', 1);
}

async function writeFiles(folder: string, ending: string): Promise<void> {
  for (let from = 0; from < unreadFiles; from += 500) {
    const part = path.join(folder, `part-${from}`);
    await mkdir(part, { recursive: true });
    for (let number = 0; number < 500; number++) {
      await writeFile(path.join(part, `file-${number}.${ending}`), 'Nobody reads this.\n');
    }
  }
}

async function makeLoops(folder: string): Promise<void> {
  for (let number = 0; number < newLoops; number++) {
    await symlink('..', path.join(folder, 'loops', 'deep', `more-${number}`));
  }
}
