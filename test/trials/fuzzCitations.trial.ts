import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { documentDeclarations } from '../../src/core/bibliography/declared.js';
import { frontMatterStyle } from '../../src/core/bibliography/declaredYaml.js';
import { checkBibliography } from '../../src/core/bibliography/entryChecks.js';
import { ownKeys } from '../../src/core/bibliography/ownKeys.js';
import { readBibliography } from '../../src/core/bibliography/registry.js';
import { rewriteKeys } from '../../src/core/citation/scan/rewriteKeys.js';
import { indexText } from '../../src/core/indexText.js';
import { Lines } from '../../src/core/lines.js';
import { decode } from '../../src/worker/content.js';
import { assertInside } from '../unit/support/formatLaws.js';
import { latest } from '../unit/support/reading.js';
import { bibliographyFiles, citingFiles, type CitingFile } from './support/citingFiles.js';
import { rounds } from './support/rounds.js';
import { seed, tryDamaged, type WholeFile } from './support/tryDamaged.js';

/** Lines for each file. */
const wanted = rounds(2000, 30_000);

function readEntries({ path, text: content }: WholeFile): number {
  const { text } = decode(content);
  const lines = new Lines(text);
  const bibliography = readBibliography(path, text);
  for (const { range, keyRange, key } of bibliography.entries) {
    assertInside(lines, range);
    assertInside(lines, keyRange);
    assert.equal(key, key.trim());
  }
  for (const { line } of bibliography.problems) assert.ok(line >= 0 && line < lines.count);
  for (const finding of checkBibliography(bibliography)) {
    if ('entry' in finding) assertInside(lines, finding.entry.keyRange);
  }
  return lines.count;
}

function readDocument({ path, languageId, text: content }: CitingFile): number {
  const { text } = decode(content);
  const lines = new Lines(text);
  const source = { path, text, languageId };
  const { citations = [], mentions } = indexText(`file:///${path}`, source, latest);
  for (const { range } of [...citations, ...mentions]) assertInside(lines, range);
  const keys = new Set(['ada', ...citations.map(({ key }) => key)]);
  for (const { use, range } of rewriteKeys(lines, languageId, path, [...keys], 'new.key')) {
    assertInside(lines, use);
    assertInside(lines, range);
  }
  documentDeclarations(languageId, path, text);
  frontMatterStyle(text);
  ownKeys(text, languageId, path);
  return lines.count;
}

describe(`a damaged bibliography (PREPRINT_SEED=${seed})`, () => {
  for (const file of bibliographyFiles) {
    it(`is read to the end: ${file.path}`, () => {
      tryDamaged([file], bibliographyFiles, wanted, readEntries);
    });
  }
});

describe(`a damaged document that cites (PREPRINT_SEED=${seed})`, () => {
  for (const file of citingFiles) {
    it(`is read to the end: ${file.path}`, () => {
      tryDamaged([file], citingFiles, wanted, readDocument);
    });
  }
});
