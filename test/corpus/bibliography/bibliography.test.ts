import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { insertEntry } from '../../../src/core/bibliography/insertEntry.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { sharedPath } from '../support/shared.js';

const added = '@misc{added2026,\n  title = {Added},\n  eprint = {2601.00001},\n}';

/** Ids that stand in the places where an entry tells its own, counted without the reader. */
function idsIn(text: string): Set<string> {
  const id = /(?:eprint\s*=\s*[{"]|arxiv\.org\/(?:abs|pdf)\/|arXiv[:.]\s*)(\d{4}\.\d{4,5})/gi;
  return new Set(Array.from(text.matchAll(id), ([, found = '']) => found));
}

function siblings(folder: string, extension: string): [string, string][] {
  const root = sharedPath('corpus', 'siblings', folder);
  return readdirSync(root)
    .filter((name) => name.endsWith(extension))
    .map((name) => [name, readFileSync(path.join(root, name), 'utf8')]);
}

describe('a bibliography of other people', () => {
  it('is read, with every arXiv paper that it names', () => {
    const files = [...siblings('bibtex', '.bib'), ...siblings('ris', '.ris')];
    assert.equal(files.length, 6);
    for (const [name, text] of files) {
      const { entries } = readBibliography(name, text);
      assert.ok(entries.length > 0, name);
      const found = new Set(
        entries.flatMap(({ arxivId }) => (arxivId === undefined ? [] : [arxivId])),
      );
      assert.deepEqual(
        [...idsIn(text)].filter((id) => !found.has(id)),
        [],
        name,
      );
    }
  });

  it('has keys where the text has them', () => {
    for (const [name, text] of siblings('bibtex', '.bib')) {
      const lines = text.split(/\r\n?|\n/);
      for (const { key, keyRange } of readBibliography(name, text).entries) {
        const { startLine, startCharacter, endCharacter } = keyRange;
        assert.equal(lines[startLine]?.slice(startCharacter, endCharacter), key, name);
      }
    }
  });

  it('changes by nothing but the bytes of an entry that is added', () => {
    for (const [name, text] of siblings('bibtex', '.bib')) {
      const insertion = insertEntry('bibtex', text, added);
      assert.ok(insertion);
      const { offset, text: written } = insertion;
      const after = text.slice(0, offset) + written + text.slice(offset);
      const before = readBibliography(name, text).entries;
      const read = readBibliography(name, after).entries;
      assert.deepEqual(read.slice(0, -1), before);
      assert.equal(read.at(-1)?.key, 'added2026');
      assert.equal(read.at(-1)?.arxivId, '2601.00001');
    }
  });
});
