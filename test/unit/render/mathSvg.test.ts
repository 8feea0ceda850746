import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { formulaImage } from '../../../src/core/render/formulaImage.js';
import { expandedOrSame, noMacros, readMathMacros } from '../../../src/core/render/mathMacros.js';
import { mathToSvg } from '../../../src/core/render/mathToSvg.js';
import { assertSafeSvg } from './safeSvg.js';

function imageOf(tex: string, macros = noMacros) {
  const drawing = mathToSvg(expandedOrSame(tex, macros), false);
  return drawing && formulaImage(drawing, 14, '#cccccc');
}

describe('a formula as an SVG image', () => {
  const drawn: readonly string[] = [
    ...['\\frac{a}{b}', '\\sum_{i=1}^n x_i', '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', 'α + 中'],
    ...['\\mathbb{E}_{q}\\left[x\\right]', '\\RR^n \\eps \\norm x', '\\bm{x}', '\\ce{H2O}'],
    ...[
      '\\ket{\\psi}',
      '\\Hull(\\Foo)',
      '\\text{if $x$}',
      '\\begin{align}a&=b\\end{align}',
      '\\argmin_x',
    ],
  ];
  for (const tex of drawn) {
    it(`draws ${tex}`, () => {
      const image = imageOf(tex);
      assert.ok(image);
      assert.match(image.svg, /<path |<text /);
      assert.ok(image.width > 0 && image.height > 0);
      assertSafeSvg(image.svg);
    });
  }

  it('is in the colour that it is asked for, and in no other', () => {
    const image = imageOf('\\color{red}x \\textcolor{#00ff00}{y} \\colorbox{yellow}{z}');
    assert.ok(image);
    assert.match(image.svg, / color="#cccccc"/);
    assert.doesNotMatch(image.svg, /red|00ff00|yellow/i);
  });

  it('has its middle where the middle of small letters is, whatever stands above and below', () => {
    for (const tex of ['x', 'x^{2^2}', 'x_{y_z}', '\\frac{a}{b}']) {
      const { svg = '' } = imageOf(tex) ?? {};
      const box = /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
      const [, top = 0, , height = 0] = box;
      assert.ok(Math.abs(top + height / 2 + 241) < 1, `${tex}: ${svg.slice(0, 200)}`);
    }
  });

  it('grows with the text', () => {
    const drawing = mathToSvg('x+y', false);
    assert.ok(drawing);
    const [small, large] = [formulaImage(drawing, 10, '#000'), formulaImage(drawing, 20, '#000')];
    assert.ok(Math.abs(large.width - 2 * small.width) <= 2);
  });

  it("knows a person's macros", () => {
    const own = readMathMacros({ foo: '\\frac{#1}{2}' });
    assert.equal(imageOf('\\foo{x}', own)?.svg, imageOf('\\frac{x}{2}')?.svg);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['that is none', '\\frac{a'],
    ['that defines macros', '\\def\\a{\\a\\a}\\a'],
    ['that defines macros in disguise', '\\csname def\\endcsname\\a{x}\\a'],
    ['of no end', '\\newcommand{\\b}{\\b\\b}\\b'],
    ['that is too wide', '\\rule{1e9em}{1em}'],
    ['that is too high', '\\rule{1em}{1e9em}'],
    ['that pushes too far', 'x\\kern99999em x'],
    ['that is too long', 'x'.repeat(1001)],
    ['that is nested too deeply', `${'{'.repeat(499)}x${'}'.repeat(499)}\\sqrt`],
  ];
  for (const [what, tex] of refused) {
    it(`refuses a formula ${what}`, () => {
      const before = performance.now();
      assert.equal(imageOf(tex), undefined);
      assert.ok(performance.now() - before < 1000);
    });
  }

  const hostile: readonly string[] = [
    '\\href{javascript:alert(1)}{x}',
    '\\url{command:workbench.action.quit}',
    '\\includegraphics{https://x.y/z.png}',
    '\\mmlToken{mi}[href="javascript:alert(1)" style="x" id="y" onclick="z"]{x}',
    '\\class{evil}{x}\\cssId{evil}{x}\\style{position:fixed}{x}\\data{a=b}{x}',
    '\\htmlClass{evil}{x}\\htmlId{evil}{y}\\htmlStyle{color:red}{z}\\htmlData{a=b}{w}',
    '\\text{<script>alert(1)</script><image href="https://x.y">}',
    '\\color{url(https://x.y)}x',
    '\\require{html}\\href{x}{y}\\unicode{x41}\\label{a}\\ref{a}\\eqref{a}',
    '2^{2^{2^{2^{99999999999999999999}}}}',
    'x^{'.repeat(200) + '}'.repeat(200),
    '\\toggle{a}{b}\\endtoggle \\texttip{a}{<b>}',
    '\\begin{array}{*{100000}{c}}x\\end{array}',
    '\\hspace{-1e9em}\\raise1e9em{x}\\rule[-1e9em]{1em}{1em}',
    ']]><script>x</script>',
    '&amp;&#60;script&#62;',
  ];
  for (const tex of hostile) {
    it(`is harmless for ${tex.slice(0, 60)}`, () => {
      const before = performance.now();
      const image = imageOf(tex);
      if (image) assertSafeSvg(image.svg);
      assert.ok(performance.now() - before < 1000);
    });
  }

  it('is made of shapes and letters alone, and there soon, whatever the formula and the macros are', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        ...hostile,
        ...[
          '{',
          '}',
          '^',
          '_',
          '&',
          '\\\\',
          '$',
          '#',
          '%',
          '~',
          '\\a',
          '\\b',
          '\\frac',
          '\\left(',
          '\\right',
        ],
        ...[
          '\\begin{array}{c}',
          '\\end{array}',
          '\\text{',
          '\\ce{',
          '\\mathbb',
          '\\hat',
          '\\def',
          '\\let',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const formulas = fc.array(pieces, { maxLength: 15 }).map((parts) => parts.join(''));
    const bodies = fc.record({ a: formulas, b: formulas });
    fc.assert(
      fc.property(formulas, bodies, fc.boolean(), (tex, own, display) => {
        const before = performance.now();
        const drawing = mathToSvg(expandedOrSame(tex, readMathMacros(own)), display);
        if (drawing) assertSafeSvg(formulaImage(drawing, 14, '#000000').svg);
        assert.ok(performance.now() - before < 2000);
      }),
      { numRuns: 1000 },
    );
  }).timeout(60_000);
});
