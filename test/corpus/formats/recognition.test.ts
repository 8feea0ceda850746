import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../../unit/support/reading.js';
import { seed } from '../support/shared.js';
import { readSiblings } from '../support/siblings.js';

describe('a format keeps to itself', () => {
  const samples: readonly (readonly [folder: string, formats: RegExp])[] = [
    ['gpt_paper_assistant', /^gptPaperAssistant(?:Page)?$/],
    ['reporter-CSQianDong', /^dailyReporter$/],
    ['report-Tony-tpc', /^numberedReport$/],
    ['bullets-LindongGuo', /^abstractBullets$/],
    ['notes-Throne0826', /^(?:articleIndex|paperPage)$/],
    ['notes-zhaoyang97', /^(?:pickedNotes|paperPage)$/],
    ['abstract-notes-exopoiesis', /^(?:paperTable|paperPage)$/],
  ];
  for (const [folder, formats] of samples) {
    it(`in the samples of ${folder}`, () => {
      const read = readSiblings(folder).filter(([, { document }]) => document.digest);
      assert.ok(read.length > 0);
      for (const [name, { digest }] of read) assert.match(digest.format, formats, name);
    });
  }

  it('when papers are quoted in a dump without ids', () => {
    for (const number of ['002', '004']) {
      const read = new ReadDocument('dump.md', seed(number).text);
      assert.equal(read.digest.format, 'trending');
      assert.ok(read.entries.every(({ id }) => id === undefined));
    }
  });
});
