import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findIds, parseArxivId } from '../../../src/core/arxivId.js';
import { sharedPath } from '../support/shared.js';

/** What people and programs write, by folder; the number of identifiers in each. */
const folders: Readonly<Record<string, number>> = {
  'abstract-notes-exopoiesis': 220,
  'arxiv-abs-files': 4,
  'arxiv-email-listing': 108,
  bibtex: 49,
  'bullets-LindongGuo': 14,
  gpt_paper_assistant: 208,
  'jekyll-hdShang': 405,
  'notes-Throne0826': 135,
  'notes-zhaoyang97': 4,
  'report-Tony-tpc': 58,
  ris: 6,
  'table-DailyArXiv-zezhishao': 129,
};

function linesOf(folder: string): string[] {
  const dir = sharedPath('corpus', 'siblings', folder);
  return readdirSync(dir)
    .filter((name) => name !== 'PROVENANCE.txt')
    .flatMap((name) => readFileSync(path.join(dir, name), 'utf8').split(/\r\n?|\n/));
}

/** Every text of the shape of an identifier that is one by itself, wherever it stands. */
function shapesIn(line: string): number[] {
  const shape =
    /(?<!\d)\d{4}\.\d{4,5}(?:v\d+)?(?![\dv])|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?(?!\d)/g;
  return [...line.matchAll(shape)].flatMap((match) =>
    parseArxivId(match[0], '2026-12') ? [match.index] : [],
  );
}

describe('in files that others have written', () => {
  for (const [folder, count] of Object.entries(folders)) {
    it(`all ${count} identifiers are found, and nothing else: ${folder}`, () => {
      let found = 0;
      for (const line of linesOf(folder)) {
        const starts = findIds(line, '2026-12').map(({ idStart }) => idStart);
        assert.deepEqual(starts, shapesIn(line), line.slice(0, 300));
        found += starts.length;
      }
      assert.equal(found, count);
    });
  }

  it('no DOI of a journal is taken for an identifier', () => {
    let dois = 0;
    for (const line of linesOf('bibtex')) {
      if (!/10\.\d{4,9}\/(?!arxiv)/i.test(line)) continue;
      dois++;
      assert.deepEqual(findIds(line), [], line);
    }
    assert.ok(dois > 30, `only ${dois} lines with a DOI`);
  });
});
