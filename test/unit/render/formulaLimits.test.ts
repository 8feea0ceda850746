import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { markdownToHtml } from '../../../src/core/render/markdownToHtml.js';
import { mathToHtml } from '../../../src/core/render/mathToHtml.js';
import { mathToSvg } from '../../../src/core/render/mathToSvg.js';
import { PageMath } from '../../../src/core/render/pageMath.js';
import { texToHtml, texToInlineHtml } from '../../../src/core/render/texToHtml.js';
import { assertSafe, visibleText } from './safeHtml.js';

const nested: readonly (readonly [open: string, close: string])[] = [
  ['\\sqrt{', '}'],
  ['\\hat{', '}'],
  ['\\overbrace{', '}'],
  ['\\boxed{', '}'],
  ['\\frac{1}{', '}'],
  ['\\left(', '\\right)'],
  ['\\begin{matrix}a&', '\\end{matrix}'],
];

function inside([open, close]: readonly [string, string], depth: number): string {
  return `${open.repeat(depth)}x${close.repeat(depth)}`;
}

describe('formulas that are too large to be shown', () => {
  const { warn } = console;
  before(() => {
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
  });

  for (const marks of nested) {
    it(`are those with ${marks[0]} 150 deep, on the page and in hovers`, () => {
      const tex = inside(marks, 150);
      const html = mathToHtml(tex, false);
      assert.match(html, /^<code class="math-error" title="[^"]+ (?:not drawn|can show)\.">/);
      assert.ok(visibleText(html).includes(tex));
      assertSafe(html);
      assert.equal(mathToSvg(tex, false), undefined);
    });
  }

  it('are none of those that papers have', () => {
    for (const marks of nested) {
      const tex = inside(marks, 8);
      assert.match(mathToHtml(tex, true), /class="katex"/, tex);
    }
    const long = 'x_{i} + '.repeat(100);
    assert.match(mathToHtml(`${long}y`, true), /class="katex"/);
  });

  it('are thousands of small ones, of which the first says so', () => {
    const html = texToHtml('$x_1$ and '.repeat(3000));
    const drawn = html.match(/class="katex"/g)?.length ?? 0;
    assert.ok(drawn > 500 && drawn < 3000, `${drawn} drawn`);
    assert.equal(html.match(/more formulas than a page can show/g)?.length, 2);
    assert.ok(html.length < 2_500_000, `${html.length} characters`);
  });

  it('are a megabyte of matrices, of which neither the page nor the time grows', () => {
    const matrix = `$$\\begin{matrix}${'a&'.repeat(700)}\\end{matrix}$$\n`;
    const text = matrix.repeat(90_000 / matrix.length);
    for (const write of [texToHtml, markdownToHtml, texToInlineHtml]) {
      const html = write(text);
      assert.ok(html.length < 4_000_000, `${html.length} characters`);
      assert.ok(write(text.repeat(11)).length < 1_000_000);
    }
  });

  it('share the room of their page', () => {
    const math = new PageMath();
    const text = '$x_1$ and '.repeat(900);
    assert.doesNotMatch(texToHtml(text, math), /math-error/);
    assert.match(markdownToHtml(text, math), /math-error/);
    assert.match(texToHtml('$x$', math), /math-error/);
    assert.doesNotMatch(texToHtml('$x$'), /math-error/);
  });

  it('leave a text that is too long as it is written, and say so', () => {
    const text = `# ${'<b> '.repeat(30_000)}`;
    const html = markdownToHtml(text);
    assertSafe(html);
    assert.match(html, /first 100000 characters/);
    assert.ok(visibleText(html).startsWith('# <b> <b>'));
  });
});
