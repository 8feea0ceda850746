import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestEntry } from '../../../src/core/digest.js';
import { kaggleCategories, kaggleRecord } from '../../../src/core/formats/kaggle.js';
import { assertGolden } from '../support/golden.js';
import type { ReadDocument } from '../../unit/support/reading.js';
import { latest } from '../../unit/support/reading.js';
import { readSiblings } from '../support/siblings.js';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly categories: string;
  readonly abstract: string;
  readonly comments: string | null;
  readonly doi: string | null;
  readonly versions: readonly { readonly version: string; readonly created: string }[];
  readonly authors_parsed: readonly (readonly string[])[];
}

const madeUp = {
  id: 'hep-th/9901001',
  submitter: 'Ada Example',
  authors: 'A. Example (1 and 2), B.-C. Sample and The Team ((1) Here, (2) There), et al',
  title: 'A Title That\n  Is Wrapped',
  comments: '12 pages,\n  made up',
  'journal-ref': null,
  doi: '10.1000/ABC.1 10.1000/2',
  categories: 'hep-ph cs.LG math.GT',
  abstract: '  First line.\nSecond line.\n',
  versions: [
    { version: 'v1', created: 'Mon, 4 Jan 1999 19:18:42 GMT' },
    { version: 'v3', created: 'Tue, 5 Jan 1999 20:10:27 GMT' },
  ],
  update_date: '2015-05-13',
  authors_parsed: [
    ['Example', 'Ada', 'II', 'Here'],
    ['Sample', 'B. -C.', ''],
    ['The Team', '', ''],
  ],
};

describe('the metadata of arXiv as Kaggle has them', () => {
  const samples = readSiblings('kaggle-metadata-jsonl');

  it('give every paper of the sample as its line has it', () => {
    const read: ReadDocument | undefined = samples[0]?.[1];
    assert.ok(read);
    const lines = read.lines.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    assert.equal(read.entries.length, (read.lines.text.match(/^\{"id":"/gm) ?? []).length);
    assert.equal(read.entries.length, 200);
    for (const [number, line] of lines.entries()) {
      const entry: DigestEntry = read.entry(number);
      const { id, title, authors, category, doi, day, version } = entry;
      assert.equal(id, line.id);
      assert.equal(title, line.title.split(/\s+/).join(' '));
      assert.equal(authors.length, line.authors_parsed.length);
      for (const [index, [last = '']] of line.authors_parsed.entries()) {
        assert.ok(authors[index]?.includes(last), `${last} in ${authors[index] ?? 'none'}`);
      }
      assert.deepEqual([category, ...(entry.crossLists ?? [])], line.categories.split(' '));
      assert.equal(doi, line.doi?.toLowerCase().split(' ')[0]);
      assert.equal(`v${version ?? 0}`, line.versions.at(-1)?.version);
      const created = new Date(line.versions[0]?.created ?? '').toISOString();
      assert.equal(day, created.slice(0, 10));
      const { abstract, comment, fields } = read.body(number);
      assert.equal(abstract, line.abstract.trim());
      assert.equal(comment, line.comments?.split(/\s+/).join(' '));
      assert.deepEqual(fields, []);
    }
    read.assertRanges();
    assert.deepEqual(read.document.problems, []);
  });

  it('are what has been looked through', () => assertGolden('kaggle', samples));

  it('can be read line by line', () => {
    for (const [, read] of samples) {
      for (const [number, line] of read.lines.text.trim().split('\n').entries()) {
        const { range, nameRange, ...facts } = read.entry(number);
        assert.deepEqual(kaggleRecord(line, latest), {
          ...facts,
          range: { ...range, startLine: 0, endLine: 0 },
          nameRange: { ...nameRange, startLine: 0, endLine: 0 },
        });
        const { category, crossLists = [] } = facts;
        assert.deepEqual(kaggleCategories(line), [category, ...crossLists]);
      }
    }
    for (const line of ['', '{}', 'null', JSON.stringify(madeUp).slice(0, 400)]) {
      assert.equal(kaggleRecord(line), undefined);
    }
    assert.deepEqual(kaggleCategories('{"abstract":"\\"categories\\":\\"cs.LG\\""}'), []);
    assert.deepEqual(kaggleCategories(JSON.stringify(madeUp, null, 1)), [
      'hep-ph',
      'cs.LG',
      'math.GT',
    ]);
  });
});
