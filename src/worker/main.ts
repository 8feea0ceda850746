import { parentPort } from 'node:worker_threads';
import { answers } from './answers.js';
import type { Call, CallName, Reply, Result } from './protocol.js';

/** The worker's program: answers one call after the other, and no call ends it. */
const port = parentPort;
if (!port) throw new Error('The worker of Preprint is started by its extension.');

port.on('message', (call: Call) => {
  port.postMessage(reply(call));
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
