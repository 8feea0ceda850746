import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entryPresetNames } from '../../../src/core/citation/bibtex.js';
import { citationKey, keyStyleNames } from '../../../src/core/citation/citationKey.js';
import { capitalProtections } from '../../../src/core/citation/escape.js';
import type { ExportOptions } from '../../../src/core/citation/export/exportFormat.js';
import { exportPapers } from '../../../src/core/citation/export/registry.js';
import { parseAuthors } from '../../../src/core/citation/personName.js';
import { citationSyntax, type Cite } from '../../../src/core/citation/syntaxes.js';
import { ensureProgram } from '../../vscode/debian.mjs';
import { referenceDigests } from '../support/shared.js';
import { attention, paperOf } from '../../unit/citation/paperOf.js';

/** Installing takes about ten seconds for each, and pandoc as long again for the largest file. */
const patience = 300_000;

/** One paper under many keys, as Preprint makes them and as others have made them. */
const keys = [
  ...keyStyleNames.map((style) => citationKey(attention, style)),
  'müller2024überell2regularizationsurvey',
  '李2025基于大模型的推理',
  '2401.01234',
  'hep-th/9901001',
  'a_b:c.d-e',
  'odd--key',
  'ends.',
];

let folder = '';
let papers: readonly Cite[] = [];

/** BibTeX finds files where it runs, and has room for large bibliographies. */
const settings = { BIBINPUTS: '.', BSTINPUTS: '.', hash_size: '500000', max_strings: '1000000' };

function run(program: string, args: readonly string[], input = '') {
  const env = { ...process.env, ...settings };
  const result = spawnSync(program, args, {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  assert.equal(result.error, undefined);
  return result;
}

function exported(format: string, cites: readonly Cite[], options: ExportOptions = {}): string {
  return exportPapers(format, cites, options)?.text ?? '';
}

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

describe('outside judges of what Preprint writes', function () {
  this.timeout(patience);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-judges-'));
    const taken = new Set<string>();
    papers = referenceDigests().flatMap(({ truth }) =>
      truth.map(({ id, title, authors, categories: [category] }) => {
        const facts = { id, title, authors };
        const paper = paperOf(category === undefined ? facts : { ...facts, category });
        const key = citationKey(paper, 'arxiv', (k) => taken.has(k));
        taken.add(key);
        return { paper, key };
      }),
    );
    assert.equal(papers.length, 3886);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('pandoc', () => {
    let pandoc = '';

    before(() => {
      pandoc = ensureProgram('pandoc', 'pandoc');
    });

    interface Citation {
      readonly citationId: string;
      readonly citationMode: { readonly t: string };
    }

    /** The citations of a document, as pandoc reads it. */
    function citations(from: string, text: string): readonly Citation[] {
      const { stdout, stderr } = run(pandoc, ['-f', from, '-t', 'json'], text);
      assert.equal(stderr, '');
      const found: Citation[] = [];
      JSON.parse(stdout, (_, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'citationId' in value) {
          found.push(value as Citation);
        }
        return value;
      });
      return found;
    }

    for (const [language, file, from] of [
      ['markdown', 'n.md', 'markdown'],
      ['quarto', 'n.qmd', 'markdown'],
      ['rmd', 'n.Rmd', 'markdown'],
      ['latex', 'n.tex', 'latex'],
      ['org', 'n.org', 'org'],
    ] as const) {
      it(`finds the keys in citations for ${language}, alone and together`, () => {
        const syntax = citationSyntax(language, file);
        // Org's keys end before a full stop, whatever is written.
        const usable = language === 'org' ? keys.filter((key) => !key.endsWith('.')) : keys;
        const cites = usable.map((key) => ({ key, paper: attention }));
        const single = cites.map((cite) => syntax.format([cite]));
        const text = [...single, syntax.format(cites)]
          .map((each) => `So ${each} says.`)
          .join('\n\n');
        assert.deepEqual(
          citations(from, text).map(({ citationId }) => citationId),
          [...usable, ...usable],
        );
        const narrative = cites.map((cite) => syntax.format([cite], { narrative: true }));
        const read = citations(from, narrative.map((each) => `As ${each} says`).join('\n\n'));
        assert.deepEqual(
          read.map(({ citationId }) => citationId),
          usable,
        );
        if (from !== 'markdown') return;
        assert.deepEqual(
          new Set(read.map(({ citationMode }) => citationMode.t)),
          new Set(['AuthorInText']),
        );
      });
    }

    it('sets a note of ours with our bibliography, and misses no entry', () => {
      for (const [format, extension] of [
        ['bibtex', 'bib'],
        ['biblatex', 'bib'],
        ['cslJson', 'json'],
      ] as const) {
        const cites = keys.map((key, at) => ({
          key,
          paper: { ...attention, title: `Number ${String(at)}` },
        }));
        writeFileSync(path.join(folder, `refs.${extension}`), exported(format, cites));
        const note = `---\nbibliography: refs.${extension}\n---\n\n${citationSyntax('markdown', 'n.md').format(cites)}\n`;
        const { stdout, stderr } = run(
          pandoc,
          ['--citeproc', '-f', 'markdown', '-t', 'plain'],
          note,
        );
        assert.equal(stderr, '', format);
        for (const at of keys.keys()) {
          assert.match(stdout.replace(/\s+/g, ' '), new RegExp(`Number ${String(at)}\\b`), format);
        }
        assert.match(stdout, /Vaswani/);
      }
    });

    for (const [format, from] of [
      ['bibtex', 'bibtex'],
      ['biblatex', 'biblatex'],
      ['cslJson', 'csljson'],
    ] as const) {
      it(`reads all papers of the reference digests: ${format}`, () => {
        const { stdout, stderr } = run(
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
      writeFileSync(path.join(folder, 'print.bst'), printingStyle);
      writeFileSync(
        path.join(folder, 'a.aux'),
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
      it(`takes all papers of the reference digests: ${JSON.stringify(options)}`, () => {
        writeFileSync(path.join(folder, 'refs.bib'), exported('bibtex', papers, options));
        const { status, stdout } = run(bibtex, ['a']);
        assert.doesNotMatch(stdout, /warning|error|missing|repeated|I was expecting/i);
        assert.equal(status, 0, stdout);
        const lines = readFileSync(path.join(folder, 'a.bbl'), 'utf8').split('\n').slice(0, -1);
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
});
