import { afterEach, before, after, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WorkerClient, type WorkerRules } from '../../../src/host/workerClient.js';
import { WorkerDied, type Blame } from '../../../src/host/workerDied.js';

/**
 * Answers `findLinks` with its text and the number of jobs that it has had, and hangs, ends or throws
 * where the text says so. Whatever it is asked besides, it answers with that number.
 */
const program = `
const { parentPort } = require('node:worker_threads');
let jobs = 0;
parentPort.on('message', ({ number, name, params }) => {
  jobs++;
  if (params.text === 'hang') for (;;);
  if (params.text === 'end') process.exit(1);
  if (params.text === 'throw') return parentPort.postMessage({ number, error: 'thrown' });
  const bytes = params.content ? params.content.length : 0;
  parentPort.postMessage({ number, result: name === 'findLinks' ? [params.text, jobs] : [bytes, jobs] });
});
`;

const latest = '2026-12';

describe('The client of a worker', () => {
  let folder: string;
  let file: string;
  let client: WorkerClient;
  const log: string[] = [];

  function start(rules: WorkerRules = {}): WorkerClient {
    const take = (line: string): unknown => log.push(line);
    client = new WorkerClient(file, { warn: take, error: take }, Infinity, rules);
    return client;
  }
  const quick: WorkerRules = { jobTime: () => 400 };
  const links = (text: string): Promise<unknown> => client.call('findLinks', { text, latest });
  const blameOf = async (answer: Promise<unknown>): Promise<Blame | undefined> => {
    try {
      await answer;
    } catch (error) {
      assert.ok(error instanceof WorkerDied, String(error));
      return error.blame;
    }
    return undefined;
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-worker-'));
    file = path.join(folder, 'worker.cjs');
    writeFileSync(file, program);
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => (log.length = 0));
  afterEach(() => client.dispose());

  it('ends a worker that is at one job for too long, and names the job in the log', async () => {
    start(quick);
    const uri = 'file:///w/bomb.md';
    assert.equal(
      await blameOf(client.call('findLinks', { text: 'hang', latest, uri } as never)),
      'overdue',
    );
    assert.match(log.join('\n'), /findLinks of file:\/\/\/w\/bomb\.md takes too long/);
    assert.deepEqual(await links('a'), ['a', 1]);
  });

  it('hands what waited behind it to the next worker', async () => {
    start(quick);
    const ends = ['a', 'hang', 'b', 'hang', 'c'].map((text) =>
      text === 'hang' ? blameOf(links(text)) : links(text),
    );
    const expected = [['a', 1], 'overdue', ['b', 1], 'overdue', ['c', 1]];
    assert.deepEqual(await Promise.all(ends), expected);
  });

  it('does the same when it ends by itself, bytes that were given away included', async () => {
    start();
    const content = new Uint8Array(1000);
    const ended = links('end');
    const indexed = client.call('index', { uri: 'u', path: 'p', content, latest }, [
      content.buffer,
    ]);
    assert.equal(await blameOf(ended), 'died');
    assert.deepEqual(await indexed, [1000, 1]);
  });

  it('takes back what is about things that the worker held, without blame', async () => {
    start(quick);
    const told: string[] = [];
    client.onDidEnd(() => told.push('end'));
    const hung = links('hang');
    const held = client.call('checkBibliography', { uri: 'u' });
    assert.equal(await blameOf(hung), 'overdue');
    assert.equal(await blameOf(held), 'none');
    assert.deepEqual(told, ['end']);
  });

  it('counts the time of each job from when the worker is at it', async () => {
    start({ jobTime: () => 2000 });
    const slow = Array.from({ length: 40 }, (_, at) => links(String(at)));
    assert.equal((await Promise.all(slow)).length, 40);
  });

  it('gives each job a new worker where one may be broken', async () => {
    start({ once: true });
    const answers = await Promise.all([links('a'), links('throw').catch(String), links('b')]);
    assert.deepEqual(answers, [['a', 1], 'Error: thrown', ['b', 1]]);
  });

  it('lets nobody wait for a worker that cannot start', async () => {
    client = new WorkerClient(path.join(folder, 'none.cjs'), { warn() {}, error() {} }, 9);
    const blames = await Promise.all([links('a'), links('b')].map(blameOf));
    assert.deepEqual(blames, ['died', 'died']);
  });

  it('rejects what cannot be sent, and goes on', async () => {
    start();
    const odd = client.call('findLinks', { text: (() => 1) as never, latest });
    const next = links('a');
    await assert.rejects(odd, /could not be cloned/);
    assert.deepEqual(await next, ['a', 1]);
  });

  it('rejects all when it is disposed', async () => {
    start();
    const blames = [links('hang'), links('a')].map(blameOf);
    client.dispose();
    assert.deepEqual(await Promise.all(blames), ['none', 'none']);
  });
});
