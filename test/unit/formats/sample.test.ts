import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library.js';
import { mergeBodies } from '../../../src/core/mergePaper.js';
import { readFixture } from '../support/fixtures.js';

const days = ['2026-02-12', '2026-02-13', '2026-02-14'] as const;
const digests = days.map((day) => readFixture(`sample/digests/${day}.md`));
const trending = readFixture('sample/trending/trending-2026-02.txt');

describe('the sample library', () => {
  it('has digests of 7, 6 and 5 entries, each of the day in its name', () => {
    assert.deepEqual(
      digests.map(({ digest }) => [digest.entries.length, digest.date?.value]),
      [
        [7, '2026-02-12'],
        [6, '2026-02-13'],
        [5, '2026-02-14'],
      ],
    );
    for (const read of digests) {
      read.assertRanges();
      assert.deepEqual(read.document.problems, []);
      assert.ok(read.entries.every(({ authors, category }) => authors.length > 0 && category));
    }
  });

  it('has a summary, four fields and an abstract of every entry but one', () => {
    const failed: (string | undefined)[] = [];
    for (const read of digests) {
      for (const [number, entry] of read.entries.entries()) {
        const body = read.body(number);
        assert.equal(body.fields.length, 4);
        assert.ok(body.abstract);
        if (body.summary?.failed) failed.push(entry.id);
      }
    }
    assert.deepEqual(failed, ['2602.11835']);
  });

  it('has titles with math and with a bracket at their end', () => {
    const titles = digests.flatMap((read) => read.entries.map(({ title }) => title));
    assert.ok(titles.some((title) => title.includes('$')));
    assert.ok(titles.some((title) => title.endsWith(']')));
  });

  it('has a page of trending papers, two of which are those of the digests', () => {
    assert.equal(trending.entries.length, 6);
    assert.equal(
      trending.entry(0).title,
      'Deep Unsupervised Learning using Nonequilibrium Thermodynamics',
    );
    trending.assertRanges();
    const library = new Library();
    for (const { document } of [...digests, trending]) library.replace(document);
    assert.equal(library.size, 15 + 4);
    for (const id of ['2602.10637', '2602.10158']) {
      assert.deepEqual(
        library.paper(`arxiv:${id}`)?.occurrences.map(({ format }) => format),
        ['daily', 'trending'],
      );
    }
  });

  it('shows Friday’s summary where Saturday’s failed', () => {
    const [, friday, saturday] = digests;
    const bodies = [saturday, friday].map((read) => {
      assert.ok(read);
      return read.body(read.entries.findIndex(({ id }) => id === '2602.11835'));
    });
    assert.equal(bodies[0]?.summary?.failed, true);
    assert.deepEqual(mergeBodies(bodies).summary, bodies[1]?.summary);
  });

  it('mentions papers in notes, papers and programs', () => {
    const mentioned = {
      'notes/reading-notes.md': [
        'url 2602.10611',
        'prefix 2602.10637',
        'prefix 2602.11097',
        'url 2602.11097',
        'doi 2602.10158',
        'prefix math/0211159',
        'prefix 2602.12266',
        'bare hep-th/9711200',
        'url hep-th/9711200',
        'doi 2602.11898',
        'prefix 2602.11835',
        'url 2602.11745',
      ],
      'notes/ideas.org': ['url 2602.10209', 'prefix 2602.10209', 'prefix 2602.12128'],
      'paper/main.tex': ['prefix 2602.10209', 'url 2602.10680', 'prefix 2602.10680'],
      'paper/references.bib': [
        'eprint 2602.10637',
        'url 2602.10637',
        'eprint 2602.12257',
        'eprint 1503.03585',
        'url 1503.03585',
        'prefix 1701.02434',
        'eprint 1701.02434',
      ],
      'thesis/chapter.typ': ['url 2602.11835', 'prefix 2602.12266'],
      'scripts/baseline.py': ['prefix 2602.10637', 'url 2602.10611'],
    };
    for (const [file, expected] of Object.entries(mentioned)) {
      const { document } = readFixture(`sample/${file}`);
      assert.equal(document.digest, undefined);
      assert.deepEqual(
        document.mentions
          .map(({ syntax, key }) => `${syntax} ${key.slice('arxiv:'.length)}`)
          .sort(),
        [...expected].sort(),
        file,
      );
    }
  });
});
