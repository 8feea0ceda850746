import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  mostRecentQueries,
  readQueries,
  withoutQuery,
  withQuery,
} from '../../src/core/recentQueries.js';

describe('recent queries', () => {
  it('have the newest first, each once whatever its case and blanks', () => {
    let queries: readonly string[] = [];
    for (const query of ['graph', 'langevin dynamics', ' Graph ', '', '  ']) {
      queries = withQuery(queries, query);
    }
    assert.deepEqual(queries, ['Graph', 'langevin dynamics']);
    assert.deepEqual(withQuery(queries, 'langevin  dynamics'), ['langevin dynamics', 'Graph']);
  });

  it('are forgotten when they are many, or when the person says so', () => {
    let queries: readonly string[] = [];
    for (let count = 1; count <= mostRecentQueries + 5; count++) {
      queries = withQuery(queries, `query ${count}`);
    }
    assert.equal(queries.length, mostRecentQueries);
    assert.equal(queries[0], `query ${mostRecentQueries + 5}`);
    assert.ok(!withoutQuery(queries, 'query 20').includes('query 20'));
    assert.deepEqual(withoutQuery(['a', 'b'], 'c'), ['a', 'b']);
  });

  it('are read from whatever was stored', () => {
    assert.deepEqual(readQueries(undefined), []);
    assert.deepEqual(readQueries({ 0: 'a' }), []);
    assert.deepEqual(readQueries(['a', 1, null, ' ', 'b']), ['a', 'b']);
  });
});
