import type { PaperKey } from '../core/paper.js';

/** The only thing that both sides of the reader import. */

/** What a person can do with the paper in the page; the host runs the command of the same name. */
export type ReaderAction =
  'goToDigest' | 'openOnArxiv' | 'openPdf' | 'insertCitation' | 'copyBibtex' | 'copyLink';

export type ToReader =
  | {
      readonly type: 'show';
      readonly key: PaperKey;
      /** Safe HTML made by `core/render`: no foreign element, attribute or URL gets through. */
      readonly html: string;
      /** The paper is the one already shown, with newer text: the page keeps its scroll. */
    }
  | {
      readonly type: 'gone';
      readonly key: PaperKey;
      /** A localised sentence to show above the last text. */
      readonly message: string;
    };

export type FromReader =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: ReaderAction; readonly key: PaperKey }
  /** The reader asks to open place number `index` in the list "where it occurs". */
  | { readonly type: 'openOccurrence'; readonly key: PaperKey; readonly index: number }
  /** Only http and https links reach the host, which asks VS Code to open them. */
  | { readonly type: 'openLink'; readonly url: string };
