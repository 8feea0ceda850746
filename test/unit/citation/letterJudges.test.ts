import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { namesOf, unicodeOf } from '../../../src/core/bibliography/texValue.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import type { ExportOptions } from '../../../src/core/citation/export/exportFormat.js';
import { greekCommands } from '../../../src/core/texLetters.js';
import { ensureProgram } from '../../vscode/debian.mjs';
import { papersOfLetters } from './everyLetter.js';
import { exported, Judging, patience } from './judging.js';

const cites = papersOfLetters.map((paper, at) => ({ paper, key: `k${String(at)}` }));

/** The ways to write letters. */
const table: readonly (readonly [format: 'bibtex' | 'biblatex', options: ExportOptions])[] = [
  ['bibtex', {}],
  ['bibtex', { accents: 'unicode' }],
  ['biblatex', {}],
  ['biblatex', { accents: 'tex' }],
];

/** Title, and the names as `First Last`. */
const expected = cites.map(({ key, paper }) => [key, paper.title, ...paper.authors]);

describe('outside judges of letters', function () {
  this.timeout(patience);
  const judging = new Judging();

  describe('pandoc', () => {
    let pandoc = '';
    before(() => {
      pandoc = ensureProgram('pandoc', 'pandoc');
    });

    interface Item {
      readonly id: string;
      readonly title: string;
      readonly author: readonly { readonly family: string; readonly given: string }[];
    }
    const letterOf = new Map(Array.from(greekCommands, ([letter, name]) => [name, letter]));
    // Here a formula is its source, without a blank behind a command.
    const command = new RegExp(`\\\\(${[...letterOf.keys()].sort().reverse().join('|')})`, 'g');

    for (const [format, options] of table) {
      it(`keeps every letter: ${format} ${JSON.stringify(options)}`, () => {
        // Else it would put the title into sentence case.
        const text = exported(format, cites, { ...options, capitals: 'whole' });
        const { stdout, stderr } = judging.run(pandoc, ['-f', format, '-t', 'csljson'], text);
        assert.equal(stderr, '');
        const read = (JSON.parse(stdout) as readonly Item[]).map(({ id, title, author }) => [
          id,
          title
            .replace(/<[^<>]*>/g, '')
            .replace(command, (_, name: string) => letterOf.get(name) ?? ''),
          ...author.map(({ given, family }) => `${given} ${family}`),
        ]);
        assert.deepEqual(normalized(read), expected);
      });
    }
  });

  describe('biber', () => {
    let biber = '';
    before(() => {
      biber = ensureProgram('biber', 'biber');
    });

    for (const format of ['bibtex', 'biblatex'] as const) {
      it(`keeps every letter, and finds no fault: ${format}`, () => {
        writeFileSync(path.join(judging.folder, 'refs.bib'), exported(format, cites));
        const { stdout, status } = judging.run(biber, [
          '--tool',
          '--validate-datamodel',
          '--quiet',
          '--output-file=out.bib',
          'refs.bib',
        ]);
        assert.equal(stdout, '');
        assert.equal(status, 0);
        const out = readFileSync(path.join(judging.folder, 'out.bib'), 'utf8');
        const { entries } = readBibliography('out.bib', out);
        const read = entries.map(({ key, title = '', authors }) => [key, title, ...authors]);
        assert.deepEqual(normalized(read), expected);
        // Nothing is left to TeX that TeX would print without its accent.
        assert.doesNotMatch(out, /\\["'`^~=.ubdcHkrv](?![A-Za-z])/);
      });
    }
  });

  describe('BibTeX', () => {
    /** Prints the title in lower case and of each name the parts and the initial. */
    const style = `
ENTRY { author title } {} {}
INTEGERS { count at }
FUNCTION {print} { title write$ newline$
  author num.names$ 'count := #1 'at :=
  { count #0 > }
  { author at "{ff }{vv }{ll}" format.name$ write$ newline$ author at "{f.}" format.name$ write$ newline$
    at #1 + 'at := count #1 - 'count := }
  while$ }
FUNCTION {misc} { print }
READ
ITERATE {call.type$}
`;
    let bibtex = '';
    before(() => {
      bibtex = ensureProgram('bibtex', 'texlive-binaries');
      writeFileSync(path.join(judging.folder, 'letters.bst'), style);
      const aux = '\\citation{*}\n\\bibdata{refs}\n\\bibstyle{letters}\n';
      writeFileSync(path.join(judging.folder, 'a.aux'), aux);
    });

    for (const nameOrder of ['lastFirst', 'firstLast'] as const) {
      it(`keeps every letter, and takes it for one: ${nameOrder}`, () => {
        writeFileSync(
          path.join(judging.folder, 'refs.bib'),
          exported('bibtex', cites, { nameOrder }),
        );
        const { stdout, status } = judging.run(bibtex, ['a']);
        assert.doesNotMatch(stdout, /warning|error/i);
        assert.equal(status, 0);
        const bbl = readFileSync(path.join(judging.folder, 'a.bbl'), 'latin1');
        const lines = Buffer.from(bbl.replace(/\n {2}/g, ' '), 'latin1')
          .toString()
          .split('\n');
        for (const { title, authors } of papersOfLetters) {
          assert.equal(unicodeOf(lines.shift() ?? ''), title);
          for (const author of authors) {
            const name = lines.shift()?.replace(/(?<!\\)~/g, ' ') ?? '';
            const initial = unicodeOf(lines.shift() ?? '');
            assert.deepEqual(namesOf(name), [author]);
            // Of Greek and other scripts, BibTeX takes bytes for letters.
            if (!/^\P{Script=Greek}/u.test(author)) continue;
            assert.equal(
              `${initial.normalize('NFC')}|`,
              `${/^\p{L}\p{M}*/u.exec(author)?.[0] ?? ''}.|`,
            );
          }
        }
      });
    }
  });
});

function normalized(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((text) => text.normalize('NFC')));
}
