import { describe, it } from 'mocha';
import {
  completionContext,
  findCitations,
} from '../../../../src/core/citation/scan/findCitations.js';
import { assertLinear } from '../../support/cost.js';
import { paths } from './support.js';

/** One language of each scanner. */
const scanned = ['quarto', 'latex', 'typst', 'org', 'restructuredtext', 'asciidoc'] as const;

/** Texts made to keep a scanner busy: whatever it tries at one place is there to try again at the next. */
const hostile = [
  '[',
  '[@a',
  '[@a; ',
  '@a [',
  '[[@a',
  '\\iffalse \\ifx',
  '\\newcommand{\\a}[1]{',
  '\\def\\a#1#2{',
  '\\textcquote[',
  '#cite(form: "',
  '@https://',
  '![',
  '](',
  ']((',
  '](()',
  '@{a',
  '-@a',
  '@a--',
  '@a.b:c/',
  '`',
  '` ``',
  '```',
  '\n```\n',
  '\n~~~\n    x\n\n',
  '<a ',
  '<!--',
  '<a <!-- ',
  '- - - ',
  '> > ',
  '\n    a\n\n',
  '{cite}`',
  '{cite:p}`a,',
  '{cite:p}`{a',
  '://',
  'a://b',
  'www.',
  'a@b.c ',
  '\\cite{',
  '\\cite[',
  '\\cite[{',
  '\\cite{a,',
  '\\cite{\\cite{',
  '\\cites(a)',
  '\\cites(',
  '\\cites{a}',
  '\\cite<',
  '\\cite{}}',
  '\\cite \n\n',
  '%',
  '\\verb|',
  '\\verb|a|',
  '\\begin{verbatim}',
  '\\begin{verbatim}\\end{verbatim}',
  '\\cite{a}',
  '[{}',
  '#cite(',
  '#cite(<a>',
  '#cite(<a>, supplement: [',
  '#cite(label("',
  '/*',
  '/* */',
  '//',
  '@a ',
  '@a[',
  '"@a/b',
  '[cite:',
  '[cite:@a',
  '[cite/t:@a;',
  'cite:a,',
  'cite:&a;',
  '[[cite:&a',
  '=a',
  '=a =',
  '~a~ ',
  '\n#+begin_src\n',
  '\n# a',
  ':cite:p:`',
  ':cite:p:`a,',
  '``',
  '.. code::\n',
  '::\n\n  a\n',
  'citecite',
  'cite:[',
  'cite:[a(',
  'cite:a',
  '\n----\n',
  '----\n....\n',
  'aaaa',
  '        ',
  '\n\n',
  '\\',
  '\\\\',
  '((((',
  '}}}}',
];

/** Brackets that open all before the first one closes. */
const towers = [
  ['![', '@a ', ']'],
  ['@a [x; ', '@b ', ']'],
  ['[', '@a ', ']{.x}'],
  ['\\cite{', 'a,', '}'],
  ['@a[', '@b ', ']'],
  ['[cite:', '@a;', ']'],
] as const;

describe('the cost of finding citations', () => {
  for (const language of scanned) {
    it(`is in proportion to the text (${language})`, () => {
      for (const piece of hostile) {
        assertLinear(
          `${language} ${JSON.stringify(piece)}`,
          (length) => piece.repeat(length / piece.length),
          (text) => {
            findCitations(text, language, paths[language]);
            completionContext(text, text.slice(0, 1000), language, paths[language]);
          },
        );
      }
    });

    it(`is so however deep brackets are (${language})`, () => {
      for (const tower of towers) {
        assertLinear(
          `${language} ${JSON.stringify(tower)}`,
          (length) => tower.map((piece) => piece.repeat(length / 3 / piece.length)).join(''),
          (text) => findCitations(text, language, paths[language]),
        );
      }
    });
  }
});
