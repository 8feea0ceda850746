import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedPath } from '../support/shared.js';
import { assertAdded } from '../../unit/bibliography/assertAdded.js';

describe('an entry added to a bibliography', () => {
  it('leaves the bibliographies of other people as they are, however often', () => {
    const folder = sharedPath('corpus', 'siblings', 'bibtex');
    const files = readdirSync(folder).filter((name) => name.endsWith('.bib'));
    assert.equal(files.length, 5);
    for (const name of files) {
      let text = readFileSync(path.join(folder, name), 'utf8');
      for (const key of ['added2026', 'DBLP:journals/corr/abs-1706-03762', '2401.01234']) {
        text = assertAdded('bibtex', text, key);
      }
    }
  });
});
