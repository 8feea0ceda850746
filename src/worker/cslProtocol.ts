import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { Styled, StyledOptions } from '../core/citation/csl/formatWithStyle.js';
import type { Content } from './protocol.js';

/** What the worker is asked that has the engine for CSL styles. */
export interface CslCalls {
  readonly formatWithStyle: {
    readonly params: {
      /** Of the style's file. */
      readonly style: Content;
      readonly papers: readonly CitedPaper[];
      readonly options: StyledOptions;
    };
    readonly result: Styled;
  };
}
