import { beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { PaperFacts } from '../../../src/core/paper.js';
import { bibliographyAnswers } from '../../../src/worker/bibliographyAnswers.js';

const one = `@misc{ada2024, title = {First}, author = {Ada, A}, year = 2024, eprint = {2401.00001}, archivePrefix = {arXiv}}

@misc{both, title = {In One}, author = {Ada, A}}
`;
const two = `@misc{both, title = {In Two}}
@misc{Ada2024b, title = {Likely}, author = {Ben, B}}
@misc{twice}
@misc{twice}
`;
const uris = ['one', 'two'];

describe('the worker’s bibliographies', () => {
  let answers: ReturnType<typeof bibliographyAnswers>;

  beforeEach(() => {
    answers = bibliographyAnswers();
    answers.setBibliography({ uri: 'one', path: 'one.bib', content: Buffer.from(one) });
    answers.setBibliography({ uri: 'two', path: 'two.bib', content: two });
  });

  it('tell size, format and problems, but not their entries', () => {
    const summary = answers.setBibliography({ uri: 'two', path: 'two.bib', content: two });
    assert.equal(summary.format, 'bibtex');
    assert.equal(summary.count, 4);
    assert.deepEqual(
      summary.problems.map(({ kind }) => kind),
      ['duplicateKey'],
    );
  });

  it('find a key in the order of the bibliographies', () => {
    const titles = (order: readonly string[]) =>
      answers.findEntries({ uris: order, key: 'both' }).map(({ entry }) => entry.title);
    assert.deepEqual(titles(uris), ['In One', 'In Two']);
    assert.deepEqual(titles(['two', 'one']), ['In Two', 'In One']);
    assert.equal(answers.findEntries({ uris, key: 'twice' }).length, 2);
    assert.deepEqual(answers.findEntries({ uris: ['elsewhere'], key: 'both' }), []);
  });

  it('know which keys are not there', () => {
    assert.deepEqual(answers.unknownKeys({ uris, keys: ['both', 'ada', 'twice'] }), ['ada']);
    assert.deepEqual(answers.similarKeys({ uris, key: 'ada2025', limit: 1 }), ['ada2024']);
  });

  it('tell what a place lies in', () => {
    const at = (line: number) => answers.entryAt({ uri: 'one', line, character: 3 })?.key;
    assert.deepEqual([at(0), at(1), at(2), at(9)], ['ada2024', undefined, 'both', undefined]);
  });

  it('find papers, a certain match before a likely one', () => {
    const paper = (facts: Partial<PaperFacts>): PaperFacts => ({
      ...{ key: 'title:x', title: 'X', authors: [] },
      ...facts,
    });
    const [byId, byTitle, none] = answers.matchPapers({
      uris: ['two', 'one'],
      papers: [
        paper({ id: '2401.00001', title: 'Likely', authors: ['B Ben'] }),
        paper({ title: 'Likely', authors: ['B Ben'] }),
        paper({ title: 'Nowhere', authors: ['B Ben'] }),
      ],
    });
    assert.deepEqual([byId?.uri, byId?.entry.key, byId?.certain], ['one', 'ada2024', true]);
    assert.deepEqual([byTitle?.entry.key, byTitle?.certain], ['Ada2024b', false]);
    assert.equal(none, undefined);
  });

  it('complete keys, each once, and count what is left out', () => {
    const { places, total } = answers.completeEntries({ uris, query: '', limit: 10 });
    assert.deepEqual(
      places.map(({ entry }) => entry.key),
      ['ada2024', 'both', 'Ada2024b', 'twice'],
    );
    assert.equal(total, 4);
    const capped = answers.completeEntries({ uris, query: '', limit: 2 });
    assert.equal(capped.places.length, 2);
    assert.ok(capped.total > 2);
  });

  it('know which keys are taken, whatever their case', () => {
    assert.deepEqual([...answers.takenKeys({ uris, prefixes: ['ADA2024'] })].sort(), [
      'ada2024',
      'ada2024b',
    ]);
  });

  it('give lists that are not too long', () => {
    assert.equal(answers.listEntries({ uri: 'one', limit: 2 })?.length, 2);
    assert.equal(answers.listEntries({ uri: 'one', limit: 1 }), undefined);
  });

  it('tell what a note and a bibliography are to say when keys become one', () => {
    const content = Buffer.from('[@both; @ada2024, p. 3; @twice]\n');
    const note = { languageId: 'markdown', path: 'n.md', content };
    const rewritten = (keys: readonly string[]) =>
      answers
        .rewriteKeys({ ...note, keys, newKey: 'ada2024' })
        .map(({ use, range, text }) => [use.startCharacter, range.startCharacter, text]);
    assert.deepEqual(rewritten(['both']), [[2, 1, '']]);
    assert.deepEqual(rewritten(['both', 'twice']), [
      [2, 1, ''],
      [25, 22, ''],
    ]);
    const [reference] = answers.rewriteReferences({
      ...{ content: '@misc{x,\n crossref = {both}}', keys: ['both'], newKey: 'ada2024' },
    });
    assert.deepEqual([reference?.range.startLine, reference?.text], [1, 'ada2024']);
  });

  it('forget what is gone', () => {
    answers.removeBibliography({ uri: 'one' });
    assert.equal(answers.findEntries({ uris, key: 'both' }).length, 1);
  });
});
