import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { citationKey, keyStyleNames } from '../../../src/core/citation/citationKey.js';
import { citationSyntax } from '../../../src/core/citation/syntaxes.js';
import { ensureProgram } from '../../vscode/debian.mjs';
import { judgesTake } from './judges.js';
import { exported, Judging, patience } from './judging.js';
import { oddPapers } from './oddPapers.js';
import { attention } from './paperOf.js';

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

describe('outside judges of what Preprint writes', function () {
  this.timeout(patience);

  judgesTake(() => oddPapers);

  describe('pandoc on citations', () => {
    const judging = new Judging();
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
      const { stdout, stderr } = judging.run(pandoc, ['-f', from, '-t', 'json'], text);
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
        writeFileSync(path.join(judging.folder, `refs.${extension}`), exported(format, cites));
        const note = `---\nbibliography: refs.${extension}\n---\n\n${citationSyntax('markdown', 'n.md').format(cites)}\n`;
        const { stdout, stderr } = judging.run(
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
  });
});
