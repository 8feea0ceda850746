import type { PaperKey } from '../paper.js';
import type { HealthGroup } from './finding.js';

/** Papers of the data file beside a digest that the digest itself does not hold, in its order. */
export function onlyInTwin(own: Iterable<PaperKey>, twin: Iterable<PaperKey>): PaperKey[] {
  const known = new Set(own);
  return [...new Set(twin)].filter((key) => !known.has(key));
}

/** They stand nowhere in the digest: told at its beginning, all at once. */
export function twinGroup(lost: readonly PaperKey[]): HealthGroup[] {
  const [first] = lost;
  if (first === undefined) return [];
  const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 };
  const args = [first.slice(first.indexOf(':') + 1)];
  return [
    { check: 'onlyInTwin', count: lost.length, first: [{ check: 'onlyInTwin', range, args }] },
  ];
}
