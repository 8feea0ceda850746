import { beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { checkBibliography } from '../../../src/core/bibliography/entryChecks.js';
import { keysOf, rangeOfKey } from '../../../src/core/bibliography/entry.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';

const text = `@article{main, title = {First}, author = {Ada, A},
  ids = {old2019, other:key},
}
@misc{second, title = {Other}, ids = "main, old2019, mine"}
@xdata{shared, author = {Ada, A}, title = {First}}
`;
const uris = ['a.bib'];

describe('the aliases of an entry', () => {
  let answers: ReturnType<typeof bibliographyAnswers>;

  beforeEach(() => {
    answers = bibliographyAnswers();
    answers.setBibliography({ uri: 'a.bib', path: 'a.bib', content: text });
  });

  it('find it, and give way to keys', () => {
    const found = (key: string) => answers.findEntries({ uris, key }).map(({ entry }) => entry.key);
    assert.deepEqual(found('old2019'), ['main']);
    assert.deepEqual(found('other:key'), ['main']);
    assert.deepEqual(found('mine'), ['second']);
    assert.deepEqual(found('main'), ['main']);
    assert.deepEqual(answers.unknownKeys({ uris, keys: ['old2019', 'mine', 'zz'] }), ['zz']);
  });

  it('stand where the text has them', () => {
    const lines = text.split('\n');
    for (const entry of readBibliography('a.bib', text).entries) {
      for (const key of keysOf(entry)) {
        const { startLine, startCharacter, endCharacter } = rangeOfKey(entry, key);
        assert.equal(lines[startLine]?.slice(startCharacter, endCharacter), key);
      }
    }
  });

  it('are suggested for a key that is nearly one, and complete to the entry', () => {
    assert.deepEqual(answers.similarKeys({ uris, key: 'old2018', limit: 1 }), ['old2019']);
    const { places } = answers.completeEntries({ uris, query: 'old20', limit: 5 });
    assert.deepEqual(
      places.map(({ entry }) => entry.key),
      ['main', 'second'],
    );
  });

  it('are no new keys', () => {
    assert.deepEqual(answers.takenKeys({ uris, prefixes: ['OTHER', 'mi'] }), ['other:key', 'mine']);
  });

  it('are duplicates of other keys and aliases, wherever these stand', () => {
    const found = checkBibliography(readBibliography('a.bib', text)).flatMap((finding) =>
      finding.check === 'duplicateKey'
        ? [[finding.entry.key, finding.first.key, finding.entry.keyRange.startLine]]
        : [],
    );
    assert.deepEqual(found, [
      ['main', 'main', 3],
      ['old2019', 'main', 3],
    ]);
    const early = '@misc{a, ids = {b, a}} @misc{b}';
    assert.deepEqual(
      checkBibliography(readBibliography('a.bib', early)).map(({ check }) => check),
      ['duplicateKey'],
    );
  });
});

describe('an @xdata', () => {
  it('is no work: nobody is offered it, no paper is taken for it, and nothing is the same', () => {
    const answers = bibliographyAnswers();
    answers.setBibliography({ uri: 'a.bib', path: 'a.bib', content: text });
    const { places } = answers.completeEntries({ uris, query: '', limit: 9 });
    assert.deepEqual(
      places.map(({ entry }) => entry.key),
      ['main', 'second'],
    );
    const paper = { key: 'title:first', title: 'First', authors: ['A Ada'] } as const;
    assert.equal(answers.matchPapers({ uris, papers: [paper] })[0]?.entry.key, 'main');
    assert.deepEqual(answers.samePapers({ uris }), []);
    // Whoever follows `xdata = {shared}` gets there.
    assert.equal(answers.findEntries({ uris, key: 'shared' }).length, 1);
  });
});
