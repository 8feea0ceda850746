import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { DocumentQueue } from '../../../src/host/documentQueue.js';
import { WorkerDied, type Blame } from '../../../src/host/workerDied.js';

/** A worker that does one thing after the other and dies of some documents, with all it was given. */
class FragileWorker {
  readonly worked: string[] = [];
  readonly #deadly: ReadonlySet<string>;
  #owed: (() => void)[] = [];

  constructor(...deadly: readonly string[]) {
    this.#deadly = new Set(deadly);
  }

  work(uri: string): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const die = (): void => reject(new WorkerDied('exit code 1'));
      this.#owed.push(die);
      setImmediate(() => {
        if (!this.#owed.includes(die)) return;
        if (this.#deadly.has(uri)) {
          for (const owed of this.#owed.splice(0)) owed();
          return;
        }
        this.#owed = this.#owed.filter((owed) => owed !== die);
        this.worked.push(uri);
        resolve();
      });
    });
  }
}

function queueOf(worker: FragileWorker, atOnce: number) {
  const aside: string[] = [];
  const queue = new DocumentQueue({
    atOnce: () => atOnce,
    work: (uri) => worker.work(uri),
    setAside: (uri) => aside.push(uri),
    onStep: () => undefined,
  });
  return { queue, aside };
}

/** Each document ends as these say, the first time and from then on. */
function queueWithBlames(blames: Readonly<Record<string, readonly Blame[]>>) {
  const worked: string[] = [];
  const aside: string[] = [];
  const left = new Map(Object.entries(blames).map(([uri, of]) => [uri, [...of]]));
  const queue = new DocumentQueue({
    atOnce: () => 2,
    work: (uri) => {
      const blame = left.get(uri)?.shift();
      if (blame !== undefined) return Promise.reject(new WorkerDied('over', blame));
      worked.push(uri);
      return Promise.resolve();
    },
    setAside: (uri, blame) => aside.push(`${uri} ${blame}`),
    onStep: () => undefined,
  });
  return { queue, worked, aside };
}

const names = Array.from({ length: 12 }, (_, index) => `file:///${index}.md`);

describe('a queue of documents', () => {
  it('sets aside at once what takes too long, and nothing that is not to blame', async () => {
    const { queue, worked, aside } = queueWithBlames({
      slow: ['overdue'],
      caught: ['none', 'none', 'none'],
      heavy: ['died', 'died'],
      lucky: ['died'],
    });
    for (const uri of ['slow', 'caught', 'heavy', 'lucky', 'good']) queue.add(uri);
    await queue.drained();
    assert.deepEqual(worked.sort(), ['caught', 'good', 'lucky']);
    assert.deepEqual(aside.sort(), ['heavy died', 'slow overdue']);
  });

  it('works on all in their order', async () => {
    const worker = new FragileWorker();
    const { queue } = queueOf(worker, 3);
    for (const name of [...names, ...names]) queue.add(name);
    await queue.drained();
    assert.deepEqual(worker.worked, names);
    assert.equal(queue.open, 0);
  });

  for (const deadly of [[names[0]], [names[5]], [names[4], names[5]], names.slice(0, 3)]) {
    const killers = deadly.filter((name) => name !== undefined);
    it(`sets aside nothing but what ends the worker: ${killers.join(', ')}`, async () => {
      const worker = new FragileWorker(...killers);
      const { queue, aside } = queueOf(worker, 4);
      for (const name of names) queue.add(name);
      await queue.drained();
      assert.deepEqual(aside.sort(), [...killers].sort());
      const others = names.filter((name) => !killers.includes(name));
      assert.deepEqual(worker.worked.sort(), others.sort());
    });
  }

  it('goes on after that', async () => {
    const [killer = ''] = names;
    const worker = new FragileWorker(killer);
    const { queue } = queueOf(worker, 4);
    queue.add(killer);
    await queue.drained();
    queue.add('file:///later.md');
    await queue.drained();
    assert.deepEqual(worker.worked, ['file:///later.md']);
  });

  it('forgets what it has not begun', async () => {
    const worker = new FragileWorker();
    const { queue } = queueOf(worker, 2);
    for (const name of names) queue.add(name);
    queue.pump();
    assert.deepEqual(queue.clear(), names.slice(2));
    await queue.drained();
    assert.deepEqual(worker.worked, names.slice(0, 2));
  });

  it('takes what is put in while it steps', async () => {
    const worker = new FragileWorker();
    const later = ['file:///x.md'];
    const queue: DocumentQueue = new DocumentQueue({
      atOnce: () => 1,
      work: (uri) => worker.work(uri),
      setAside: (uri) => assert.fail(uri),
      onStep: () => {
        const next = later.pop();
        if (next === undefined) return;
        queue.add(next);
        queue.pump();
      },
    });
    queue.add('file:///a.md');
    await queue.drained();
    assert.deepEqual(worker.worked, ['file:///a.md', 'file:///x.md']);
  });

  it('starts nothing once it is disposed', async () => {
    const worker = new FragileWorker();
    const { queue } = queueOf(worker, 1);
    for (const name of names) queue.add(name);
    queue.pump();
    queue.dispose();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(worker.worked, names.slice(0, 1));
  });
});
