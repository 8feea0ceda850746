import type { DigestEntry } from '../digest.js';
import type { HealthGroup } from './finding.js';

/**
 * Papers that the twins of a digest alone hold. They stand nowhere in it, and are told at its
 * beginning, all at once.
 * @param lost as `onlyInTwins` gives them
 */
export function lostGroup(lost: readonly Pick<DigestEntry, 'key'>[]): HealthGroup[] {
  const [first] = lost;
  if (first === undefined) return [];
  const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 };
  const args = [first.key.slice(first.key.indexOf(':') + 1)];
  return [
    { check: 'onlyInTwin', count: lost.length, first: [{ check: 'onlyInTwin', range, args }] },
  ];
}
