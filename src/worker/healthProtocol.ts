import type { Month } from '../core/arxivId.js';
import type { Digest, Problem } from '../core/digest.js';
import type { HealthGroup } from '../core/health/finding.js';
import type { Content } from './protocol.js';

export interface HealthRequest {
  readonly uri: string;
  readonly digest: Digest;
  /** What its index tells of it. */
  readonly problems: readonly Problem[];
  readonly content: Content;
  readonly latest: Month;
}

/** What the worker is asked of the health of digests. */
export interface HealthCalls {
  /** By check, in the order of the text. */
  readonly checkDigest: {
    readonly params: HealthRequest;
    readonly result: readonly HealthGroup[];
  };
}
