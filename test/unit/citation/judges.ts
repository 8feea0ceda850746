import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { entryPresetNames } from '../../../src/core/citation/bibtex.js';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { citationKey } from '../../../src/core/citation/citationKey.js';
import { capitalProtections } from '../../../src/core/citation/escape.js';
import type { ExportOptions } from '../../../src/core/citation/export/exportFormat.js';
import { parseAuthors } from '../../../src/core/citation/personName.js';
import type { Cite } from '../../../src/core/citation/syntaxes.js';
import { ensureProgram } from '../../vscode/debian.mjs';
import { exported, Judging } from './judging.js';

/** Prints what BibTeX understood; a style of our own, for the others come with the whole of TeX. */
const printingStyle = `
ENTRY { author title year eprint journal } {} {}
FUNCTION {print} { cite$ "|" * author empty$ { "0" } { author num.names$ int.to.str$ } if$ * "|" * year * write$ newline$
  title "t" change.case$ purify$ #1 global.max$ substring$ duplicate$ empty$ { cite$ " has no title" * warning$ } 'skip$ if$ pop$ }
FUNCTION {misc} { print }
FUNCTION {article} { print }
READ
ITERATE {call.type$}
`;

/** Tests that pandoc and BibTeX take exported papers, which all have ids of this century. */
export function judgesTake(papersOf: () => readonly CitedPaper[]): void {
  const judging = new Judging();
  let papers: readonly Cite[] = [];

  before(() => {
    const taken = new Set<string>();
    papers = papersOf().map((paper) => {
      const key = citationKey(paper, 'arxiv', (k) => taken.has(k));
      taken.add(key);
      return { paper, key };
    });
  });

  describe('pandoc', () => {
    let pandoc = '';

    before(() => {
      pandoc = ensureProgram('pandoc', 'pandoc');
    });

    for (const [format, from] of [
      ['bibtex', 'bibtex'],
      ['biblatex', 'biblatex'],
      ['cslJson', 'csljson'],
    ] as const) {
      it(`reads all papers: ${format}`, () => {
        const { stdout, stderr } = judging.run(
          pandoc,
          ['-f', from, '-t', 'csljson'],
          exported(format, papers),
        );
        assert.equal(stderr, '');
        interface Item {
          readonly id: string;
          readonly title: string;
          readonly author?: readonly object[];
          readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
        }
        const byKey = new Map(
          (JSON.parse(stdout) as readonly Item[]).map((item) => [item.id, item]),
        );
        assert.equal(byKey.size, papers.length);
        for (const { key, paper } of papers) {
          const item = byKey.get(key);
          assert.ok(item, key);
          assert.equal(item.author?.length ?? 0, parseAuthors(paper.authors).names.length, key);
          assert.equal(item.issued['date-parts'][0]?.[0], 2000 + Number(paper.id?.slice(0, 2)));
          // Its sentence case and its formulas are its own.
          if (/^[\w ,:-]+$/.test(paper.title) && !paper.title.includes('--')) {
            assert.equal(item.title.toLowerCase(), paper.title.toLowerCase());
          }
        }
      });
    }
  });

  describe('BibTeX', () => {
    let bibtex = '';

    before(() => {
      bibtex = ensureProgram('bibtex', 'texlive-binaries');
      writeFileSync(path.join(judging.folder, 'print.bst'), printingStyle);
      writeFileSync(
        path.join(judging.folder, 'a.aux'),
        '\\citation{*}\n\\bibdata{refs}\n\\bibstyle{print}\n',
      );
    });

    const table: readonly ExportOptions[] = [
      ...entryPresetNames.map((preset) => ({ preset })),
      ...capitalProtections.map((capitals) => ({ capitals })),
      {
        accents: 'unicode',
        nameOrder: 'firstLast',
        trailingComma: true,
        note: true,
        keywords: true,
      },
    ];
    for (const options of table) {
      it(`takes all papers: ${JSON.stringify(options)}`, () => {
        writeFileSync(path.join(judging.folder, 'refs.bib'), exported('bibtex', papers, options));
        const { status, stdout } = judging.run(bibtex, ['a']);
        assert.doesNotMatch(stdout, /warning|error|missing|repeated|I was expecting/i);
        assert.equal(status, 0, stdout);
        const lines = readFileSync(path.join(judging.folder, 'a.bbl'), 'utf8')
          .split('\n')
          .slice(0, -1);
        assert.deepEqual(
          // BibTeX breaks long lines.
          lines.filter((line) => line.includes('|')),
          papers.map(({ key, paper }) => {
            const { names } = parseAuthors(paper.authors);
            const year = `20${paper.id?.slice(0, 2) ?? ''}`;
            return `${key}|${String(names.length)}|${year}`;
          }),
        );
      });
    }
  });
}
