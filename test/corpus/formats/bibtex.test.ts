import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibliographyFormats } from '../../../src/core/formats/registry.js';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { readSiblings } from '../support/siblings.js';

const made = [
  '% Encoding: UTF-8',
  '@string{me = {Ada Example}}',
  '',
  '@misc{example2026made,',
  '  title = {A {Made-up} Title with $x^2$},',
  '  author = {Example, Ada and Sample, Ben},',
  '  eprint = {2602.01234v3},',
  '  archiveprefix = {arXiv},',
  '  primaryclass = {cs.LG, stat.ML},',
  '  abstract = {Made up,',
  '    on two lines.},',
  '  note = {Comment: 12 pages,',
  '    one figure}',
  '}',
  '',
  '@article{other2020,',
  '  title = {Of a Journal Alone},',
  '  author = {Third, Cem},',
  '  doi = {10.5555/example.1},',
  '  note = {An answer to what arXiv:2401.01234 claims about the matter}',
  '}',
  '',
  '@article{both2026, title = {Of a Journal and arXiv}, author = me,',
  '  doi = {10.5555/Example.2}, url = {https://arxiv.org/abs/2602.01235}}',
  '',
].join('\n');

describe('BibTeX as a source of papers', () => {
  const samples = readSiblings('bibtex', bibliographyFormats);

  it('gives what was seen to stand in it', () => assertGolden('bibtex', samples));

  it('gives an entry for each work with a field that names an id', () => {
    const naming =
      /^ {2}(?:eprint = \{(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})\}|howpublished = \{https:\/\/arxiv\.org\/abs\/)/m;
    for (const [name, document] of samples) {
      const works = document.lines.text.split(/^(?=@)/m).filter((work) => naming.test(work));
      assert.equal(document.entries.length, works.length, name);
      assert.ok(works.length > 0);
      document.assertRanges();
      for (const [number, { range }] of document.entries.entries()) {
        const source = document.lines.sliceRange(range);
        const { abstract, comment } = document.body(number);
        assert.match(source, /^@[^]*\}$/);
        assert.equal(abstract !== undefined, /^ {2}abstract = /m.test(source));
        assert.equal(comment !== undefined, /^ {2}note = \{Comment: /m.test(source));
      }
    }
  });

  it('is no digest unless somebody asks for it', () => {
    for (const [name, { lines }] of samples) {
      assert.equal(new ReadDocument(name, lines.text).document.digest, undefined, name);
    }
    assert.equal(new ReadDocument('references.bib', made).document.digest, undefined);
  });
});
