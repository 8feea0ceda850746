import { parentPort } from 'node:worker_threads';
import type { Answers } from './answers.js';
import type { Call, CallName, Note, Reply, Result } from './protocol.js';

/** Takes a line that a person may want to read. */
type Log = (line: string) => void;

/**
 * Runs a worker's program: it answers one call after the other, and no call ends it.
 * @param make the answers to the calls that this program is for
 */
export function serve(make: (log: Log) => Partial<Answers>): void {
  const port = parentPort;
  if (!port) throw new Error('The worker of Preprint is started by its extension.');
  const answers = make((note) => port.postMessage({ note } satisfies Note));

  port.on('message', (call: Call) => {
    const answer = reply(answers, call);
    port.postMessage(answer, transferable(answer));
  });
}

function reply(answers: Partial<Answers>, call: Call): Reply {
  try {
    return { number: call.number, result: answer(answers, call) };
  } catch (error) {
    return { number: call.number, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer<N extends CallName>(
  answers: Partial<Answers>,
  { name, params }: Call<N>,
): Result<N> {
  const answerer = answers[name];
  if (!answerer) throw new Error(`Another worker answers ${name}.`);
  return answerer(params);
}

/** Bytes are given away rather than copied. */
function transferable(reply: Reply): ArrayBuffer[] {
  const bytes = 'result' in reply && reply.result instanceof Uint8Array ? reply.result : undefined;
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
