import { MarkTree, type MarkedList } from '../core/markTree.js';
import { newestDay } from '../core/marks/newestDay.js';
import type { PaperKey } from '../core/paper.js';
import { PaperTree, type TreeNode } from '../core/paperTree.js';
import type { ListSpec } from '../core/reading/listSpec.js';
import { mostListed } from '../core/searchTree.js';
import type { FeatureContext } from './featureContext.js';
import type { LibraryService } from './libraryService.js';
import { countBy } from './settings.js';

export type ListSources = Pick<FeatureContext, 'library' | 'search' | 'marks'>;

const nothing: ReadonlySet<PaperKey> = new Set();

/**
 * The keys of all papers of a list, each once, in its order; the muted ones as well, which a page
 * leaves out and counts.
 * @param staying stay in a list of unread papers when they have been seen, for somebody reads there
 */
export async function keysOfList(
  { library: service, search, marks }: ListSources,
  spec: ListSpec,
  staying = nothing,
): Promise<readonly PaperKey[]> {
  const { library } = service;
  const marked = async (list: MarkedList): Promise<readonly PaperKey[]> => {
    await marks.start();
    return new MarkTree(library, marks, { hidden: nothing }).keysOf(list);
  };
  switch (spec.kind) {
    case 'papers':
      return spec.keys;
    case 'digest':
      return keysOfDigest(service, spec.uri);
    case 'search': {
      const { papers } = await search.find(spec.query, mostListed);
      return papers.map(({ paper }) => paper.key);
    }
    case 'starred':
      return marked({ name: 'starred' });
    case 'tag':
      return marked({ name: 'tag', tag: spec.tag });
    case 'unread': {
      await marks.start();
      const isUnread = (key: PaperKey): boolean => marks.of(key).progress === 'new';
      return [...(newestDay(library)?.keys ?? [])].filter(
        (key) => staying.has(key) || isUnread(key),
      );
    }
    case 'archive':
    case 'category':
    case 'month':
    case 'day':
      return new PaperTree(library, 'date', undefined, nothing, countBy()).keysBelow(nodeOf(spec));
  }
}

function keysOfDigest({ library }: LibraryService, uri: string): readonly PaperKey[] {
  const entries = library.document(uri)?.digest?.entries ?? [];
  return [...new Set(entries.map((entry) => library.homeOf(entry)))];
}

/** A node that the tree knows the children of; its look is of no concern. */
function nodeOf(
  spec: Extract<ListSpec, { kind: 'archive' | 'category' | 'month' | 'day' }>,
): TreeNode {
  const look = { id: '', count: 0, muted: 0 };
  return spec.kind === 'day' ? { ...look, ...spec, precision: 'day' } : { ...look, ...spec };
}
