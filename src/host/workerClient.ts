import { Worker, type ResourceLimits } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type {
  Call,
  CallName,
  Content,
  LargeFile,
  Note,
  Params,
  Reply,
  Result,
} from '../worker/protocol.js';
import type { Disposable } from './lifecycle.js';

/** The worker ended while it owed an answer: out of memory, most likely. */
export class WorkerDied extends Error {}

/** What was asked, or undefined because the worker died over it or over something else. */
export async function unlessDied<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WorkerDied) return undefined;
    throw error;
  }
}

/** Something that answers the calls of the protocol. */
export interface Answerer {
  /**
   * @param transfer buffers of `params` that are given away rather than copied: they are empty
   * afterwards
   * @throws {WorkerDied} and whatever the answer itself threw, as an `Error` with its message
   */
  call<N extends CallName>(
    name: N,
    params: Params<N>,
    transfer?: readonly ArrayBuffer[],
  ): Promise<Result<N>>;
}

interface Pending {
  readonly resolve: (result: Result<CallName>) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that needs more ends alone, not with all other extensions of the window. */
const usualLimits: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

/**
 * A worker, seen from the extension host. It is started by the first call and stopped when nobody has
 * asked anything for a while; when it dies, every call that it owes an answer is rejected with
 * `WorkerDied`, and the next call starts it anew.
 */
export class WorkerClient implements Answerer, Disposable {
  readonly #program: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #idleMs: number;
  readonly #limits: ResourceLimits;
  readonly #listeners = new Set<() => void>();
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  /**
   * @param program path of the worker's bundle
   * @param idleMs after so long without a call it is stopped; never for `Infinity`
   * @param limits of its memory; V8 lets more garbage lie where it may have more
   */
  constructor(
    program: string,
    log: vscode.LogOutputChannel,
    idleMs: number,
    limits: ResourceLimits = usualLimits,
  ) {
    this.#program = program;
    this.#log = log;
    this.#idleMs = idleMs;
    this.#limits = limits;
  }

  /** Tells when what the worker held in memory is gone, because it died or was stopped. */
  onDidEnd(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Calls that wait for their answer. */
  get pending(): number {
    return this.#pending.size;
  }

  call<N extends CallName>(
    name: N,
    params: Params<N>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<N>> {
    const number = ++this.#number;
    const call: Call = { number, name, params };
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    return new Promise<Result<N>>((resolve, reject) => {
      // The number ties the reply to this call, and so its type to N.
      this.#pending.set(number, { resolve, reject });
      worker.postMessage(call, transfer);
    });
  }

  /** Ends the worker, with all that it holds; the next call starts it anew. */
  stop(): void {
    this.#terminate();
    this.#rejectAll('The worker was stopped.');
    this.#tellEnd();
  }

  dispose(): void {
    this.#listeners.clear();
    this.#terminate();
    this.#rejectAll('Preprint is shutting down.');
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { name: 'preprint', resourceLimits: this.#limits });
    worker.on('message', (message: Reply | Note) => {
      if ('note' in message) this.#log.warn(message.note);
      else this.#settle(message);
    });
    const ended = (reason: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#log.error(`The worker ended: ${reason}`);
      this.#rejectAll(`The worker ended: ${reason}`);
      this.#tellEnd();
    };
    worker.on('error', (error) => ended(error.message));
    worker.on('exit', (code) => ended(`exit code ${code}`));
    return worker;
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.number);
    this.#pending.delete(reply.number);
    if ('error' in reply) pending?.reject(new Error(reply.error));
    else pending?.resolve(reply.result);
    if (this.#pending.size > 0 || this.#idleMs === Infinity) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.stop(), this.#idleMs);
  }

  #tellEnd(): void {
    for (const listener of this.#listeners) listener();
  }

  #terminate(): void {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  #rejectAll(reason: string): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new WorkerDied(reason));
  }
}

/** Calls that any worker can answer go to the one with less to do; of equals, to the first. */
export class LeastBusy implements Answerer {
  readonly #workers: readonly WorkerClient[];

  constructor(workers: readonly WorkerClient[]) {
    this.#workers = workers;
  }

  call<N extends CallName>(
    name: N,
    params: Params<N>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<N>> {
    const [first, ...others] = this.#workers;
    if (!first) throw new Error('There is no worker.');
    const worker = others.reduce(
      (least, one) => (one.pending < least.pending ? one : least),
      first,
    );
    return worker.call(name, params, transfer);
  }
}

/** The buffers of a content that may be given away: those that nothing else shares. */
export function transferable(content: Content | LargeFile): ArrayBuffer[] {
  if (!(content instanceof Uint8Array) || !(content.buffer instanceof ArrayBuffer)) return [];
  return content.byteLength === content.buffer.byteLength ? [content.buffer] : [];
}
