import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { BibliographyEntry } from '../../../src/core/bibliography/entry.js';
import { EntrySearch } from '../../../src/core/bibliography/entrySearch.js';
import { BibliographyIndex } from '../../../src/core/bibliography/match.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { ownText } from '../../../src/core/ownText.js';

/** A file with something in every field that is read, and far more that is not. */
function large(megabytes: number): string {
  const fields = [
    'title = {{AI} for Łukasz and Others, with a Long Title}',
    'author = {Kowalski, Łukasz and {A Team of Several People} and Maximilian Mustermann}',
    'eprint = {math.GT/0309136v1}',
    'archivePrefix = {arXiv}',
    'doi = {10.1000/something-that-is-long}',
    'url = {https://example.org/something-that-is-long}',
    'journal = {A Journal With a Long Name}',
    'year = {2003}',
  ].join(',\n  ');
  const broken =
    '@inproceedings{a-key-that-is-long-enough-b, eprint = {24010000012345}, title {x}}\n';
  return `@inproceedings{a-key-that-is-long-enough,\n  ${fields}\n}\n${broken}${'% 漢字 words between\n'.repeat(
    (megabytes * 500_000) / 20,
  )}`;
}

describe('what is kept of a bibliography', () => {
  let collect: () => void;

  before(() => {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  });

  /** In MB, after all that nobody holds is gone. */
  function held(): number {
    // The engine remembers the text that was searched last.
    /a/.exec('a');
    for (let round = 0; round < 4; round++) collect();
    return process.memoryUsage().heapUsed / 1e6;
  }

  it('is what its entries say, without the text of the file', () => {
    const megabytes = 20;
    const kept: { entries: readonly BibliographyEntry[]; rest: unknown[] }[] = [];
    const read = () => {
      const { entries, problems } = readBibliography('a.bib', large(megabytes));
      const search = new EntrySearch(entries);
      search.prepare();
      kept.push({ entries, rest: [problems, search, new BibliographyIndex(entries)] });
    };
    // Code that has never run takes memory as well.
    readBibliography('a.bib', large(0.1));
    const before = held();
    read();
    const growth = held() - before;
    assert.deepEqual(
      kept[0]?.entries.map(({ key }) => key),
      ['a-key-that-is-long-enough', 'a-key-that-is-long-enough-b'],
    );
    assert.ok(
      growth < megabytes / 4,
      `${growth.toFixed(1)} MB of a text of ${String(megabytes)} MB`,
    );
  });
});

describe('a text of its own', () => {
  it('says what the longer one said there', () => {
    const long = 'aé漢😀'.repeat(5000);
    for (const text of ['', 'a', 'é', '漢字', '😀', '\ud83d', long, long.slice(1, 8193)]) {
      assert.equal(ownText(text), text);
    }
  });
});
