import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BibliographyEntry } from '../../../src/core/bibliography/entry.js';
import { insertEntry } from '../../../src/core/bibliography/insertEntry.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { entryFor, exportPapers } from '../../../src/core/citation/export/registry.js';
import { attention, paperOf } from '../citation/paperOf.js';
import { sharedPath } from '../support/shared.js';

const extensions = { bibtex: '.bib', cslJson: '.json', hayagriva: '.yml' } as const;
type Format = keyof typeof extensions;

/** The text with an entry for a paper in it; the rest of it is there byte for byte, before and behind. */
function withEntry(format: Format, text: string, key: string): string {
  const place = insertEntry(format, text, entryFor(format, attention, key) ?? '');
  assert.ok(place, text);
  // VS Code counts without the byte order mark.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const offset = place.offset + mark;
  return text.slice(0, offset) + place.text + text.slice(offset);
}

function factsOf({ key, title, authors, arxivId, range }: BibliographyEntry) {
  return { key, title, authors, arxivId, line: range.startLine };
}

/** Fails unless the entry is the last, read whole, and those before it are as they were. */
function assertAdded(format: Format, text: string, key: string): string {
  const file = `a${extensions[format]}`;
  const before = readBibliography(file, text);
  const after = withEntry(format, text, key);
  const read = readBibliography(file, after);
  assert.deepEqual(read.entries.slice(0, -1).map(factsOf), before.entries.map(factsOf), after);
  assert.deepEqual(read.problems, before.problems, after);
  const last = read.entries.at(-1);
  assert.equal(last?.key, key);
  assert.equal(last.arxivId, attention.id);
  assert.deepEqual(last.authors, attention.authors);
  if (/\r\n/.test(text) && !/[^\r]\n/.test(text)) assert.doesNotMatch(after, /[^\r]\n/);
  assert.equal(
    /[\r\n]$/.test(after),
    text.trim() === '' || /[\r\n]$/.test(text),
    JSON.stringify(after),
  );
  return after;
}

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
