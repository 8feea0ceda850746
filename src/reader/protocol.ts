import type { PaperKey } from '../core/paper.js';
import type { PaperAsk } from '../core/render/paperAsk.js';

/** The only thing that both sides of the reader import. */

export type { PaperAsk };

export type ToReader =
  | {
      /**
       * Shows a paper. When its key is the one already shown (or shown before the window was
       * reloaded), the page keeps its scroll; else it begins at the top and the title takes focus.
       */
      readonly type: 'show';
      readonly key: PaperKey;
      /** Safe HTML made by `core/render`: no foreign element, attribute or URL gets through. */
      readonly html: string;
      /** The keyboard stays where it is, such as in the list from which the paper was opened. */
      readonly behind?: true;
    }
  /** Fills the section of similar papers, which may come a while after the paper. */
  | {
      readonly type: 'similar';
      readonly key: PaperKey;
      /** Safe HTML made by `core/render`; '' for none. */
      readonly html: string;
    }
  | {
      readonly type: 'gone';
      readonly key: PaperKey;
      /** A localised sentence to show above the last text. */
      readonly message: string;
    };

export type FromReader = { readonly type: 'ready' } | PaperAsk;

/** What the page keeps through reloads (`setState`); a serializer gets it back. */
export interface ReaderState {
  readonly key: PaperKey;
  /** In CSS pixels. */
  readonly scrollTop: number;
}
