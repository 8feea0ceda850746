import { occurrenceWeights } from './fields.js';
import type { QueryTerm } from './query.js';
import type { ShardGroup } from './shardGroup.js';
import { TermMatcher, type Matches } from './termMatch.js';

/** A query's term with its postings in each group, and how much it says. */
export interface ResolvedTerm {
  readonly term: QueryTerm;
  /** One for each group, in their order. */
  readonly matches: readonly Matches[];
  /** Entries of all groups with it. */
  readonly frequency: number;
  /** Of its occurrences (`fields.ts`). */
  readonly weights: Float32Array;
}

export function resolveTerm(groups: readonly ShardGroup[], term: QueryTerm): ResolvedTerm {
  const matcher = new TermMatcher(term);
  const matches = groups.map(({ cursor }) => matcher.in(cursor));
  const frequency = groups.reduce((sum, group, at) => sum + group.frequency(matches[at] ?? []), 0);
  return { term, matches, frequency, weights: occurrenceWeights(term.fields) };
}
