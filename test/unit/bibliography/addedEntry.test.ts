import fc from 'fast-check';
import { describe, it } from 'mocha';
import { exportPapers } from '../../../src/core/citation/export/registry.js';
import { paperOf } from '../citation/paperOf.js';
import { assertAdded } from './assertAdded.js';

/** How a file may be written: line ends, byte order mark, its end. */
const dress = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  end: fc.constantFrom('', '\n', '\n\n\n'),
});

function dressed(text: string, { eol, mark, end }: { eol: string; mark: string; end: string }) {
  return mark + (text.trimEnd() + end).replaceAll('\n', eol);
}

describe('an entry added to a bibliography', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '@misc{a, title = {One}, eprint = {2401.00001}}',
      '@article{b,\n\ttitle = "Two {B}races",\n\tauthor = {Lee, Ada},\n}',
      '@string{x = {Some Journal}}',
      '@comment{jabref-meta: databaseType:bibtex;}',
      '% a line of comment',
      'Words between entries.',
      '@article{c, journal = x # { and more}, title={Three}}',
      '@misc(d, title = {Four})',
    ),
    { maxLength: 6 },
  );

  it('is the last of any BibTeX file, in its line ends', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('\n', '\n\n'), dress, (parts, gap, how) => {
        assertAdded('bibtex', dressed(parts.join(gap), how), 'added');
      }),
    );
  });

  const written = fc.array(
    fc.constantFrom(
      paperOf({ id: '2401.00001', title: 'One: "quoted"', authors: ['Ada Lee'] }),
      paperOf({ id: 'hep-th/9901001', title: '- #2 {x} $y$', authors: [] }),
      paperOf({ title: '三', authors: ['李明'], year: 2024 }),
    ),
    { maxLength: 4 },
  );

  for (const format of ['cslJson', 'hayagriva'] as const) {
    it(`is the last of any file of ours, in its line ends: ${format}`, () => {
      fc.assert(
        fc.property(written, dress, (papers, how) => {
          const cites = papers.map((paper, at) => ({ paper, key: `k${String(at)}` }));
          const text = exportPapers(format, cites)?.text ?? '';
          assertAdded(format, dressed(text, how), '2401.01234');
        }),
      );
    });
  }
});
