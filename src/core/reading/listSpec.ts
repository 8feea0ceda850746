import type { MarkNode } from '../markTree.js';
import { isPaperKey, type PaperKey } from '../paper.js';
import type { TreeNode } from '../paperTree.js';
import type { SearchNode } from '../searchTree.js';

/** Which papers a list for reading holds. Plain data: a page keeps it through reloads. */
export type ListSpec =
  /** Those of one digest, in its order. */
  | { readonly kind: 'digest'; readonly uri: string }
  | { readonly kind: 'archive'; readonly archive: string }
  /** @see TreeNode for `day` */
  | { readonly kind: 'category'; readonly category: string; readonly day?: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'starred' }
  /** Those of the newest digests that nobody had seen when the list was opened. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'tag'; readonly tag: string }
  /** Those that somebody has chosen, such as another view of Preprint. */
  | { readonly kind: 'papers'; readonly title: string; readonly keys: readonly PaperKey[] };

/** The text that each kind has beside its kind; `papers` has more. */
const texts: Readonly<Record<ListSpec['kind'], string | undefined>> = {
  digest: 'uri',
  archive: 'archive',
  category: 'category',
  month: 'month',
  day: 'day',
  search: 'query',
  starred: undefined,
  unread: undefined,
  tag: 'tag',
  papers: 'title',
};

/** What was kept by a page, or given by a caller; undefined for anything that is no such thing. */
export function asListSpec(data: unknown): ListSpec | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const given = data as Readonly<Record<string, unknown>>;
  const { kind } = given;
  if (typeof kind !== 'string' || !Object.hasOwn(texts, kind)) return undefined;
  const text = texts[kind as ListSpec['kind']];
  if (text !== undefined && typeof given[text] !== 'string') return undefined;
  if (kind === 'category' && given.day !== undefined && typeof given.day !== 'string')
    return undefined;
  if (kind === 'papers' && !isKeys(given.keys)) return undefined;
  return data as ListSpec;
}

function isKeys(data: unknown): data is readonly PaperKey[] {
  return Array.isArray(data) && data.every(isPaperKey);
}

/** What a caller of a command gives: a list, or a row of the view Papers that stands for one. */
export function specGiven(given: unknown): ListSpec | undefined {
  const isNode = typeof given === 'object' && given !== null && 'id' in given;
  return isNode ? specOfNode(given as Parameters<typeof specOfNode>[0]) : asListSpec(given);
}

/** The same for the same list, and for no other. */
export function listName(spec: ListSpec): string {
  const text = texts[spec.kind];
  const value =
    text === undefined ? '' : String((spec as unknown as Record<string, unknown>)[text]);
  if (spec.kind === 'papers') return [spec.kind, value, ...spec.keys].join('\n');
  const day = spec.kind === 'category' && spec.day !== undefined ? `\n${spec.day}` : '';
  return `${spec.kind}\n${value}${day}`;
}

/** The list of what lies below a row of the view Papers; undefined for a row without papers. */
export function specOfNode(node: TreeNode | SearchNode | MarkNode): ListSpec | undefined {
  switch (node.kind) {
    case 'archive':
      return { kind: 'archive', archive: node.archive };
    case 'month':
      return { kind: 'month', month: node.month };
    case 'day':
      return { kind: 'day', day: node.day };
    case 'category':
      return {
        kind: 'category',
        category: node.category,
        ...(node.day !== undefined && { day: node.day }),
      };
    case 'range':
    case 'searchRange':
    case 'markedRange':
      return specOfNode(node.of);
    case 'search':
      return { kind: 'search', query: node.search.query };
    case 'marked': {
      const { list } = node;
      return list.name === 'tag' ? { kind: 'tag', tag: list.tag } : { kind: list.name };
    }
    case 'searchNote':
    case 'tags':
    case 'paper':
      return undefined;
  }
}
