import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library.js';
import { MarkTree, type MarkNode } from '../../../src/core/markTree.js';
import { MarkIndex } from '../../../src/core/marks/markIndex.js';
import { noMark, type Mark } from '../../../src/core/marks/mark.js';
import type { IndexedDocument } from '../../../src/core/digest.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { PaperTree, type TreeNode } from '../../../src/core/paperTree.js';
import { documentOf, entryOf } from '../support/documents.js';

const entry = (id: string, category = 'cs.LG') => entryOf(0, `Title ${id}`, { id, category });
const key = (id: string): PaperKey => `arxiv:${id}`;

const old = documentOf('file:///old.md', [entry('2601.00001'), entry('2601.00002')], '2026-01-05');
const today = documentOf(
  'file:///new.md',
  [entry('2602.00003', 'math.AG'), entry('2602.00001'), entry('2602.00002')],
  '2026-02-13',
);

function libraryOf(documents: readonly IndexedDocument[]): Library {
  const library = new Library();
  for (const document of documents) library.replace(document);
  return library;
}

function marksOf(changes: Readonly<Record<string, Partial<Mark>>>) {
  const marks = new Map(
    Object.entries(changes).map(([id, change]) => [
      id.includes(':') ? id : key(id),
      { ...noMark, ...change },
    ]),
  );
  const index = new MarkIndex();
  for (const [each, mark] of marks) index.set(each as PaperKey, mark);
  return { index, of: (each: PaperKey) => marks.get(each) ?? noMark };
}

interface Options {
  readonly hidden?: readonly string[];
  readonly staying?: readonly string[];
  readonly filter?: readonly string[];
  readonly documents?: readonly IndexedDocument[];
}

function outline(marks: Readonly<Record<string, Partial<Mark>>>, options: Options = {}): string[] {
  const { hidden = [], staying = [], filter, documents = [old, today] } = options;
  const keys = (ids: readonly string[]) => new Set(ids.map(key));
  const tree = new MarkTree(libraryOf(documents), marksOf(marks), {
    hidden: keys(hidden),
    staying: keys(staying),
    filter: filter && keys(filter),
  });
  const lines = (nodes: readonly (MarkNode | TreeNode)[], depth: number): string[] =>
    nodes.flatMap((node) => {
      const indent = '  '.repeat(depth);
      if (node.kind === 'paper') return [indent + node.key.slice('arxiv:'.length)];
      if (node.kind === 'marked') {
        const { list, count, muted } = node;
        const name = list.name === 'tag' ? `#${list.tag}` : list.name;
        return [
          `${indent}${name} ${count}${muted === 0 ? '' : ` (${muted} muted)`}`,
          ...lines(tree.children(node), depth + 1),
        ];
      }
      if (node.kind === 'tags') {
        return [`${indent}tags ${node.count}`, ...lines(tree.children(node), depth + 1)];
      }
      return [`${indent}${node.kind}`];
    });
  return lines(tree.roots(), 0);
}

const allSeen = Object.fromEntries(
  ['2602.00001', '2602.00002', '2602.00003'].map((id) => [id, { progress: 'seen' as const }]),
);

