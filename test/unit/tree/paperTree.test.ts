import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { IndexedDocument } from '../../../src/core/digest.js';
import { daysOf } from '../../../src/core/entryDays.js';
import { Library } from '../../../src/core/library.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { PaperTree, type CountBy, type TreeNode } from '../../../src/core/paperTree.js';
import { joinedEntries } from '../../../src/core/twins.js';
import { documentOf, entryOf, libraries } from '../support/documents.js';

type Grouping = 'category' | 'date';

function treeOf(
  documents: readonly IndexedDocument[],
  grouping: Grouping,
  filter?: ReadonlySet<PaperKey>,
): PaperTree {
  return new PaperTree(libraryOf(documents), grouping, filter);
}

function libraryOf(documents: readonly IndexedDocument[]): Library {
  const library = new Library();
  for (const document of documents) library.replace(document);
  return library;
}

/** Each node with its children, from the top. */
function* nodesOf(tree: PaperTree, nodes: readonly TreeNode[] = tree.roots()): Iterable<TreeNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesOf(tree, tree.children(node));
  }
}

function papersBelow(tree: PaperTree, node: TreeNode): PaperKey[] {
  return [...nodesOf(tree, [node])].flatMap((each) => (each.kind === 'paper' ? [each.key] : []));
}

function papersOf(tree: PaperTree): Set<PaperKey> {
  return new Set(tree.roots().flatMap((node) => papersBelow(tree, node)));
}

