import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { createAnswers } from './answers.js';
import type { Call, CallName, Note, Reply, Result } from './protocol.js';

/** The worker's program: answers one call after the other, and no call ends it. */
const port = parentPort;
if (!port) throw new Error('The worker of Preprint is started by its extension.');

/** The bundle itself says which build it is, so that no version has to be kept by hand. */
const program = createHash('sha1').update(readFileSync(__filename)).digest('hex');
const answers = createAnswers(program, (note) => port.postMessage({ note } satisfies Note));

port.on('message', (call: Call) => {
  const answer = reply(call);
  port.postMessage(answer, transferable(answer));
});

function reply(call: Call): Reply {
  try {
    return { number: call.number, result: answer(call) };
  } catch (error) {
    return { number: call.number, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer<N extends CallName>({ name, params }: Call<N>): Result<N> {
  return answers[name](params);
}

/** Bytes are given away rather than copied. */
function transferable(reply: Reply): ArrayBuffer[] {
  const bytes = 'result' in reply && reply.result instanceof Uint8Array ? reply.result : undefined;
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
