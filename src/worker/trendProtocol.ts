import type { Month } from '../core/arxivId.js';
import type { Digest } from '../core/digest.js';
import type { RisingTerm } from '../core/trends/figures.js';
import type { Content } from './protocol.js';

/** A digest in the state in which its terms are counted. */
export interface DigestState {
  readonly uri: string;
  readonly fingerprint: string;
}

export interface TallyRequest extends DigestState {
  readonly digest: Digest;
  readonly content: Content;
  readonly latest: Month;
}

export interface RisingRequest {
  readonly recent: readonly DigestState[];
  readonly earlier: readonly DigestState[];
  readonly category?: string;
  readonly limit: number;
}

/** What the worker is asked of the trends. */
export interface TrendCalls {
  /** Whether the content is still the digest's. */
  readonly tallyTerms: { readonly params: TallyRequest; readonly result: boolean };
  /** URIs of digests that are to be tallied first, or the terms. */
  readonly risingTerms: {
    readonly params: RisingRequest;
    readonly result:
      { readonly missing: readonly string[] } | { readonly terms: readonly RisingTerm[] };
  };
}
