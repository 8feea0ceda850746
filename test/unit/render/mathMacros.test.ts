import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { markdownToHtml } from '../../../src/core/render/markdownToHtml.js';
import { expandMacros, readMathMacros } from '../../../src/core/render/mathMacros.js';
import { PageMath } from '../../../src/core/render/pageMath.js';
import { texToHtml } from '../../../src/core/render/texToHtml.js';
import { assertSafe, visibleText } from './safeHtml.js';

const macros = readMathMacros({
  Hilb: '\\mathcal{H}',
  '\\norm': '\\lVert #1 \\rVert',
  pair: '(#2, #1)',
  lap: '\\Delta',
  loss: 'L_{\\Hilb}',
});

const table: readonly (readonly [tex: string, expanded: string])[] = [
  ['\\Hilb x', '\\mathcal{H} x'],
  ['\\Hilbert', '\\Hilbert'],
  ['\\norm{a_{1}}', '\\lVert a_{1} \\rVert'],
  ['\\norm x', '\\lVert x \\rVert'],
  ['\\norm\\alpha+1', '\\lVert \\alpha \\rVert+1'],
  ['\\pair{a}{b} \\pair1 2', '(b, a) (2, 1)'],
  ['\\loss', 'L_{\\mathcal{H}}'],
  ['\\lap{}u', '\\Delta{}u'],
  [
    'x^\\Hilb, \\frac1\\Hilb, \\hat\\Hilb',
    'x^{\\mathcal{H}}, \\frac1{\\mathcal{H}}, \\hat{\\mathcal{H}}',
  ],
  ['\\\\Hilb', '\\\\Hilb'],
  ['\\norm', '\\lVert  \\rVert'],
];

describe('macros of a person', () => {
  for (const [tex, expanded] of table) {
    it(`make ${tex} into ${expanded}`, () => assert.equal(expandMacros(tex, macros), expanded));
  }

  it('are read from a setting of any kind, and what is none is left out', () => {
    assert.deepEqual(
      readMathMacros({
        R: '\\mathbb{R}',
        '\\eps': 'e',
        a1: 'x',
        '': 'x',
        b: 3,
        c: 'x'.repeat(501),
      }),
      { '\\R': '\\mathbb{R}', '\\eps': 'e' },
    );
    for (const value of [null, undefined, 'x', 7, []]) assert.deepEqual(readMathMacros(value), {});
    assert.deepEqual(readMathMacros(JSON.parse('{"__proto__": {"x": "y"}}')), {});
  });

  it('are known in abstracts, in what a model wrote, and before the usual meaning of a name', () => {
    const own = readMathMacros({ RR: '\\text{own}', foo: '\\mathsf{bar}' });
    for (const html of [
      texToHtml('of $\\RR \\foo$', new PageMath(own)),
      markdownToHtml('of $\\RR \\foo$', new PageMath(own)),
      markdownToHtml('```math\n\\RR \\foo\n```', new PageMath(own)),
    ]) {
      assert.match(visibleText(html), /own\s?bar/);
      assertSafe(html);
    }
    assert.doesNotMatch(visibleText(texToHtml('$\\RR$')), /own/);
  });

  it('that call each other without end leave a formula as its source, quickly, and the rest in peace', () => {
    const loops = readMathMacros({ a: '\\b\\b', b: '\\a\\a', c: '#1'.repeat(200), d: '\\d' });
    for (const tex of ['\\a', `\\c{${'x'.repeat(4000)}}`, '\\c{\\c{\\c{\\c{x}}}}', '\\d']) {
      const before = performance.now();
      const html = texToHtml(`so $${tex}$ and $y^2$`, new PageMath(loops));
      assert.ok(performance.now() - before < 1000);
      assert.match(html, /math-error" title="The macros of this formula make it too long/);
      assert.equal(html.match(/class="katex"/g)?.length, 1);
      assertSafe(html);
    }
  });

  it('can do no more than a formula can', () => {
    const evil = readMathMacros({
      a: '\\href{javascript:alert(1)}{x}',
      b: '\\htmlClass{evil}{x}\\htmlStyle{position:fixed}{x}',
      c: '\\includegraphics{https://x.y/z.png}',
      d: '\\rule{1e9em}{1e9em}',
      e: '\\gdef\\RR{x}\\csname def\\endcsname\\RR{y}',
      f: '<script>alert(1)</script>',
      g: '\\text{</annotation><img src=x onerror=y>}',
      h: '}{',
      i: '\\url{file:///etc/passwd}',
    });
    for (const name of Object.keys(evil)) {
      const html = texToHtml(`$${name}$ and $y^{${name} }$`, new PageMath(evil));
      assertSafe(html);
      assert.doesNotMatch(html, /<a |<img/);
    }
  });

  it('take bounded time and give safe HTML, whatever they are', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const parts = fc.constantFrom(
      ...[
        '\\a',
        '\\b',
        '\\c',
        '\\d',
        '#1',
        '#2',
        '#9',
        '{',
        '}',
        'x',
        '^',
        '_',
        '\\frac',
        '\\href',
      ],
      ...['\\def', '<b>', '\\htmlId', '&', '\\\\', '\\text{', '\\left(', '$'],
    );
    const text = fc.array(parts, { maxLength: 12 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.dictionary(names, text), text, (bodies, tex) => {
        const before = performance.now();
        assertSafe(texToHtml(`$${tex}$`, new PageMath(readMathMacros(bodies))));
        assert.ok(performance.now() - before < 2000);
      }),
      { numRuns: 500 },
    );
  });
});
