import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const banner =
  'Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n';

function dump(...lines: string[]): ReadDocument {
  return new ReadDocument('dump.txt', `${banner}${lines.join('\n')}\n`);
}

describe('a page of trending papers', () => {
  it('has the word of a button glued to its first title alone', () => {
    const read = dump(
      'SubscribevLLM: Fast',
      'An abstract.',
      'Subscribers and Their Habits',
      'Another.',
      'Subscribe to Science',
      'A third.',
    );
    assert.deepEqual(
      read.entries.map(({ title }) => title),
      ['vLLM: Fast', 'Subscribers and Their Habits', 'Subscribe to Science'],
    );
    for (const number of [0, 1, 2]) assert.ok(read.body(number).abstract);
    read.assertRanges();
  });

  it('may be followed by another page, with a banner of its own', () => {
    const page = ['SubscribeA Title', 'An abstract.', 'Another Title', 'Another abstract.'];
    const read = dump(...page, banner.trim(), ...page);
    const titles = ['A Title', 'Another Title'];
    assert.deepEqual(
      read.entries.map(({ title }) => title),
      [...titles, ...titles],
    );
    assert.deepEqual(read.body(2), { fields: [], abstract: 'An abstract.' });
  });

  it('tells where its last title has lost its abstract', () => {
    const read = dump('SubscribeFirst Title', 'An abstract.', 'Second Title');
    assert.deepEqual(
      read.document.problems.map(({ kind, line }) => [kind, line]),
      [['entryCutOff', 4]],
    );
    assert.deepEqual(read.body(1), { fields: [] });
  });

  it('is none without its banner', () => {
    for (const text of [
      'SubscribeFirst Title\nAn abstract.\n',
      'Get trending papers in your email inbox!\nSubscribeFirst Title\nAn abstract.\n',
      banner,
      `${banner}Subscribe\n`,
      `A quotation:\n${banner}SubscribeFirst Title\n`,
    ]) {
      assert.equal(new ReadDocument('dump.txt', text).document.digest, undefined);
    }
  });
});
