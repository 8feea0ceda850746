import type { CallName, Params, Result } from '../worker/protocol.js';
import type { Answerer, WorkerClient } from './workerClient.js';

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