describe('The tree of marked papers', () => {
  it('has the new papers of the newest digest, in its order', () => {
    assert.deepEqual(outline({}), ['unread 3', '  2602.00003', '  2602.00001', '  2602.00002']);
    assert.deepEqual(outline({ '2602.00001': { progress: 'read' } }), [
      ...['unread 2', '  2602.00003', '  2602.00002'],
    ]);
  });

  it('has nothing when nothing is marked and the newest digest has been seen', () => {
    assert.deepEqual(outline(allSeen), []);
    assert.deepEqual(outline({}, { documents: [] }), []);
  });

  it('counts muted papers among the unread ones, and leaves them out', () => {
    assert.deepEqual(outline({}, { hidden: ['2602.00003', '2602.00001'] }), [
      ...['unread 1 (2 muted)', '  2602.00002'],
    ]);
  });

  it('keeps a row that was opened where it is, without counting it', () => {
    const marks = { '2602.00001': { progress: 'seen' as const } };
    assert.deepEqual(outline(marks, { staying: ['2602.00001'] }), [
      ...['unread 2', '  2602.00003', '  2602.00001', '  2602.00002'],
    ]);
    const read = { '2602.00001': { progress: 'read' as const } };
    assert.equal(outline(read, { staying: ['2602.00001'] }).length, 3);
  });

  it('has the starred papers and the tags, the newest papers first', () => {
    const marks = {
      ...allSeen,
      '2601.00002': { starred: true, tags: ['survey'] },
      '2602.00001': { progress: 'read', starred: true, tags: ['cite', 'survey'] },
    } as const;
    assert.deepEqual(outline(marks), [
      ...['starred 2', '  2602.00001', '  2601.00002', 'tags 2'],
      ...['  #cite 1', '    2602.00001', '  #survey 2', '    2602.00001', '    2601.00002'],
    ]);
  });

  it('is narrowed by a filter', () => {
    const marks = { '2601.00001': { starred: true }, '2601.00002': { starred: true } };
    assert.deepEqual(outline(marks, { filter: ['2601.00002', '2602.00003'] }), [
      ...['starred 1', '  2601.00002', 'unread 1', '  2602.00003'],
    ]);
    assert.deepEqual(outline(marks, { filter: [] }), []);
  });

  it('leaves out papers that no digest holds', () => {
    assert.deepEqual(outline({ ...allSeen, '2512.00009': { starred: true, tags: ['x'] } }), []);
  });

  it('lists a paper once that was starred before a digest gave its id', () => {
    const title = 'title:title260100001';
    const star = { starred: true };
    assert.deepEqual(outline({ ...allSeen, [title]: star, '2601.00001': star }), [
      ...['starred 1', '  2601.00001'],
    ]);
  });

  it('parts a long list into pages', () => {
    const entries = Array.from({ length: 250 }, (_, at) => entry(`2603.${10_000 + at}`));
    const documents = [documentOf('file:///long.md', entries, '2026-03-01')];
    assert.deepEqual(outline({}, { documents }), [
      ...['unread 250', '  markedRange', '  markedRange'],
    ]);
  });
});

describe('The tree of papers', () => {
  const counts = (nodes: readonly TreeNode[]) =>
    nodes.map((node) =>
      'muted' in node ? `${node.id} ${node.count} (${node.muted} muted)` : node.id,
    );

  it('leaves muted papers out, and counts them', () => {
    const hidden = new Set([key('2602.00001'), key('2602.00003'), key('2512.00009')]);
    for (const grouping of ['category', 'date'] as const) {
      const tree = new PaperTree(libraryOf([old, today]), grouping, undefined, hidden);
      const papers = (nodes: readonly TreeNode[]): string[] =>
        nodes.flatMap((node) => (node.kind === 'paper' ? [node.key] : papers(tree.children(node))));
      assert.deepEqual(papers(tree.roots()).sort(), [
        ...['2601.00001', '2601.00002', '2602.00002'].map(key),
      ]);
      assert.deepEqual(
        counts(grouping === 'category' ? tree.roots() : tree.children(tree.roots()[0]!)),
        grouping === 'category'
          ? ['archive/cs 3 (1 muted)', 'archive/math 0 (1 muted)']
          : ['day/2026-02-13 1 (2 muted)'],
      );
    }
  });

  it('counts muted papers among those that a filter lets through', () => {
    const hidden = new Set([key('2602.00001'), key('2602.00002')]);
    const filter = new Set([key('2602.00001'), key('2601.00001')]);
    const tree = new PaperTree(libraryOf([old, today]), 'category', filter, hidden);
    assert.deepEqual(counts(tree.roots()), ['archive/cs 1 (1 muted)']);
  });
});
