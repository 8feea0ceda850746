import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibliographyFormats } from '../../../src/core/formats/registry.js';
import { ReadDocument } from '../support/reading.js';

const made = [
  'TY  - JOUR',
  'TI  - A Made-up Title',
  'AU  - Example, Ada',
  'AU  - Sample, Ben',
  'DO  - 10.48550/arXiv.2602.01234',
  'UR  - https://arxiv.org/abs/2602.01234v2',
  'AB  - Made up,',
  'on two lines.',
  'ER  - ',
  '',
  'TY  - JOUR',
  'TI  - Of a Journal Alone',
  'DO  - 10.5555/example.1',
  'ER  - ',
  '',
].join('\n');

describe('RIS as a source of papers', () => {
  it('finds the id where it counts, also when other numbers hold its digits', () => {
    const record = made
      .replace('A Made-up Title', 'Of 12602.012345 and 2602.01234')
      .replace(/^DO .*\n/m, '');
    const document = new ReadDocument('export.ris', record, bibliographyFormats);
    const { nameRange } = document.entry(0);
    const line = record.split('\n').findIndex((text) => text.startsWith('UR'));
    assert.equal(nameRange.startLine, line);
    document.assertRanges();
  });

  it('tells the papers on arXiv and no others', () => {
    const document = new ReadDocument('export.ris', made, bibliographyFormats);
    assert.equal(document.entries.length, 1);
    const { range, nameRange, ...facts } = document.entry(0);
    assert.deepEqual(facts, {
      key: 'arxiv:2602.01234',
      id: '2602.01234',
      title: 'A Made-up Title',
      authors: ['Ada Example', 'Ben Sample'],
    });
    assert.deepEqual([range.startLine, nameRange.startLine, range.endLine], [0, 4, 8]);
    assert.deepEqual(document.body(0), { fields: [], abstract: 'Made up,\non two lines.' });
    document.assertRanges();
  });

  it('tells where a record is cut off', () => {
    const cut = made.slice(0, made.indexOf('ER  -'));
    const document = new ReadDocument('export.ris', cut, bibliographyFormats);
    assert.equal(document.entries.length, 1);
    assert.deepEqual(
      document.document.problems.map(({ kind, line }) => [kind, line]),
      [['entryCutOff', 0]],
    );
    document.assertRanges();
  });

  it('is no digest unless somebody asks for it, nor in a note', () => {
    assert.equal(new ReadDocument('export.ris', made).document.digest, undefined);
    const note = `# Notes\n\n\`\`\`\n${made}\`\`\`\n`;
    assert.equal(new ReadDocument('note.md', note, bibliographyFormats).document.digest, undefined);
  });
});
