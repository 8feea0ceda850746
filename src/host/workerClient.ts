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
import { heldCalls } from './heldCalls.js';
import { JobClock } from './jobClock.js';
import { usualJobTime, type JobTime } from './jobTime.js';
import type { Disposable } from './lifecycle.js';
import { WorkerDied, type Blame } from './workerDied.js';

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

interface Job {
  readonly call: Call;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (result: Result<CallName>) => void;
  readonly reject: (error: Error) => void;
}

export interface WorkerRules {
  /**
   * Of its memory; V8 lets more garbage lie where it may have more. A worker that needs more ends
   * alone, not with all other extensions of the window.
   */
  readonly limits?: ResourceLimits;
  /** A worker that is at one job for longer is ended. */
  readonly jobTime?: JobTime;
  /** A new one for each job, because what has broken it may not show before the next one. */
  readonly once?: true;
}

const usualLimits: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

/**
 * A worker, seen from the extension host. It is started by the first call and stopped when nobody has
 * asked anything for a while. It is handed one job at a time, so that it is known which one it died
 * of: that one is rejected with `WorkerDied`, and so are the `heldCalls` behind it; all others go to
 * the next one, which is started at once.
 */
export class WorkerClient implements Answerer, Disposable {
  readonly #program: string;
  readonly #log: Pick<vscode.LogOutputChannel, 'warn' | 'error'>;
  readonly #idleMs: number;
  readonly #rules: WorkerRules;
  readonly #listeners = new Set<() => void>();
  readonly #clock = new JobClock(() => this.#endOverdue());
  #waiting: Job[] = [];
  /** What the worker is at. */
  #job: Job | undefined;
  #worker: Worker | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #number = 0;

  /**
   * @param program path of the worker's bundle
   * @param idleMs after so long without a call it is stopped; never for `Infinity`
   */
  constructor(
    program: string,
    log: Pick<vscode.LogOutputChannel, 'warn' | 'error'>,
    idleMs: number,
    rules: WorkerRules = {},
  ) {
    this.#program = program;
    this.#log = log;
    this.#idleMs = idleMs;
    this.#rules = rules;
  }

  /** Tells when what the worker held in memory is gone, because it died or was stopped. */
  onDidEnd(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Calls that wait for their answer. */
  get pending(): number {
    return this.#waiting.length + (this.#job ? 1 : 0);
  }

  call<N extends CallName>(
    name: N,
    params: Params<N>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<N>> {
    const call: Call = { number: ++this.#number, name, params };
    clearTimeout(this.#idle);
    return new Promise<Result<N>>((resolve, reject) => {
      // The number ties the reply to this call, and so its type to N.
      this.#waiting.push({ call, transfer, resolve, reject });
      this.#handOver();
    });
  }

  /** Ends the worker, with all that it holds; the next call starts it anew. */
  stop(): void {
    this.#terminate();
    this.#settleEnd('The worker was stopped.', 'none');
  }

  dispose(): void {
    this.#listeners.clear();
    this.#terminate();
    for (const { reject } of this.#takeAll()) {
      reject(new WorkerDied('Preprint is shutting down.', 'none'));
    }
  }

  #handOver(): void {
    if (this.#job) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#job = job;
    this.#worker ??= this.#start();
    this.#clock.start((this.#rules.jobTime ?? usualJobTime)(job.call.params));
    try {
      this.#worker.postMessage(job.call, job.transfer);
    } catch (error) {
      // Something in it cannot be sent.
      this.#job = undefined;
      job.reject(error instanceof Error ? error : new Error(String(error)));
      this.#goOn();
    }
  }

  #start(): Worker {
    const { limits = usualLimits } = this.#rules;
    const worker = new Worker(this.#program, { name: 'preprint', resourceLimits: limits });
    worker.on('message', (message: Reply | Note) => {
      if (this.#worker !== worker) return;
      if ('note' in message) this.#log.warn(message.note);
      else this.#settle(message);
    });
    const ended = (reason: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#log.error(`The worker ended: ${reason}`);
      this.#settleEnd(`The worker ended: ${reason}`, 'died');
    };
    worker.on('error', (error) => ended(error.message));
    worker.on('exit', (code) => ended(`exit code ${code}`));
    return worker;
  }

  #settle(reply: Reply): void {
    const job = this.#job;
    if (job?.call.number !== reply.number) return;
    this.#job = undefined;
    if (this.#rules.once) this.#terminate();
    this.#goOn();
    if ('error' in reply) job.reject(new Error(reply.error));
    else job.resolve(reply.result);
  }

  #goOn(): void {
    this.#clock.stop();
    this.#handOver();
    if (this.#job || this.#idleMs === Infinity) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.stop(), this.#idleMs);
  }

  #endOverdue(): void {
    const { name, params } = this.#job?.call ?? {};
    const uri = params && 'uri' in params ? ` of ${params.uri}` : '';
    this.#log.error(`The worker is stopped: ${name}${uri} takes too long.`);
    this.#terminate();
    this.#settleEnd('The job takes too long.', 'overdue');
  }

  /** @param blame of the job that the worker was at */
  #settleEnd(reason: string, blame: Blame): void {
    const [first, ...behind] = this.#takeAll();
    const isHeld = ({ call }: Job): boolean => heldCalls.has(call.name);
    this.#waiting = behind.filter((job) => !isHeld(job));
    for (const listener of this.#listeners) listener();
    first?.reject(new WorkerDied(reason, blame));
    for (const job of behind.filter(isHeld)) job.reject(new WorkerDied(reason, 'none'));
    this.#handOver();
  }

  /** The one that the worker is at, and those that wait. */
  #takeAll(): Job[] {
    const all = [...(this.#job ? [this.#job] : []), ...this.#waiting];
    this.#clock.stop();
    this.#job = undefined;
    this.#waiting = [];
    return all;
  }

  #terminate(): void {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }
}

/** The buffers of a content that may be given away: those that nothing else shares. */
export function transferable(content: Content | LargeFile): ArrayBuffer[] {
  const bytes = typeof content === 'object' && 'bytes' in content ? content.bytes : content;
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return [];
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}
