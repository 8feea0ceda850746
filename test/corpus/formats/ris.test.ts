import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibliographyFormats } from '../../../src/core/formats/registry.js';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('RIS as a source of papers', () => {
  const samples = readSiblings('ris', bibliographyFormats);

  it('gives what was seen to stand in it', () => assertGolden('ris', samples));

  it('gives an entry for each record with an address on arXiv, and its abstract', () => {
    for (const [name, document] of samples) {
      const marks = document.lines.text.match(/^UR {2}- https:\/\/arxiv\.org\/abs\//gm);
      assert.equal(document.entries.length, marks?.length, name);
      assert.deepEqual(document.document.problems, []);
      document.assertRanges();
      for (const number of document.entries.keys()) {
        assert.match(document.body(number).abstract ?? '', /^[A-Z][^]*\n[^]*\S$/);
      }
    }
  });
});