/** A few words on each node, indented by its depth. */
function outline(tree: PaperTree, nodes: readonly TreeNode[] = tree.roots(), depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${words(node)}`,
    ...outline(tree, tree.children(node), depth + 1),
  ]);
}

function words(node: TreeNode): string {
  switch (node.kind) {
    case 'archive':
      return `archive ${node.archive} ${node.count}`;
    case 'category':
      return `category ${node.category} ${node.count}`;
    case 'month':
      return `month ${node.month} ${node.count}`;
    case 'day':
      return `${node.precision} ${node.day} ${node.count}`;
    case 'range':
      return `range ${node.from}-${node.to}`;
    case 'paper':
      return node.key;
  }
}

function entryIn(category: string | undefined, id: string, line = 0) {
  return entryOf(line, `Title ${id}`, { id, ...(category !== undefined && { category }) });
}

const digests = [
  documentOf(
    'file:///b.md',
    [
      entryIn('cs.LG', '2602.00002', 0),
      entryIn('cs.CL', '2602.00001', 1),
      entryIn('hep-th', '2602.00003', 2),
      entryIn('Free text', '2602.00004', 3),
    ],
    '2026-02-13',
  ),
  documentOf('file:///a.md', [entryIn('cs.LG', '2602.00005')], '2026-02-13'),
  documentOf('file:///c.md', [entryIn('cs.LG', '2602.00002')], '2026-02-12'),
  documentOf('file:///d.md', [entryIn('cs.LG', '2601.00001')], '2026-01'),
  documentOf('file:///e.txt', [entryOf(0, 'No Id'), entryOf(1, 'Another')]),
];

const groupings: readonly Grouping[] = ['category', 'date'];
const countings: readonly CountBy[] = ['primary', 'crossLists'];

describe('the tree of papers', () => {
  it('by category holds archives, their categories and papers, the newest first', () => {
    assert.deepEqual(outline(treeOf(digests, 'category')), [
      'archive cs 4',
      '  category cs.CL 1',
      '    arxiv:2602.00001',
      '  category cs.LG 3',
      '    arxiv:2602.00005',
      '    arxiv:2602.00002',
      '    arxiv:2601.00001',
      'category hep-th 1',
      '  arxiv:2602.00003',
      'archive  3',
      '  category Free text 1',
      '    arxiv:2602.00004',
      '  category  2',
      '    title:another',
      '    title:noid',
    ]);
  });

  it('by date holds months with their digests, days, categories and papers as digests have them', () => {
    assert.deepEqual(outline(treeOf(digests, 'date')), [
      'month 2026-02 3',
      '  day 2026-02-13 5',
      '    category Free text 1',
      '      arxiv:2602.00004',
      '    category cs.CL 1',
      '      arxiv:2602.00001',
      '    category cs.LG 2',
      '      arxiv:2602.00005',
      '      arxiv:2602.00002',
      '    category hep-th 1',
      '      arxiv:2602.00003',
      '  day 2026-02-12 1',
      '    category cs.LG 1',
      '      arxiv:2602.00002',
      'month 2026-01 1',
      '  month 2026-01 1',
      '    category cs.LG 1',
      '      arxiv:2601.00001',
      'month  2',
      '  category  2',
      '    title:noid',
      '    title:another',
    ]);
  });

  it('shows nothing but what passes the filter', () => {
    const filter = new Set<PaperKey>(['arxiv:2602.00002', 'title:noid', 'arxiv:2602.99999']);
    assert.deepEqual(outline(treeOf(digests, 'category', filter)), [
      'archive cs 1',
      '  category cs.LG 1',
      '    arxiv:2602.00002',
      // The only category of its archive, by the same name: none.
      'category  1',
      '  title:noid',
    ]);
    assert.deepEqual(outline(treeOf(digests, 'date', filter)), [
      'month 2026-02 2',
      '  day 2026-02-13 1',
      '    category cs.LG 1',
      '      arxiv:2602.00002',
      '  day 2026-02-12 1',
      '    category cs.LG 1',
      '      arxiv:2602.00002',
      'month  1',
      '  category  1',
      '    title:noid',
    ]);
    for (const grouping of groupings) {
      assert.deepEqual(outline(treeOf(digests, grouping, new Set())), []);
    }
  });

  it('is empty where there are no papers', () => {
    for (const grouping of groupings) {
      assert.deepEqual(treeOf([], grouping).roots(), []);
      const note = { uri: 'file:///note.md', mentions: [], problems: [] };
      assert.deepEqual(treeOf([note], grouping).roots(), []);
    }
  });

  it('reaches every paper, counts what is below, and repeats no id', () => {
    fc.assert(
      fc.property(
        libraries,
        fc.constantFrom(...groupings),
        fc.constantFrom(...countings),
        fc.option(fc.array(fc.nat(20)), { nil: undefined }),
        fc.array(fc.nat(20)),
        (all, grouping, countBy, picked, mute) => {
          const library = libraryOf(all);
          const keys = [...library.keys()].sort();
          const filter = picked && new Set(keys.filter((_, index) => picked.includes(index)));
          const hidden = new Set(keys.filter((_, index) => mute.includes(index)));
          const tree = new PaperTree(library, grouping, filter, hidden, countBy);
          const shown = [...(filter ?? keys)].filter((key) => !hidden.has(key));
          assert.deepEqual(papersOf(tree), new Set(shown));
          const ids = new Set<string>();
          for (const node of nodesOf(tree)) {
            assert.ok(!ids.has(node.id), node.id);
            ids.add(node.id);
            if (node.kind === 'month') {
              const ofMonth = [...library.digests()].filter((joined) => {
                const days = [...daysOf(joined.digest).keys()];
                const own = days.filter((day) => day.startsWith(node.month));
                if (!filter) return own.length > 0;
                return own
                  .flatMap((day) => joinedEntries(joined, day))
                  .some(({ entry }) => filter.has(library.homeOf(entry)));
              });
              assert.equal(node.count, ofMonth.length);
            } else if ('count' in node) {
              assert.equal(node.count, new Set(papersBelow(tree, node)).size, words(node));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same whatever was read first, and keeps its ids when others come', () => {
    fc.assert(
      fc.property(
        libraries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.constantFrom(...groupings),
        ([all, shuffled], grouping) => {
          const ids = (documents: readonly IndexedDocument[]) => {
            const tree = treeOf(documents, grouping);
            return [...nodesOf(tree)].map((node) => `${node.id} ${words(node)}`);
          };
          assert.deepEqual(ids(shuffled), ids(all));
        },
      ),
      { numRuns: 200 },
    );
    const before = new Set([...nodesOf(treeOf(digests, 'date'))].map(({ id }) => id));
    const more = documentOf('file:///f.md', [entryIn('cs.AI', '2602.00009')], '2026-02-13');
    const after = new Set([...nodesOf(treeOf([...digests, more], 'date'))].map(({ id }) => id));
    for (const id of before) assert.ok(after.has(id), id);
  });

  it('repeats no id where categories are named like places in it', () => {
    const names = ['', 'a', 'a/0', '0', '/', 'cs', 'cs.LG', 'a/arxiv:2602.00001', '2026-02-13'];
    const many = names.map((name, index) =>
      entryIn(name === '' ? undefined : name, `2602.0000${index + 1}`, index),
    );
    for (const grouping of groupings) {
      const tree = treeOf([documentOf('file:///a.md', many, '2026-02-13')], grouping);
      const ids = [...nodesOf(tree)].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    }
  });
});

describe('a tree that counts with cross-lists', () => {
  const listed = (id: string, category: string, crossLists: readonly string[], line: number) =>
    entryOf(line, `Title ${id}`, { id, category, crossLists });
  const all = [
    documentOf(
      'file:///2026-02-13.md',
      [entryIn('cs.LG', '2602.00001', 0), entryIn('cs.CL', '2602.00002', 1)],
      '2026-02-13',
    ),
    documentOf(
      'file:///2026-02-13.jsonl',
      [
        listed('2602.00001', 'cs.LG', ['cs.CL', 'stat.ML'], 0),
        listed('2602.00002', 'cs.CL', [], 1),
        listed('2602.00003', 'hep-th', ['gr-qc'], 2),
      ],
      '2026-02-13',
    ),
  ];
  const tree = (grouping: Grouping, countBy: CountBy) =>
    outline(new PaperTree(libraryOf(all), grouping, undefined, undefined, countBy)).filter(
      (line) => !line.includes('arxiv:'),
    );

  it('has a paper in each of its categories, and once in its archive', () => {
    assert.deepEqual(tree('category', 'crossLists'), [
      'archive cs 2',
      '  category cs.CL 2',
      '  category cs.LG 1',
      'category gr-qc 1',
      'category hep-th 1',
      'archive stat 1',
      '  category stat.ML 1',
    ]);
    assert.deepEqual(tree('category', 'primary'), [
      'archive cs 2',
      '  category cs.CL 1',
      '  category cs.LG 1',
      'category hep-th 1',
    ]);
  });

  it('counts a day once, with what only its data holds', () => {
    assert.deepEqual(tree('date', 'crossLists'), [
      'month 2026-02 1',
      '  day 2026-02-13 3',
      '    category cs.CL 2',
      '    category cs.LG 1',
      '    category gr-qc 1',
      '    category hep-th 1',
      '    category stat.ML 1',
    ]);
    assert.deepEqual(tree('date', 'primary'), [
      'month 2026-02 1',
      '  day 2026-02-13 3',
      '    category cs.CL 1',
      '    category cs.LG 1',
      '    category hep-th 1',
    ]);
  });
});

describe('a long list of papers', () => {
  const size = 10_000;
  const idOf = (index: number) => `2602.${String(index + 1).padStart(5, '0')}`;
  const many = documentOf(
    'file:///many.md',
    Array.from({ length: size }, (_, index) => entryIn('cs.LG', idOf(index), index)),
    '2026-02-13',
  );

  for (const grouping of groupings) {
    it(`is cut into pages of 200, by ${grouping}`, () => {
      const tree = treeOf([many], grouping);
      const category = [...nodesOf(tree)].find(({ kind }) => kind === 'category');
      assert.ok(category);
      const pages = tree.children(category);
      assert.equal(pages.length, 50);
      assert.deepEqual(pages.map(words).slice(0, 2), ['range 0-200', 'range 200-400']);
      for (const page of pages) assert.equal(tree.children(page).length, 200);
      const papers = pages.flatMap((page) => papersBelow(tree, page));
      assert.equal(new Set(papers).size, size);
      const newest = grouping === 'category' ? idOf(size - 1) : idOf(0);
      assert.equal(papers[0], `arxiv:${newest}`);
    });
  }

  it('is not cut below 201', () => {
    for (const [count, expected] of [
      [200, 200],
      [201, 2],
      [401, 3],
    ] as const) {
      const filter = new Set(
        Array.from({ length: count }, (_, index): PaperKey => `arxiv:${idOf(index)}`),
      );
      const tree = treeOf([many], 'category', filter);
      const [root] = tree.roots();
      assert.ok(root);
      const [category] = tree.children(root);
      assert.ok(category);
      assert.equal(tree.children(category).length, expected);
      assert.equal(papersBelow(tree, root).length, count);
    }
  });

  it('costs a tree far less than a second', () => {
    const library = libraryOf([many]);
    for (const grouping of groupings) {
      const tree = new PaperTree(library, grouping, undefined);
      const start = performance.now();
      const nodes = [...nodesOf(tree)].length;
      assert.ok(nodes > size);
      assert.ok(performance.now() - start < 5000);
    }
  });
});
