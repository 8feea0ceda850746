import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { Library } from '../../../src/core/library.js';
import type { Occurrence, PaperKey } from '../../../src/core/paper.js';
import type { SampleText } from '../../../src/core/similar/sampleText.js';
import { decode } from '../../../src/worker/content.js';
import { createAnswers } from '../../../src/worker/answers.js';
import type { Content } from '../../../src/worker/protocol.js';
import { fixtureBytes } from '../support/fixtures.js';
import { indexFixtures } from '../support/indexed.js';

const latest = '2026-12';
const names = ['2026-02-12', '2026-02-13', '2026-02-14'].map((day) => `sample/digests/${day}.md`);
/** Both on physics-informed neural networks. */
const consistency = 'arxiv:2602.10611';
const learning = 'arxiv:2602.11097';

function contentOf({ uri }: Occurrence): Content {
  return fixtureBytes(uri.slice('file:///'.length));
}

describe('the worker on similar papers', () => {
  const answers = createAnswers('test', (line) => assert.fail(line));
  const library = new Library();
  before(() => indexFixtures(answers, library, names));

  const sampleOf = (key: PaperKey): SampleText => {
    const place = library.paper(key)?.occurrences[0];
    assert.ok(place);
    const sources = [{ ...place, content: contentOf(place) }];
    const [text] = answers.sampleTexts({ sources, latest });
    assert.ok(text);
    return text;
  };

  it('finds the other paper on the same subject, with what both have', () => {
    const request = { text: sampleOf(consistency), keys: [consistency], limit: 5 } as const;
    const [first] = answers.similarPapers({ ...request, within: '' });
    assert.equal(first?.key, learning);
    assert.ok(['physics', 'informed'].every((word) => hasWord(first.shared, word)));
    assert.deepEqual(answers.similarPapers({ ...request, within: 'date:2026-02-13' }), []);
  });

  it('reads nothing from a digest that holds another entry there', () => {
    const place = library.paper(consistency)?.occurrences[0];
    assert.ok(place);
    const content = `\n\n${decode(contentOf(place)).text}`;
    const sources = [
      { ...place, content },
      { ...place, content: contentOf(place) },
    ];
    const [changed, kept] = answers.sampleTexts({ sources, latest });
    assert.equal(changed, undefined);
    assert.match(kept?.title ?? '', /^On the Role of Consistency/);
    assert.ok(kept?.summary && kept.abstract);
  });

  it('ranks the papers of a digest by what is starred elsewhere', () => {
    const described = (key: PaperKey) => {
      const { authors = [], category = '' } = library.paper(key) ?? {};
      return { key, text: sampleOf(key), authors, category };
    };
    const uri = `file:///${names[0] ?? ''}`;
    const candidates = [...library.keys()]
      .filter((key) => library.paper(key)?.occurrences.some((place) => place.uri === uri))
      .filter((key) => key !== consistency)
      .map(described);
    const marked = [{ ...described(consistency), mark: 'starred' } as const];
    const hits = answers.rankForYou({ marked, candidates, uris: [uri], limit: 3 });
    assert.equal(hits[0]?.key, learning);
    assert.ok(hasWord(hits[0].terms, 'physics'));
  });
});

function hasWord(words: readonly string[], wanted: string): boolean {
  return words.some((word) => word.toLowerCase() === wanted);
}
