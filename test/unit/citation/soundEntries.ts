import { before, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibtexEntry, entryPresetNames } from '../../../src/core/citation/bibtex.js';
import { citationKey, keyStyleNames } from '../../../src/core/citation/citationKey.js';
import { formulaForTex } from '../../../src/core/citation/formulaForTex.js';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { parseAuthors } from '../../../src/core/citation/personName.js';
import { isBalanced } from '../../../src/core/citation/texTokens.js';
import { findMath } from '../../../src/core/render/mathSegments.js';
import { writtenFormula } from '../../../src/core/render/writtenFormula.js';

/**
 * Tests of the entries and keys of papers that all have ids.
 * @param plain how many of their titles a parser of BibTeX gives back as they are, at least
 */
export function entriesAreSound(papersOf: () => readonly CitedPaper[], plain: number): void {
  let papers: readonly CitedPaper[] = [];
  before(() => {
    papers = papersOf();
  });

  for (const preset of entryPresetNames) {
    it(`has a well-formed entry (${preset}) that keeps the formulas of its title`, () => {
      for (const paper of papers) {
        const entry = bibtexEntry(paper, 'key', { preset });
        assert.ok(isBalanced(entry), entry);
        const names = entry
          .split('\n')
          .slice(1, -1)
          .map((line) => /^ {2}([a-zA-Z]+) = \{.+\},?$/.exec(line)?.[1]);
        assert.ok(!names.includes(undefined), entry);
        assert.equal(new Set(names).size, names.length, entry);
        assert.doesNotMatch(entry, /,\n\}$/);
        for (const { start, end } of findMath(paper.title)) {
          const written = writtenFormula(paper.title.slice(start, end)) ?? '';
          // With signs that no font of BibTeX's readers has as commands.
          const expected = preset === 'biblatexOnline' ? written : formulaForTex(written);
          assert.ok(entry.includes(expected), entry);
        }
      }
    });
  }

  it('has a key in every style, and a unique one among all', () => {
    for (const style of keyStyleNames) {
      const used = new Set<string>();
      const ids = new Map(papers.map((paper) => [paper.key, paper]));
      for (const paper of ids.values()) {
        const key = citationKey(paper, style, (k) => used.has(k));
        assert.match(key, /^[\p{L}\p{N}]+(?:[.:/-][\p{L}\p{N}]+)*$/u);
        used.add(key);
      }
      assert.equal(used.size, ids.size);
    }
  });

  for (const preset of ['arxivMisc', 'biblatexOnline'] as const) {
    it(`comes back from a BibTeX parser with title, authors and id (${preset})`, async () => {
      // The package is ESM only: its CommonJS build does not load.
      const { parse } = await import('@retorquere/bibtex-parser');
      const text = papers
        .map((paper, at) => bibtexEntry(paper, `k${String(at)}`, { preset }))
        .join('\n\n');
      const parsed = parse(text, {
        sentenceCase: false,
        verbatimFields: ['eprint', 'url', 'doi'],
      });
      // It cannot render every macro inside a formula; that is no fault of the entry.
      assert.deepEqual(
        parsed.errors.filter(({ error }) => !error.startsWith('unhandled macro')),
        [],
      );
      assert.equal(parsed.entries.length, papers.length);
      let plainTitles = 0;
      for (const [at, { fields, key }] of parsed.entries.entries()) {
        const paper = papers[at];
        assert.ok(paper);
        assert.equal(key, `k${String(at)}`);
        assert.equal(fields.eprint, paper.id);
        if (!/[$\\^~"'`<>]|--/.test(paper.title)) {
          plainTitles++;
          assert.equal(withoutCaseMarks(String(fields.title)), paper.title.normalize('NFC'));
        }
        const expected = parseAuthors(paper.authors).names.map((name) =>
          name.corporate || name.first === ''
            ? [name.last]
            : [name.particle, name.last, name.suffix, name.first],
        );
        const found = (fields.author as unknown as readonly Record<string, string>[]).map((name) =>
          name['name'] !== undefined || name['firstName'] === undefined
            ? [name['name'] ?? name['lastName'] ?? '']
            : [
                name['prefix'] ?? '',
                name['lastName'] ?? '',
                name['suffix'] ?? '',
                name['firstName'],
              ],
        );
        assert.deepEqual(
          found.map((parts) => parts.map((part) => part.normalize('NFC').replaceAll('–', '--'))),
          expected,
          paper.id,
        );
      }
      assert.ok(plainTitles >= plain, String(plainTitles));
    });
  }
}

/** The parser marks protected words for Zotero. */
function withoutCaseMarks(title: string): string {
  return title.replace(/<\/?span[^>]*>/g, '').normalize('NFC');
}
