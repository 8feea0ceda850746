import type { Problem } from '../digest.js';
import type { TextRange } from '../text.js';

/** What the texts of entries lack, and what a digest lacks beside its data file. */
export type TextCheck =
  /** The generator wrote a notice of failure, not a text: what it wrote, then the labels. */
  | 'placeholderText'
  /** Nothing stands behind labels: the labels. */
  | 'emptyField'
  /** Most other entries have an abstract. */
  | 'missingAbstract'
  /** Most other entries name authors. */
  | 'missingAuthors'
  /** Fields are in another script than most of their kind: the labels. */
  | 'otherLanguage'
  /** A paper stands in the data file beside the digest alone: its name. */
  | 'onlyInTwin';

/** All that is told of a digest, what could not be read as well. The names are codes of diagnostics. */
export type HealthCheck = Problem['kind'] | TextCheck;

/** One place where something is wrong. The host turns it into a sentence (`healthText.ts`). */
export interface HealthFinding {
  readonly check: HealthCheck;
  /** Inside the text, on one line. */
  readonly range: TextRange;
  readonly args: readonly (string | number)[];
}

/** All that one check has found in a digest. */
export interface HealthGroup {
  readonly check: HealthCheck;
  readonly count: number;
  /** In the order of the text, and not all of them when they are many; never empty. */
  readonly first: readonly HealthFinding[];
}

/** More places than these have one reason, and are told once, at the first of them. */
const mostPlaces = 12;

/** By check, in the order of the first place of each. */
export function grouped(findings: readonly HealthFinding[]): HealthGroup[] {
  const groups = new Map<HealthCheck, HealthFinding[]>();
  const inOrder = [...findings].sort((a, b) => a.range.startLine - b.range.startLine);
  for (const finding of inOrder) {
    const group = groups.get(finding.check);
    if (group) group.push(finding);
    else groups.set(finding.check, [finding]);
  }
  return Array.from(groups, ([check, all]) => {
    return { check, count: all.length, first: all.slice(0, mostPlaces) };
  });
}

/** Papers are lost, or may be: not a matter of looks alone. */
export function tellsOfLoss({ check, args }: HealthFinding): boolean {
  const [, promised = 0, found = 0] = args;
  return check === 'tocMismatch'
    ? found < promised
    : check === 'entryCutOff' || check === 'onlyInTwin';
}
