import { before, it } from 'mocha';
import assert from 'node:assert/strict';
import { insertEntry } from '../../../../src/core/bibliography/insertEntry.js';
import { readBibliography } from '../../../../src/core/bibliography/registry.js';
import { entryPresetNames } from '../../../../src/core/citation/bibtex.js';
import { capitalProtections } from '../../../../src/core/citation/escape.js';
import type { CitedPaper } from '../../../../src/core/citation/citedPaper.js';
import type { ExportOptions } from '../../../../src/core/citation/export/exportFormat.js';
import { entryFor, exportPapers } from '../../../../src/core/citation/export/registry.js';
import { parseAuthors } from '../../../../src/core/citation/personName.js';
import { formulaForTex } from '../../../../src/core/citation/formulaForTex.js';
import { findMath } from '../../../../src/core/render/mathSegments.js';
import { writtenFormula } from '../../../../src/core/render/writtenFormula.js';
import { texWithMath } from '../../../../src/core/render/texToText.js';

/** Each formula as written, and the rest as a reader of the digest sees it. */
function titleOf({ title }: CitedPaper): string {
  return comparable(texWithMath(title)).normalize('NFC').replaceAll('\\$', '$');
}

/** As BibTeX has the formulas: signs by their commands, and no dollars in dollars. */
function comparable(title: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of findMath(title)) {
    const source = title.slice(start, end);
    out += title.slice(at, start) + formulaForTex(writtenFormula(source) ?? source);
    at = end;
  }
  return out + title.slice(at);
}

function authorsOf({ authors }: CitedPaper): string[] {
  return parseAuthors(authors).names.map(({ first, particle, last, suffix }) =>
    [first, particle, last, suffix].filter((part) => part !== '').join(' '),
  );
}

/**
 * Tests that papers with ids of this century are the same after they were exported and read again.
 * @param formulas how many formulas their titles hold, at least
 * @param step one of so many papers is put into a bibliography entry by entry
 */
export function papersComeBack(
  papersOf: () => readonly CitedPaper[],
  { formulas: least, step }: { readonly formulas: number; readonly step: number },
): void {
  let papers: readonly CitedPaper[] = [];
  before(() => {
    papers = papersOf();
  });

  const table: readonly (readonly [format: string, options: ExportOptions])[] = [
    ...entryPresetNames.map((preset) => ['bibtex', { preset }] as const),
    ...capitalProtections.map((capitals) => ['bibtex', { capitals }] as const),
    ['bibtex', { accents: 'unicode', nameOrder: 'firstLast' }],
    ['biblatex', {}],
    ['biblatex', { accents: 'tex', note: true, keywords: true, arxivDoi: true }],
    ['ris', {}],
    ['cslJson', {}],
    ['hayagriva', {}],
  ];
  for (const [format, options] of table) {
    it(`is the same paper: ${format} ${JSON.stringify(options)}`, () => {
      const cites = papers.map((paper, at) => ({ paper, key: `k${String(at)}` }));
      const exported = exportPapers(format, cites, options);
      assert.ok(exported);
      const { text, extension } = exported;
      const { entries, problems } = readBibliography(`a${extension}`, text);
      assert.deepEqual(problems, []);
      assert.equal(entries.length, papers.length);
      let formulas = 0;
      for (const [at, { key, title, authors, arxivId, year }] of entries.entries()) {
        const paper = papers[at];
        assert.ok(paper);
        assert.equal(key, `k${String(at)}`);
        assert.equal(comparable(title ?? '').replaceAll('\\$', '$'), titleOf(paper), paper.id);
        // TeX writes a dash so, and formats without TeX leave it.
        const dashed = authors.map((name) => name.replaceAll('–', '--'));
        assert.deepEqual(dashed, authorsOf(paper), paper.id);
        assert.equal(arxivId, paper.id);
        assert.equal(year, 2000 + Number(paper.id?.slice(0, 2)));
        formulas += findMath(title ?? '').length;
      }
      assert.ok(formulas >= least, String(formulas));
    });
  }

  for (const format of ['bibtex', 'hayagriva', 'cslJson']) {
    it(`is put into a bibliography, entry by entry: ${format}`, () => {
      const extension = exportPapers(format, [])?.extension ?? '';
      let text = '';
      const some = papers.filter((_, at) => at % step === 0);
      for (const [at, paper] of some.entries()) {
        const entry = entryFor(format, paper, `2401.${String(at)}`);
        const place = insertEntry(format, text, entry ?? '');
        assert.ok(place);
        text = text.slice(0, place.offset) + place.text + text.slice(place.offset);
      }
      const { entries, problems } = readBibliography(`a${extension}`, text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        entries.map(({ key, arxivId }) => [key, arxivId]),
        some.map(({ id }, at) => [`2401.${String(at)}`, id]),
      );
    });
  }
}
