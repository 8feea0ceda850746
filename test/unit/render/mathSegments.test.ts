import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findMath } from '../../../src/core/render/mathSegments.js';

/** A text, and the formulas in it (without their delimiters). */
const table: readonly [text: string, formulas: readonly string[]][] = [
  // Formulas that the usual dollar rules miss.
  ['the $^1$H spectrum', ['^1']],
  ['images of 256$\\times$256 pixels', ['\\times']],
  ['only $\\sim$5K training samples', ['\\sim']],
  ['rates by $+$8.8 points ($+$0.060)', ['+', '+']],
  ['with $p(y \\mid x, t, w) q(x, t) $ estimated', ['p(y \\mid x, t, w) q(x, t) ']],
  ['M$_{\\odot}$ and VFM$^{4}$SDG', ['_{\\odot}', '^{4}']],
  ['recall@100${>}$0.41', ['{>}']],
  ['$a$$b$', ['a', 'b']],
  // Formulas that begin with a number.
  ['comprising $8,170$ prompts across $12$ kinds', ['8,170', '12']],
  ['no greater than $1 + log_2 e$ bits', ['1 + log_2 e']],
  ['at most $3 - \\varepsilon$ for some', ['3 - \\varepsilon']],
  ['bounded by $4/3$.', ['4/3']],
  ['from $512 \\times 512$ patches at $5\\times$', ['512 \\times 512', '5\\times']],
  ['at least $12MP$, whereas', ['12MP']],
  ['(1920 and $0 < v < 1$)', ['0 < v < 1']],
  ['$2 \\text{ if the first and the last agree}$', ['2 \\text{ if the first and the last agree}']],
  // Prices.
  ['cost forecasting (MAE = $465.13), and discharge', []],
  ['a budget of $4.85M in all', []],
  ['raised \\$51.7M and (\\$43)', []],
  ['between $5 and $10 per run', []],
  ['costs $5-$10, or $1.5M/$2M', []],
  ['$5, $10, and $20 per user', []],
  ['costs ~$1.5M to re-prefill but only ~$0.03M of reuse', []],
  ['utterances at <$50 marginal cost', []],
  ['11x lower cost ($0.011/case); (3) comparison', []],
  ['需~$1.5M，复用仅~$0.03M', []],
  ['costs 5$ and then it is 7$', []],
  // Prices beside formulas.
  ['for $5 per $x$ items', ['x']],
  ['costs $5, while $x$ and $y$ grow', ['x', 'y']],
  ['a competitive $0.6674$ mIoU with a $38\\% relative reduction', ['0.6674']],
  ['a $38\\% relative reduction in the loss $\\ell$', ['\\ell']],
  ['约$10^{4}$ M，成本 $5，而 $x$', ['10^{4}', 'x']],
  // Other delimiters.
  ['so $$a=b$$ holds', ['a=b']],
  ['so \\(a=b\\) and \\[c\n  =d\\] hold', ['a=b', 'c\n  =d']],
  ['\\begin{align*}a&=b\\end{align*}.', ['\\begin{align*}a&=b\\end{align*}']],
  [
    '\\begin{cases}\\begin{cases}a\\end{cases}\\end{cases} b',
    ['\\begin{cases}\\begin{cases}a\\end{cases}\\end{cases}'],
  ],
  ['$\\textbf{$ρ$-$\\texttt{EOS}$}$ is', ['\\textbf{$ρ$-$\\texttt{EOS}$}']],
  ['$a \\$ b$', ['a \\$ b']],
  // Not formulas.
  ['of order 1/N_h outside', []],
  ['\\begin{itemize} a \\end{itemize}', []],
  ['see \\[1\\] and \\(see the text below\\)', []],
  ['line\\\\[2pt] and a\\\\(b)', []],
  ['open \\( and \\[ and $$ and $', []],
  ['$ $ and $$ $$', []],
  ['one $a\n\nb$ two', []],
];

describe('finding formulas in a text', () => {
  for (const [text, formulas] of table) {
    it(`reads ${JSON.stringify(text)} as ${formulas.length === 0 ? 'text' : formulas.join(' | ')}`, () => {
      assert.deepEqual(
        findMath(text).map(({ tex }) => tex),
        formulas,
      );
    });
  }

  it('sets display formulas apart from inline ones', () => {
    const text = '$a$ \\(b\\) $$c$$ \\[d\\] \\begin{align}e\\end{align} \\begin{math}f\\end{math}';
    assert.deepEqual(
      findMath(text).map(({ display }) => display),
      [false, false, true, true, true, false],
    );
  });

  it('gives segments in order, without overlap, that hold what they say', () => {
    fc.assert(
      fc.property(texLike, (text) => {
        let before = 0;
        for (const { start, end, tex } of findMath(text)) {
          assert.ok(start >= before && end > start && end <= text.length);
          assert.ok(text.slice(start, end).includes(tex));
          before = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const texLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['$', '$$', '\\(', '\\)', '\\[', '\\]', '\\$', '\\', '{', '}', '5', ' ', '\n', '\n\n'],
        ...['\\begin{cases}', '\\end{cases}', '\\text{', 'and then', '10M', 'x', '^', '_'],
      ),
      fc.string(),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
