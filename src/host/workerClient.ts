import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { Call, CallName, Content, Params, Reply, Result } from '../worker/protocol.js';
import type { Disposable } from './lifecycle.js';

/** The worker ended while it owed an answer: out of memory, most likely. */
export class WorkerDied extends Error {}

interface Pending {
  readonly resolve: (result: Result<CallName>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The worker, seen from the extension host. It is started by the first call; when it dies, every
 * call that it owes an answer is rejected with `WorkerDied`, and the next call starts it anew.
 */
export class WorkerClient implements Disposable {
  readonly #program: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #number = 0;

  /** @param program path of the worker's bundle */
  constructor(program: string, log: vscode.LogOutputChannel) {
    this.#program = program;
    this.#log = log;
  }

  /**
   * @param transfer buffers of `params` that are given away rather than copied: they are empty
   * afterwards
   * @throws {WorkerDied} and whatever the answer itself threw, as an `Error` with its message
   */
  call<N extends CallName>(
    name: N,
    params: Params<N>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<N>> {
    const number = ++this.#number;
    const call: Call = { number, name, params };
    const worker = (this.#worker ??= this.#start());
    return new Promise<Result<N>>((resolve, reject) => {
      // The number ties the reply to this call, and so its type to N.
      this.#pending.set(number, { resolve, reject });
      worker.postMessage(call, transfer);
    });
  }

  dispose(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#rejectAll('Preprint is shutting down.');
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { name: 'preprint' });
    worker.on('message', (reply: Reply) => {
      const pending = this.#pending.get(reply.number);
      this.#pending.delete(reply.number);
      if ('error' in reply) pending?.reject(new Error(reply.error));
      else pending?.resolve(reply.result);
    });
    const ended = (reason: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#log.error(`The worker ended: ${reason}`);
      this.#rejectAll(`The worker ended: ${reason}`);
    };
    worker.on('error', (error) => ended(error.message));
    worker.on('exit', (code) => ended(`exit code ${code}`));
    return worker;
  }

  #rejectAll(reason: string): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new WorkerDied(reason));
  }
}

/** The buffers of a content that may be given away: those that nothing else shares. */
export function transferable(content: Content): ArrayBuffer[] {
  if (typeof content === 'string' || !(content.buffer instanceof ArrayBuffer)) return [];
  return content.byteLength === content.buffer.byteLength ? [content.buffer] : [];
}
