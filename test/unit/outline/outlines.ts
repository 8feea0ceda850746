import assert from 'node:assert/strict';
import type { Digest } from '../../../src/core/digest.js';
import { digestOutline, type OutlineNode } from '../../../src/core/outline/digestOutline.js';

export function outlineOf(digest: Digest): readonly OutlineNode[] {
  const work = digestOutline(digest);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Fails unless each node holds its name and its children, and they follow one another. */
export function assertNested(nodes: readonly OutlineNode[]): void {
  let last = -1;
  for (const { name, range, nameRange, children } of nodes) {
    assert.notEqual(name, '');
    assert.ok(range.startLine > last, `${name} begins behind the one before`);
    for (const inner of [nameRange, ...children.map((child) => child.range)]) {
      assert.ok(inner.startLine >= range.startLine && inner.endLine <= range.endLine, name);
    }
    assertNested(children);
    last = range.endLine;
  }
}
