import type { Library } from './library.js';
import type { Mark } from './marks/mark.js';
import type { MarkIndex } from './marks/markIndex.js';
import { newestDay } from './marks/newestDay.js';
import type { PaperKey } from './paper.js';
import { newestKeysFirst } from './paperOrder.js';
import { idBelow, pagesOf, pageSize, type TreeNode } from './paperTree.js';

/** What the tree asks of marks. */
export interface Marks {
  of(key: PaperKey): Mark;
  readonly index: Pick<MarkIndex, 'starred' | 'tags'>;
}

/** A list that marks make. */
export type MarkedList =
  | { readonly name: 'starred' }
  /** Papers of the newest digest that nobody has seen. */
  | { readonly name: 'unread'; readonly day: string; readonly precision: 'day' | 'month' }
  | { readonly name: 'tag'; readonly tag: string };

/** A node of the tree above the library. `id` as in `TreeNode`. */
export type MarkNode = { readonly id: string } & (
  | {
      readonly kind: 'marked';
      readonly list: MarkedList;
      readonly count: number;
      /** Papers of the list that are left out. */
      readonly muted: number;
    }
  /** Papers number `from` to `to` (from 0, end exclusive) of a long list. */
  | {
      readonly kind: 'markedRange';
      readonly of: MarkedNode;
      readonly from: number;
      readonly to: number;
    }
  /** `count` is the number of tags. */
  | { readonly kind: 'tags'; readonly count: number }
);

export type MarkedNode = Extract<MarkNode, { kind: 'marked' }>;
type PaperNode = Extract<TreeNode, { kind: 'paper' }>;

const idStart = 'marked/';
const unreadStart = `${idStart}unread/`;

/** Whether a node, by its id, is one of marks or below one. */
export function isOfMarks(id: string): boolean {
  return id.startsWith(idStart);
}

/** Which papers of the lists are shown. */
export interface MarkTreeLook {
  /** Only these, if given. */
  readonly filter?: ReadonlySet<PaperKey> | undefined;
  /** Muted: left out of the unread ones, and counted. */
  readonly hidden: ReadonlySet<PaperKey>;
  /**
   * These stay among the unread ones, though no longer counted, when they have been seen: a row must
   * not go from under the cursor because its paper was opened.
   */
  readonly staying?: ReadonlySet<PaperKey>;
}

/**
 * What marks put above the library: the starred papers, the unread ones of the newest digest, and the
 * tags. Only papers that the library holds count, and a list of none is not there.
 */
export class MarkTree {
  readonly #library: Library;
  readonly #marks: Marks;
  readonly #look: MarkTreeLook;

  constructor(library: Library, marks: Marks, look: MarkTreeLook) {
    this.#library = library;
    this.#marks = marks;
    this.#look = look;
  }

  roots(): MarkNode[] {
    const unread = this.unread();
    const tags = this.#tagNodes().length;
    return [
      ...this.#listed({ name: 'starred' }, `${idStart}starred`),
      ...(unread ? [unread] : []),
      ...(tags > 0 ? [{ kind: 'tags', id: `${idStart}tags`, count: tags } as const] : []),
    ];
  }

  /** Undefined when every paper of the newest digest has been seen. */
  unread(): MarkedNode | undefined {
    const newest = newestDay(this.#library);
    if (!newest) return undefined;
    const { day, precision, keys } = newest;
    const list = { name: 'unread', day, precision } as const;
    const unread = [...keys].filter((key) => this.#passes(key) && this.#isNew(key));
    const count = unread.filter((key) => !this.#look.hidden.has(key)).length;
    const muted = unread.length - count;
    const isEmpty = this.keysOf(list).length === 0;
    return isEmpty ? undefined : { kind: 'marked', id: `${unreadStart}${day}`, list, count, muted };
  }

  children(node: MarkNode): (MarkNode | PaperNode)[] {
    switch (node.kind) {
      case 'tags':
        return this.#tagNodes();
      case 'marked': {
        const keys = this.keysOf(node.list);
        if (keys.length <= pageSize) return papersBelow(node, keys);
        return pagesOf(keys.length).map(({ from, to }) => {
          return { kind: 'markedRange', id: idBelow(node.id, from), of: node, from, to };
        });
      }
      case 'markedRange':
        return papersBelow(node.of, this.keysOf(node.of.list).slice(node.from, node.to));
    }
  }

  keysOf(list: MarkedList): PaperKey[] {
    switch (list.name) {
      case 'starred':
        return this.#held(this.#marks.index.starred, ({ starred }) => starred);
      case 'tag':
        return this.#held(this.#marks.index.tags.get(list.tag) ?? [], ({ tags }) =>
          tags.includes(list.tag),
        );
      case 'unread': {
        const newest = newestDay(this.#library);
        if (newest?.day !== list.day) return [];
        return [...newest.keys].filter((key) => {
          if (this.#look.hidden.has(key) || !this.#passes(key)) return false;
          return this.#isNew(key) || this.#stays(key);
        });
      }
    }
  }

  #tagNodes(): MarkedNode[] {
    return [...this.#marks.index.tags.keys()]
      .sort((a, b) => a.localeCompare(b))
      .flatMap((tag) => this.#listed({ name: 'tag', tag }, `${idStart}tag/${tag}`));
  }

  #listed(list: MarkedList, id: string): MarkedNode[] {
    const count = this.keysOf(list).length;
    return count === 0 ? [] : [{ kind: 'marked', id, list, count, muted: 0 }];
  }

  #stays(key: PaperKey): boolean {
    return this.#look.staying?.has(key) === true && this.#marks.of(key).progress === 'seen';
  }

  #passes(key: PaperKey): boolean {
    return this.#look.filter?.has(key) !== false;
  }

  #isNew(key: PaperKey): boolean {
    return this.#marks.of(key).progress === 'new';
  }

  /** A mark made before a digest gave the paper's id belongs to the paper. */
  #held(keys: Iterable<PaperKey>, fits: (mark: Mark) => boolean): PaperKey[] {
    const homes = new Set(Array.from(keys, (key) => this.#library.homeOf({ key })));
    const held = [...homes].filter((key) => this.#library.has(key) && this.#passes(key));
    return newestKeysFirst(held.filter((key) => fits(this.#marks.of(key))));
  }
}

function papersBelow({ id }: MarkedNode, keys: readonly PaperKey[]): PaperNode[] {
  return keys.map((key) => ({ kind: 'paper', id: idBelow(id, key), key }));
}
