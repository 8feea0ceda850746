import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { citationSyntax } from '../../../../src/core/citation/syntaxes.js';
import { attention } from '../paperOf.js';
import { languages, paths, scan } from './support.js';

/** Keys as Preprint makes them: letters, digits and `_`, single `: . / -` inside. */
const word = fc.string({
  unit: fc.constantFrom(...Array.from('abzAZ09_éßøŁМ李あ한')),
  minLength: 1,
  maxLength: 6,
});
const ownKey = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom(...Array.from(':./-')), word), { maxLength: 4 }))
  .map(([first, more]) => first + more.map(([sign, part]) => sign + part).join(''))
  .filter((key) => !/^(?:fig|tbl|eq|sec|lst)[:-]/.test(key));

/** Keys that others have put into bibliographies, which all of BibTeX's tools take. */
const anyKey = fc.oneof(
  ownKey,
  fc
    .string({ unit: fc.constantFrom(...Array.from('abZ9_:./-+')), minLength: 1, maxLength: 12 })
    .filter(
      // A lone sign is no key, and an address is taken for one wherever it stands.
      (key) => /^[A-Za-z0-9_]/.test(key) && !key.includes('://'),
    ),
);

describe('what Preprint writes', () => {
  for (const language of languages) {
    it(`is read back as the same keys (${language})`, () => {
      const syntax = citationSyntax(language, paths[language]);
      fc.assert(
        fc.property(
          fc.array(anyKey, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          fc.constantFrom(['', ''], ['As ', ' shows.'], ['(', ')'], ['“', '”, '], ['\n\n', '\n\n']),
          (keys, narrative, [before, after]) => {
            const cites = keys.map((key) => ({ key, paper: attention }));
            const text = `${before}${syntax.format(cites, { narrative })}${after}`;
            const groups = scan(language, text);
            const found = groups.flatMap((group) => group.keys.map(({ key }) => key));
            assert.deepEqual(found, keys, text);
            const isPandoc = syntax.format(cites).startsWith('[@');
            if (!isPandoc || !narrative) assert.equal(groups.length, 1, text);
            // Plain LaTeX has one command for both.
            if (language === 'latex') return;
            for (const group of groups) assert.equal(group.narrative, narrative, text);
          },
        ),
        { numRuns: 500 },
      );
    });
  }

  it('is read back from every command of LaTeX that Preprint writes', () => {
    for (const latexCommand of [
      'cite',
      'citep',
      'citep*',
      'autocite',
      'parencite',
      'supercite',
      'mine',
    ]) {
      const syntax = citationSyntax('latex', 'n.tex', { markdown: 'pandoc', latexCommand });
      for (const narrative of [false, true]) {
        const text = syntax.format([{ key: 'a.b:c', paper: attention }], { narrative });
        const [group] = scan('latex', text, { latexCommand });
        assert.deepEqual(
          group?.keys.map(({ key }) => key),
          ['a.b:c'],
          text,
        );
        const own = latexCommand === 'cite' || latexCommand === 'mine';
        assert.equal(group.narrative, narrative && !own, text);
      }
    }
  });
});
