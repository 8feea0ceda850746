import type { PaperKey } from '../core/paper.js';
import type { PaperAsk } from '../core/render/paperAsk.js';
import type { ListRow, RowMark } from '../core/reading/listRow.js';
import type { ListSpec } from '../core/reading/listSpec.js';
import type { PageWords } from '../core/reading/pageWords.js';
import type { ReadingMove } from '../core/reading/readingKeys.js';

/** The only thing that both sides of the page import, beside the checks in `messages.ts`. */

export type { ListRow, PageWords, PaperKey, ReadingMove, RowMark };

export type ToPage =
  /** A list, of which further parts may come; takes the place of the one before when all are there. */
  | {
      readonly type: 'list';
      /** Counts the lists that the page was told, so that a part is never taken for another's. */
      readonly list: number;
      readonly spec: ListSpec;
      readonly title: string;
      readonly words: PageWords;
      readonly total: number;
      /** Where to begin, when the page does not know it itself. */
      readonly at?: PaperKey;
      /** In place of papers: a sentence. */
      readonly message?: string;
      /** Its source can be opened in VS Code's own editor. */
      readonly asText?: true;
    }
  | {
      readonly type: 'rows';
      readonly list: number;
      readonly rows: readonly ListRow[];
      readonly marks: readonly RowMark[];
      readonly isLast: boolean;
    }
  | { readonly type: 'marks'; readonly marks: readonly (readonly [PaperKey, RowMark])[] }
  /** `html` is safe: made by `core/render`. */
  | { readonly type: 'paper'; readonly key: PaperKey; readonly html: string }
  /** Fills a paper's section of similar papers; `html` as before, '' for none. */
  | { readonly type: 'similar'; readonly key: PaperKey; readonly html: string }
  /** What the page knows of these papers is old. */
  | { readonly type: 'stale'; readonly keys: readonly PaperKey[] }
  | { readonly type: 'move'; readonly move: ReadingMove; readonly order: number }
  /** Papers whose longer texts hold what the filter asks for. */
  | { readonly type: 'found'; readonly text: string; readonly keys: readonly PaperKey[] };

export type FromPage =
  | { readonly type: 'ready' }
  /** The page has done the `move` of this order, and has asked to show what that led to. */
  | { readonly type: 'moved'; readonly order: number }
  /** The keyboard is in the page. */
  | { readonly type: 'focus'; readonly focused: boolean }
  /** The paper that the page shows; its text is wanted if `html`, then those of its neighbours. */
  | {
      readonly type: 'show';
      readonly key: PaperKey;
      readonly html: boolean;
      readonly next: readonly PaperKey[];
    }
  /** They have been looked at for a moment: as papers, or as rows of the list. */
  | {
      readonly type: 'seen';
      readonly keys: readonly PaperKey[];
      readonly how: 'opened' | 'scrolled';
    }
  | { readonly type: 'find'; readonly text: string }
  | PaperAsk
  | { readonly type: 'star'; readonly key: PaperKey }
  | { readonly type: 'changeKeys' }
  | { readonly type: 'openAsText' };

/** What the page keeps through reloads. */
export interface PageState {
  readonly spec: ListSpec;
  readonly key?: PaperKey;
  /** In CSS pixels. */
  readonly listTop: number;
  readonly paperTop: number;
  /** The list's width in CSS pixels. */
  readonly width?: number;
  readonly view: 'list' | 'paper';
}
