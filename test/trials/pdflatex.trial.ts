import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bibtexEntry, entryPresetNames } from '../../src/core/citation/bibtex.js';
import { capitalProtections } from '../../src/core/citation/escape.js';
import { hostilePapersOf } from './support/hostileCitedPapers.js';
import { hostileTex } from './support/hostileTex.js';
import { LatexJudge } from './support/latexJudge.js';
import { isLong } from './support/rounds.js';

/** Prints each field that an entry of ours may have, as it is; the standard styles leave some out. */
const allFields = `
ENTRY { abstract author doi eprint journal keywords note title year } {} {}
FUNCTION {shown} { duplicate$ empty$ { pop$ } { write$ newline$ "\\par" write$ newline$ } if$ }
FUNCTION {print} { newline$ "\\bibitem{" cite$ * "}" * write$ newline$ author shown title shown
  title empty$ { } { title "t" change.case$ shown title "u" change.case$ shown } if$
  journal shown year shown note shown keywords shown abstract shown doi shown eprint shown }
FUNCTION {misc} { print }
FUNCTION {article} { print }
FUNCTION {online} { print }
FUNCTION {default.type} { print }
READ
FUNCTION {begin} { "\\begin{thebibliography}{9}" write$ newline$ }
EXECUTE {begin}
ITERATE {call.type$}
FUNCTION {end} { newline$ "\\end{thebibliography}" write$ newline$ }
EXECUTE {end}
`;

// Installing takes a minute, and each of the documents some seconds.
if (isLong) {
  describe('a document that cites all papers whose text is a program', () => {
    let judge: LatexJudge;
    before(() => {
      judge = new LatexJudge();
    });
    after(() => {
      judge.dispose();
    });

    for (const body of [
      '\\input{secret}',
      '\\newwrite\\f\\immediate\\openout\\f=written.tex x',
      '\\immediate\\write18{touch written}x',
      '\\label{written}x',
      '{'.repeat(300),
    ]) {
      it(`would be found out: ${body.slice(0, 60)}`, () => {
        assert.throws(() => judge.typesetBody(body, 'everything'), assert.AssertionError);
      });
    }

    it('is typeset when it holds nothing of them', () => {
      judge.typesetBody('$x \\in \\mathbb{R}$', 'everything');
    });

    const spellings = capitalProtections.map((capitals, at) => ({
      capitals,
      accents: at % 2 === 0 ? ('tex' as const) : ('unicode' as const),
    }));
    for (const preset of entryPresetNames) {
      for (const spelling of spellings) {
        it(`reads nothing, writes nothing and ends: ${preset} ${JSON.stringify(spelling)}`, () => {
          const options = { ...spelling, preset, abstract: true, keywords: true, note: true };
          const entries = hostileTex
            .flatMap(({ text }, at) => hostilePapersOf(text)[at % 3] ?? [])
            .map((paper, at) => bibtexEntry(paper, `k${String(at)}`, options));
          const bibliography = entries.join('\n\n');
          judge.typeset(bibliography, { text: allFields }, 'everything');
          judge.typeset(bibliography, { name: 'plain' }, 'usual');
        });
      }
    }
  });
}
