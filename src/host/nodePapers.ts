import type { PaperKey } from '../core/paper.js';
import { PaperTree, type TreeNode } from '../core/paperTree.js';
import { specOfNode, type ListSpec } from '../core/reading/listSpec.js';
import { mostListed, type SearchNode } from '../core/searchTree.js';
import type { FeatureContext } from './featureContext.js';
import type { LibraryService } from './libraryService.js';

type Sources = Pick<FeatureContext, 'library' | 'search' | 'marks'>;

/** The keys of all papers at or below a row of the view Papers, each once, in its order. */
export async function keysBelow(
  sources: Sources,
  node: TreeNode | SearchNode,
): Promise<readonly PaperKey[]> {
  if (node.kind === 'paper') return [node.key];
  const spec = specOfNode(node);
  const keys = spec ? await keysOfList(sources, spec) : [];
  const isPart = node.kind === 'range' || node.kind === 'searchRange';
  return isPart ? keys.slice(node.from, node.to) : keys;
}

/** The keys of all papers of a list, each once, in its order. */
export async function keysOfList(
  { library: service, search, marks }: Sources,
  spec: ListSpec,
): Promise<readonly PaperKey[]> {
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
      await marks.start();
      return marked(marks, ({ starred }) => starred);
    case 'tag':
      await marks.start();
      return marked(marks, ({ tags }) => tags.includes(spec.tag));
    case 'archive':
    case 'category':
    case 'month':
    case 'day':
      return keysOfTree(service, nodeOf(spec));
  }
}

function keysOfDigest({ library }: LibraryService, uri: string): readonly PaperKey[] {
  const entries = library.document(uri)?.digest?.entries ?? [];
  return [...new Set(entries.map((entry) => library.homeOf(entry)))];
}

function marked(
  marks: FeatureContext['marks'],
  fits: (mark: ReturnType<FeatureContext['marks']['of']>) => boolean,
): readonly PaperKey[] {
  return [...marks.keys()].filter((key) => fits(marks.of(key)));
}

function keysOfTree({ library }: LibraryService, root: TreeNode): readonly PaperKey[] {
  const tree = new PaperTree(library, 'date', undefined);
  const keys = new Set<PaperKey>();
  const collect = (node: TreeNode): void => {
    if (node.kind === 'paper') keys.add(node.key);
    else tree.children(node).forEach(collect);
  };
  collect(root);
  return [...keys];
}

/** A node that the tree knows the children of; its look is of no concern. */
function nodeOf(
  spec: Extract<ListSpec, { kind: 'archive' | 'category' | 'month' | 'day' }>,
): TreeNode {
  const look = { id: '', count: 0 };
  return spec.kind === 'day' ? { ...look, ...spec, precision: 'day' } : { ...look, ...spec };
}
