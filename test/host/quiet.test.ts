import { after, before } from 'mocha';
import assert from 'node:assert/strict';

/** Hooks around all tests: what Preprint leaves unhandled is a fault that no test would see. */
const unheard: string[] = [];

function listen(reason: unknown): void {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  // Errors of the workbench and its own extensions are not ours.
  if (/dist[\\/](?:extension|worker|librarian)\.js/.test(text)) unheard.push(text);
}

before(() => {
  process.on('unhandledRejection', listen);
  process.on('uncaughtExceptionMonitor', listen);
});

after('no promise of the extension was rejected unheard', () => {
  process.off('unhandledRejection', listen);
  process.off('uncaughtExceptionMonitor', listen);
  assert.deepEqual(unheard, []);
});
