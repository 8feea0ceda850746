import katex from 'katex';
import 'katex/contrib/mhchem';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formulaCommands } from '../../../src/core/render/formulaCommands.js';
import { katexMacros } from '../../../src/core/render/katexMacros.js';
import { refusedFormulas, writtenFormula } from '../../../src/core/render/writtenFormula.js';

/** What KaTeX knows and no entry may hold, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  definitions:
    'def edef gdef xdef global long let futurelet newcommand renewcommand providecommand TextOrMath',
  expansion: 'expandafter noexpand relax char verb',
  'messages that stop TeX': 'message errmessage show',
  'groups without braces': 'begingroup endgroup bgroup egroup vcenter mathchoice empty',
  'spaces and rules of any size': 'above genfrac hskip kern mkern mskip raisebox rule tmspace',
  addresses: 'href url includegraphics htmlClass htmlData htmlId htmlStyle',
  'read with their argument alone':
    'begin end left right color colorbox fcolorbox hspace textcolor',
  'hooks of the AMS': 'DOTSB DOTSI DOTSX',
  'names of HTML':
    'Complex Darr Harr Larr Lrarr Rarr Reals Uarr alef alefsym bull clubs cnums dArr darr diamonds ' +
    'empty exist hArr harr hearts image infin isin lArr lang larr lrArr lrarr natnums plusmn rArr rang ' +
    'rarr real reals sect spades sub sube supe thetasym uArr uarr',
  'names of KaTeX and Khan Academy':
    'KaTeX Overrightarrow angl angln dotsx imageof kaBlue kaGreen minuso ordinarycolon origof ' +
    'overleftharpoon overlinesegment overrightharpoon phase sixptsize tripledash underlinesegment varvdots',
  colours:
    'blue blueA blueB blueC blueD blueE goldA goldB goldC goldD goldE gray grayA grayB grayC grayD grayE ' +
    'grayF grayG grayH grayI green greenA greenB greenC greenD greenE maroonA maroonB maroonC maroonD ' +
    'maroonE mintA mintB mintC orange pink purple purpleA purpleB purpleC purpleD purpleE red redA redB ' +
    'redC redD redE tealA tealB tealC tealD tealE',
  'colons that nobody writes':
    'Colonapprox Coloneq Colonsim Eqcolon approxcolon approxcoloncolon coloncolon coloncolonapprox ' +
    'coloncolonequals coloncolonminus coloncolonsim coloneq colonequals colonminus eqcolon equalscolon ' +
    'equalscoloncolon minuscolon minuscoloncolon ratio simcolon simcoloncolon',
  'arrows of chemistry': 'xleftequilibrium xrightequilibrium xrightleftarrows xtofrom',
};

/** Every name in KaTeX's source that it takes for a command. */
function katexCommands(): string[] {
  const files = ['katex/dist/katex.js', 'katex/dist/contrib/mhchem.js'].map((name) =>
    readFileSync(path.resolve('node_modules', name), 'utf8'),
  );
  const names = new Set(
    Array.from(files.join('').matchAll(/\\\\([A-Za-z]+)/g), ([, name = '']) => name),
  );
  return [...names].filter((name) => isKnown(`\\${name}`) || isKnown(`\\text{\\${name}}`)).sort();
}

function isKnown(tex: string): boolean {
  const settings = { strict: 'ignore', trust: true, displayMode: true, output: 'mathml' } as const;
  // It would print what it knows.
  if (tex.includes('\\show')) return true;
  try {
    katex.renderToString(tex, settings);
    return true;
  } catch (error) {
    return !/Undefined control sequence/.test(String(error));
  }
}

