import { parentPort } from 'node:worker_threads';
import type { Call, CallName, Note, Params, Reply, Result } from './protocol.js';

/** Takes a line that a person may want to read. */
type Log = (line: string) => void;

/** The answers of a program; what it takes from others may come later. */
type SomeAnswers = {
  readonly [N in CallName]?: (params: Params<N>) => Result<N> | Promise<Result<N>>;
};

/**
 * Runs a worker's program: it answers one call after the other, and no call ends it.
 * @param make the answers to the calls that this program is for
 */
export function serve(make: (log: Log) => SomeAnswers): void {
  const port = parentPort;
  if (!port) throw new Error('The worker of Preprint is started by its extension.');
  const answers = make((note) => port.postMessage({ note } satisfies Note));

  port.on('message', (call: Call) => {
    void reply(answers, call).then((answer) => port.postMessage(answer, transferable(answer)));
  });
}

async function reply(answers: SomeAnswers, call: Call): Promise<Reply> {
  try {
    return { number: call.number, result: await answer(answers, call) };
  } catch (error) {
    return { number: call.number, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer<N extends CallName>(
  answers: SomeAnswers,
  { name, params }: Call<N>,
): Result<N> | Promise<Result<N>> {
  const answerer = answers[name];
  if (!answerer) throw new Error(`Another worker answers ${name}.`);
  return answerer(params);
}

/** Bytes are given away rather than copied. */
function transferable(reply: Reply): ArrayBuffer[] {
  const bytes = 'result' in reply && reply.result instanceof Uint8Array ? reply.result : undefined;
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
