import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PaperKey } from '../../../src/core/paper.js';
import { PageMoves } from '../../../src/host/pageMoves.js';

describe('moves of a page', () => {
  it('arrive where the page is when it says so, each by its own number', async () => {
    const moves = new PageMoves();
    let at: PaperKey | undefined = 'arxiv:2602.00001';
    const first = moves.begin(() => at);
    const second = moves.begin(() => at);
    at = 'arxiv:2602.00002';
    moves.done(first.order);
    // Nobody waits for this one.
    moves.done(99);
    at = 'arxiv:2602.00003';
    moves.done(second.order);
    assert.deepEqual(await Promise.all([first.arriving, second.arriving]), [
      'arxiv:2602.00002',
      'arxiv:2602.00003',
    ]);
  });

  it('keep nobody waiting for a page that does not answer', async () => {
    const { arriving } = new PageMoves().begin(() => 'arxiv:2602.00001');
    assert.equal(await arriving, 'arxiv:2602.00001');
  });
});