describe('a formula that is written into a file', () => {
  it('may hold the commands that KaTeX knows, but those that are left out for a reason', () => {
    const out = new Set(Object.values(leftOut).flatMap((names) => names.split(' ')));
    const known = katexCommands();
    assert.ok(known.length > 900, String(known.length));
    assert.deepEqual(
      known.filter((name) => !formulaCommands.has(name)),
      [...out].sort(),
    );
    const own = new Set(Object.keys(katexMacros).map((name) => name.slice(1)));
    assert.deepEqual(
      [...formulaCommands].filter(
        (name) => /^[A-Za-z]/.test(name) && !known.includes(name) && !own.has(name),
      ),
      (
        'displaylimits idotsint iiiint mbox mathds mathbbm textmu textquotedbl textquotesingle textsc ' +
        'textsl texttrademark'
      )
        .split(' ')
        .filter((name) => !own.has(name)),
    );
  });

  for (const formula of [
    '$x$',
    '$$\\sum_{i=1}^n x_i$$',
    '\\(\\mathbb{R}^n\\)',
    '\\[\\frac{1}{2} \\bm{x}\\]',
    '$\\left\\{ a \\right.$',
    '$\\left( \\left[ a \\right) \\right]$',
    '$x \\in \\RR^n$, $\\norm{x}$, $\\cL$',
    '\\begin{align*} a &= b \\\\ c &= \\begin{pmatrix} 1 & 2 \\end{pmatrix} \\end{align*}',
    '$\\begin{array}{c|c} a & b \\end{array}$',
    '$\\begin{alignedat}{2} a & b \\end{alignedat}$',
    '$a\\hspace{0.5em}b \\textcolor{red}{c}$',
    '$\\ce{H2O}$',
    '$\\frac12 \\frac{a}b \\sqrt[3]{x} \\sqrt 2 \\hat\\theta x^*_i{}^2 \\operatorname*{argmin}_x$',
    "$x' \\, \\; \\! \\{ \\} \\| \\_ \\% \\# \\& ~$",
  ]) {
    it(`keeps ${formula}`, () => {
      assert.equal(writtenFormula(formula), formula);
    });
  }

  for (const [formula, written] of [
    ['$\\textbf{$\\rho$-$\\texttt{EOS}$}$', '$\\textbf{\\(\\rho\\)-\\(\\texttt{EOS}\\)}$'],
    ['\\(\\text{if $x_1$}\\)', '\\(\\text{if \\(x_1\\)}\\)'],
    ['$50%$', '$50\\%$'],
    ['$#P$', '$\\#P$'],
    ['$a & b$', '$a \\& b$'],
    ['$\\text{a_b^c}$', '$\\text{a\\_b{\\textasciicircum}c}$'],
    ['\\begin{equation}\\label{x} y \\end{equation}', '\\begin{equation} y \\end{equation}'],
    ['$\\href{run:/bin/sh}{Code}$', '$\\text{Code}$'],
    ['$\\url{javascript:x}$', '$\\text{javascript:x}$'],
  ] as const) {
    it(`writes ${formula} as ${written}`, () => {
      assert.equal(writtenFormula(formula), written);
      assert.equal(writtenFormula(written), written);
    });
  }

  for (const formula of [
    '$\\input{x}$',
    '$\\unknown$',
    '$^^5cinput{x}$',
    '$\\@@input x$',
    '$\\text@input$',
    '$\\csname input\\endcsname{x}$',
    '$\\def\\x{\\x}\\x$',
    '$\\text{\\input{x}}$',
    '$\\text{$\\input{x}$}$',
    '\\begin{filecontents}{x}\\end{filecontents}',
    '$\\begin{verbatim}x\\end{verbatim}$',
    '$\\begin {matrix} x$',
    '\\begin{align} a \\end{gather}',
    '$\\begin{array}{*{9999999}{c}} a \\end{array}$',
    '$\\begin{array}{@{\\input{x}}c} a \\end{array}$',
    '$\\hspace{99999em}$',
    '$\\rule{9em}{9em}$',
    '$\\color[rgb]{1,0,0}x$',
    '$\\left( x$',
    '$x \\right)$',
    '$\\{ x } {$',
    '\\(a $ b\\)',
    '$\\frac{1}$',
    '$\\text$',
    '$\\sqrt[3]$',
    '$\\hat\\hat x$',
    '$x^$',
    '$x^a^b$',
    '$x_{a}_b$',
    '$\\big$',
    '$a \\middle| b$',
    '$x \\end{document}$',
    '\\\\label{}input{x}',
    `$${'{'.repeat(40)}${'}'.repeat(40)}$`,
    `$${'\\left('.repeat(40)}${'\\right)'.repeat(40)}$`,
    `\\begin{matrix}${'a&'.repeat(500)}b\\end{matrix}`,
  ]) {
    it(`does not write ${formula.slice(0, 60)}`, () => {
      assert.equal(writtenFormula(formula), undefined);
    });
  }

  it('is counted when it is not written as one', () => {
    assert.equal(refusedFormulas('$x$ and $\\input{x}$, \\(\\openout 5\\), \\input{x}'), 2);
  });
});
