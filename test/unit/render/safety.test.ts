import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { markdownToHtml } from '../../../src/core/render/markdownToHtml.js';
import { texToHtml, texToInlineHtml } from '../../../src/core/render/texToHtml.js';
import { texToText } from '../../../src/core/render/texToText.js';
import { assertSafe } from './safeHtml.js';

const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</p></section></article><iframe src="https://x.y">',
  '[x](command:workbench.action.terminal.new)',
  '[x](JaVaScRiPt:alert(1)) [y](&#106;avascript:alert(1)) <javascript:alert(1)>',
  '[x](https://ok.org "onmouseover=alert(1)") [z]: javascript:alert(1)',
  '![x](data:text/html,<script>alert(1)</script>)',
  '![x](https://x.y/z.png) <img src="https://x.y/z.png"> [x](file:///etc/passwd) file:///etc/passwd',
  '\\href{javascript:alert(1)}{x} \\url{command:x} \\href{https://x"onclick="y}{x}',
  '$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$',
  '$\\href{https://ok.org/"onclick="x}{y}$',
  '$\\htmlData{a=b}{x}$ $\\htmlClass{evil}{x}$ $\\htmlId{abstract}{x}$ $\\htmlStyle{position:fixed}{x}$',
  '$\\includegraphics[height=1em]{https://x.y/z.png}$',
  '$\\text{<script>alert(1)</script>}$ $\\texttt{"onclick="}$',
  '$\\color{red;position:fixed}x$ $\\textcolor{url(x)}{y}$',
  '$\\def\\a{\\a\\a}\\a$ $\\newcommand{\\b}{\\b\\b}\\b$',
  `$\\def\\a#1{${'#1'.repeat(1000)}}\\a{${'x'.repeat(2900)}}$`,
  `$\\gdef\\a{${'x'.repeat(2400)}}${'\\a '.repeat(800)}$`,
  '$\\let\\a\\b\\futurelet\\c\\d$ $\\csname def\\endcsname\\RR{x}\\RR$',
  '$\\rule{9999999em}{9999999em}$ $\\kern99999em x$',
  `$${'x^{'.repeat(3000)}$`,
  `$${'{'.repeat(3000)}${'}'.repeat(3000)}$`,
  '$2^{2^{2^{2^{99999999999999999999}}}}$',
  '$\\unicode{x41}\\char"110000$',
  '```"><script>\nx\n```',
  '\u202Eevil\u0000\u0008\uFFFE\uD800',
];

const pieces = fc.oneof(
  fc.constantFrom(
    ...hostile,
    ...['$', '$$', '\\(', '\\)', '\\[', '\\]', '\\', '{', '}', '`', '``', "'", '"', '<', '>', '&'],
    ...['\\href{', '\\emph{', '\\url{', '](', '[', ')', 'https://', 'javascript:', '\n', '\n\n'],
    ...[
      '\ue000',
      '\ue001',
      '0',
      '# ',
      '|',
      '---',
      '\\begin{align}',
      '\\end{align}',
      '\\text{',
      '~',
    ],
    ...['\\frac', '\\def', '\\class', '\\html', '^', '_', '*', '**', '\\c ', "\\'"],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const texts = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

describe('rendering of foreign text', () => {
  // KaTeX warns on the console of every character that its fonts lack.
  const { warn } = console;
  before(() => {
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
  });

  for (const text of hostile) {
    it(`renders ${JSON.stringify(text.slice(0, 60))} harmless`, () => {
      const started = performance.now();
      for (const html of [texToHtml(text), texToInlineHtml(text), markdownToHtml(text)]) {
        assertSafe(html);
        // Of a link only what leads to the web, and nobody is asked for a picture.
        assert.doesNotMatch(html, /<img|href="(?!https?:)/);
      }
      const took = performance.now() - started;
      assert.ok(took < 1000, `${took.toFixed(0)} ms`);
    });
  }

  it('never throws, and lets no element, attribute or URL of the text into the page', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assertSafe(texToHtml(text));
        assertSafe(texToInlineHtml(text));
        assertSafe(markdownToHtml(text));
        texToText(text);
      }),
      { numRuns: 1000 },
    );
  }).timeout(30_000);

  const long: readonly string[] = [
    ...['$', '$$', '\\(', '\\[', '$\\text{', '{', '{\\em ', '`', '~', '-', 'h', 'https://', '['],
    ...['\\(aa bb cc ', '$5 and ', '\\begin{cases}', '[a](https://', '\\emph{', '\\cite[', "\\'"],
    ...['\n ', '\n', '^{', '\\frac{', '_', '\\href{', '{a,', 'https://x.y/(', 'https://x.y/....'],
  ];
  for (const piece of long) {
    it(`reads a long run of ${JSON.stringify(piece)} in less than a second`, () => {
      const text = piece.repeat(100_000 / piece.length);
      const before = performance.now();
      texToText(text);
      const took = performance.now() - before;
      assert.ok(took < 1000, `${took.toFixed(0)} ms`);
    });
  }
});
