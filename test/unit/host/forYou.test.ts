import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { Library } from '../../../src/core/library.js';
import { noMark, type Mark } from '../../../src/core/marks/mark.js';
import type { Occurrence, PaperKey } from '../../../src/core/paper.js';
import { ForYou, type ForYouAnswer } from '../../../src/host/forYou.js';
import type { LibraryService } from '../../../src/host/libraryService.js';
import type { MarksService } from '../../../src/host/marksService.js';
import type { SampleTexts } from '../../../src/host/sampleTexts.js';
import type { SearchService } from '../../../src/host/searchService.js';
import { createAnswers } from '../../../src/worker/answers.js';
import { fixtureBytes } from '../support/fixtures.js';
import { indexFixtures } from '../support/indexed.js';

const latest = '2026-12';
const newest = 'sample/digests/2026-02-14.md';
const older = ['sample/digests/2026-02-12.md', 'sample/digests/2026-02-13.md'];

/** In the newest digest: the first two are in an older one as well. */
const langevin = 'arxiv:2602.12257';
const nash = 'arxiv:2602.11835';
const graphQueries = 'arxiv:2602.11745';
/** In older digests; the first of these is about benchmarks of language models, as the third above. */
const benchmarks = 'arxiv:2602.11898';
const others = ['arxiv:2602.10611', 'arxiv:2602.11097'] as const;

const starred = { ...noMark, starred: true };

describe('papers for you, of a library with marks', () => {
  const answers = createAnswers('test', (line) => assert.fail(line));
  const library = new Library();
  before(() => indexFixtures(answers, library, [...older, newest]));

  /** Asks as the extension does, with everything in this process. */
  const rank = (
    marks: Readonly<Record<PaperKey, Mark>>,
    muted?: PaperKey,
  ): Promise<ForYouAnswer> => {
    const call = (name: 'rankForYou', params: never): unknown => answers[name](params);
    const search = {
      ready: () => Promise.resolve(),
      ask: (ask: (to: object) => unknown) => ask({ call }),
    };
    const samples = {
      of: (places: readonly Occurrence[]) =>
        answers.sampleTexts({
          sources: places.map((place) => ({
            ...place,
            content: fixtureBytes(place.uri.slice('file:///'.length)),
          })),
          latest,
        }),
    };
    const service = {
      start: () => Promise.resolve(),
      of: (key: PaperKey) => marks[key] ?? noMark,
      keys: () => Object.keys(marks),
      muteReason: ({ key }: { readonly key: PaperKey }) => (key === muted ? {} : undefined),
    };
    const forYou = new ForYou(
      { library } as unknown as LibraryService,
      search as unknown as SearchService,
      samples as unknown as SampleTexts,
      service as unknown as MarksService,
    );
    return forYou.rank(10);
  };
  const keysOf = (answer: ForYouAnswer): readonly PaperKey[] => {
    assert.equal(answer.kind, 'ranked');
    return answer.papers.map(({ paper }) => paper.key);
  };

  const stars = Object.fromEntries([benchmarks, ...others].map((key) => [key, starred]));

  it('is off until some papers are starred, and says how many', async () => {
    assert.deepEqual(await rank({}), { kind: 'tooFewStars', stars: 0, needed: 3 });
    const two = Object.fromEntries(others.map((key) => [key, starred]));
    assert.deepEqual(await rank(two), { kind: 'tooFewStars', stars: 2, needed: 3 });
  });

  it('lists papers of the newest digest alone, the most fitting first, with reasons', async () => {
    const answer = await rank(stars);
    assert.equal(keysOf(answer)[0], graphQueries);
    assert.ok(answer.kind === 'ranked');
    for (const { place } of answer.papers) assert.equal(place.uri, `file:///${newest}`);
    const terms = answer.papers[0]?.terms.map((term) => term.toLowerCase()) ?? [];
    assert.ok(terms.includes('benchmark'), terms.join());
  });

  it('leaves out what is starred, read or muted, by itself or by a rule', async () => {
    const all = keysOf(await rank(stars));
    assert.ok(all.includes(graphQueries));
    for (const mark of [
      starred,
      { ...noMark, progress: 'read' },
      { ...noMark, muted: true },
    ] as const) {
      assert.ok(!keysOf(await rank({ ...stars, [graphQueries]: mark })).includes(graphQueries));
    }
    assert.ok(!keysOf(await rank(stars, graphQueries)).includes(graphQueries));
    // What has only been seen may still be read.
    const seen = { ...noMark, progress: 'seen' } as const;
    assert.ok(keysOf(await rank({ ...stars, [graphQueries]: seen })).includes(graphQueries));
  });

  it('does not count marks of papers that no digest holds any more', async () => {
    const gone = { 'arxiv:2001.00001': starred, 'arxiv:2001.00002': starred };
    assert.deepEqual(await rank({ ...gone, [nash]: starred, [langevin]: starred }), {
      ...{ kind: 'tooFewStars', stars: 2, needed: 3 },
    });
  });
});
