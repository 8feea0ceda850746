import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ReadDocument } from '../../unit/support/reading.js';
import { sharedFiles } from '../support/shared.js';
import { outlineOf, assertNested } from '../../unit/outline/outlines.js';

describe('the outline of a digest', () => {
  it('holds each paper of the reference digests once, in sections that hold them', function () {
    for (const file of sharedFiles('corpus/daily', '.md')) {
      const document = new ReadDocument(file, readFileSync(file));
      const outline = outlineOf(document.digest);
      assertNested(outline);
      const papers = outline.flatMap(({ kind, children }) => (kind === 'paper' ? [] : children));
      assert.equal(papers.length, document.entries.length, file);
      assert.ok(
        outline.every(({ kind }) => kind === 'section'),
        file,
      );
      const contents = document.digest.sections?.filter(({ isContents }) => isContents);
      assert.equal(contents?.length, 1, file);
    }
  });
});
