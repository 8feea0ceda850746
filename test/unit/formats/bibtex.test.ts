import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibliographyFormats } from '../../../src/core/formats/registry.js';
import { ReadDocument } from '../support/reading.js';

function read(text: string): ReadDocument {
  return new ReadDocument('references.bib', text, bibliographyFormats);
}

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
  it('takes what holds data for others for no paper', () => {
    const { entries } = read(
      '@xdata{x, title = {T}, eprint = {2602.01236}, archiveprefix = {arXiv}}',
    );
    assert.deepEqual(entries, []);
  });

  it('tells the papers on arXiv and no others', () => {
    const document = read(made);
    assert.equal(document.digest.format, 'bibtex');
    document.assertRanges();
    const [first, second, ...more] = document.entries.map(({ range, nameRange, ...facts }) => ({
      ...facts,
      lines: [range.startLine, nameRange.startLine, range.endLine],
    }));
    assert.deepEqual(more, []);
    assert.deepEqual(first, {
      key: 'arxiv:2602.01234',
      id: '2602.01234',
      version: 3,
      title: 'A Made-up Title with $x^2$',
      authors: ['Ada Example', 'Ben Sample'],
      category: 'cs.LG',
      crossLists: ['stat.ML'],
      lines: [3, 6, 13],
    });
    assert.deepEqual(second, {
      key: 'arxiv:2602.01235',
      id: '2602.01235',
      doi: '10.5555/example.2',
      title: 'Of a Journal and arXiv',
      authors: ['Ada Example'],
      lines: [22, 23, 23],
    });
    assert.deepEqual(document.body(0), {
      fields: [],
      abstract: 'Made up,\n    on two lines.',
      comment: '12 pages, one figure',
    });
  });

  it('may write an old id in two fields', () => {
    const document = read(
      '@misc{old, title = {Old}, author = {A B}, eprint = {0309136}, archiveprefix = {arXiv}, primaryclass = {math.GT}}',
    );
    const entry = document.entry(0);
    assert.deepEqual([entry.id, document.name(entry)], ['math/0309136', 'old']);
  });

  it('tells where a work is cut off or stands twice', () => {
    const work = '@misc{KEY,\n  title = {T},\n  author = {A B},\n  eprint = {2602.01234}\n}\n';
    const document = read(
      work.replace('KEY', 'a') + work.replace('KEY', 'b').replace(/\n\}\n$/, '\n\n') + work,
    );
    assert.deepEqual(
      document.document.problems.map(({ kind, line, args }) => [kind, line, ...args]),
      [
        ['entryCutOff', 5, 'b'],
        ['duplicateEntry', 5, '2602.01234'],
        ['duplicateEntry', 10, '2602.01234'],
      ],
    );
    document.assertRanges();
  });

  it('is none in a note, a style sheet or a program', () => {
    for (const text of [
      `# Notes\n\n\`\`\`bibtex\n${made}\`\`\`\n`,
      '@media (min-width: 10em) {\n  a { color: red }\n}\n',
      '@font-face {\n  src: url(a.woff2)\n}\n',
      '@decorator(name, 1)\ndef f():\n    """arXiv:2401.01234"""\n',
      '@ada, have you seen arXiv:2602.01234?\n',
    ]) {
      assert.equal(read(text).document.digest, undefined, text);
    }
  });
});
