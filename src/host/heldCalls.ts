import type { CallName } from '../worker/protocol.js';

/**
 * Calls about what the worker has been told before. One that was started anew would answer them as if
 * there were nothing, so who asks has to fill it first; all other calls are sent to it as they are.
 */
export const heldCalls: ReadonlySet<CallName> = new Set<CallName>([
  ...(['setShard', 'restoreShard', 'removeShard', 'compact', 'search', 'searchKeys'] as const),
  ...(['searchFigures', 'similarPapers', 'rankForYou'] as const),
  ...(['setBibliography', 'removeBibliography', 'checkBibliography', 'findEntries'] as const),
  ...(['entryAt', 'listEntries', 'unknownKeys', 'unknownUses', 'similarKeys'] as const),
  ...(['matchPapers', 'completeEntries', 'takenKeys', 'samePapers', 'newKeys'] as const),
]);
