import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { texToHtml, texToInlineHtml } from '../../../src/core/render/texToHtml.js';
import { texToText } from '../../../src/core/render/texToText.js';
import { assertSafe, visibleText } from './safeHtml.js';

const plain: readonly [tex: string, text: string][] = [
  // Accents and letters
  ["Czerwi\\'nski", 'Czerwiński'],
  ['Erd\\H{o}s, Fran\\c cois, Fran{\\c c}ois', 'Erdős, François, François'],
  ['\\v{S}im{\\\'\\i}k, G\\"odel, Nystr{\\"o}m', 'Šimík, Gödel, Nyström'],
  ['\\AA ngstr\\"om, Stra\\ss e, \\O{}ystein', 'Ångström, Straße, Øystein'],
  ['Peter St\\ütz', 'Peter Stütz'],
  ["Mi{\\l}o{\\'s}", 'Miłoś'],
  ["it doesn\\'t, the model\\'s", "it doesn't, the model's"],
  ['Pass\\^{}1 of \\~8B', 'Pass^1 of ~8B'],
  // Signs, quotes, dashes, ties
  ['50\\% of R\\&D in A\\_B', '50% of R&D in A_B'],
  ["``quoted'' and `single'", '“quoted” and ‘single’'],
  ['use `code` here', 'use `code` here'],
  ['K--12 --- so', 'K–12 — so'],
  ['Llama~3.1, Fig.~2, Apple~Silicon', 'Llama 3.1, Fig. 2, Apple Silicon'],
  ['about ~0.17 s, (~54 ms), 1.5~1.8x', 'about ~0.17 s, (~54 ms), 1.5~1.8x'],
  ['shown~\\cite{a,b} in \\ref{x}', 'shown […] in […]'],
  ['vs.\\ that, 84.0\\,dB', 'vs. that, 84.0 dB'],
  ['set-mem\\-ber\\-ship', 'set-membership'],
  // Macros
  ['\\textsc{LogicScore} is \\emph{very \\textbf{bold}}', 'LogicScore is very bold'],
  ['of {\\em detection} and {\\it learning}', 'of detection and learning'],
  ['\\mbox{RefCOCOg} in \\textcolor{blue}{blue}', 'RefCOCOg in blue'],
  ['engine\\footnote{Needless to say.}', 'engine (Needless to say.)'],
  ['at \\url{https://x.org/a\\_b}, \\href{https://x.org}{here}', 'at https://x.org/a_b, here'],
  ['\\texttt{gate\\_proj--x}', 'gate_proj--x'],
  ['1\\textsuperscript{2} x\\textsubscript{i}', '1² xᵢ'],
  ['\\begin{itemize}\\item a\\end{itemize}', '• a'],
  // What is not known stays
  ['we present \\method{}, and \\ours works', 'we present \\method, and \\ours works'],
  ['a \\rev{simulated reporter}', 'a simulated reporter'],
  ['points. %Holi-DETR explicitly', 'points. %Holi-DETR explicitly'],
  ['a literal \\n stays', 'a literal \\n stays'],
  ['(*__C__lear) **bold** A* <search> R^2 1/N_h', '(*__C__lear) **bold** A* <search> R^2 1/N_h'],
  // Braces
  ['{B}ayesian 60{,}000 {MP-WSD}', 'Bayesian 60,000 MP-WSD'],
  ['k in {2, 4, 6} over F_{2^n} and }', 'k in {2, 4, 6} over F_{2^n} and }'],
  // Formulas
  ['On $\\alpha$ of $^1$H', 'On α of ¹H'],
  ['$\\exists^*\\forall^*$ Hyperproperties', '∃*∀* Hyperproperties'],
  ['$\\tilde{O}(\\sqrt{m})$, $O(n \\log n)$', 'Õ(√m), O(n log n)'],
  ['$\\frac{1}{N_h}$ and $\\mathbb F_2[u]$', '1/Nₕ and F₂[u]'],
  ['360$^\\circ$, $L_\\infty$, $x^{a+b}$', '360°, L_∞, x^(a+b)'],
  ['$\\{0,1\\}$ $5\\%$ $\\left( a \\right.$', '{0,1} 5% ( a'],
  ['$\\nicefrac{1}{2}$, $\\tfrac{a+b}{2}$, $\\binom{n}{k}$', '1/2, (a+b)/2, C(n, k)'],
  ['$\\href{https://x.org}{here}$ and $\\log n$, $\\log(n)$', 'here and log n, log(n)'],
  ['$x \\in \\RR^n$, $\\norm{x}$, $\\tr A$', 'x ∈ Rⁿ, ‖x‖, tr A'],
  ['costs $5 and $10', 'costs $5 and $10'],
  // Characters that JSON ate
  ['$\u0008eta$ and \texttt{a}', 'β and a'],
  // Things that must not be in a label
  ['a\u0000b \u202Ec\n  d', 'ab c d'],
];

describe('TeX as plain text', () => {
  for (const [tex, text] of plain) {
    it(`shows ${JSON.stringify(tex)} as ${JSON.stringify(text)}`, () => {
      assert.equal(texToText(tex), text);
    });
  }

  it('leaves a text without TeX as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 ,.()]*$/), (text) => {
        assert.equal(texToText(text), text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('gives one line without control characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(texToText(text), /[\u0000-\u001f]/);
      }),
    );
  });
});

describe('TeX as HTML', () => {
  it('keeps emphasis, code, small capitals and links', () => {
    assert.equal(
      texToInlineHtml(
        '\\emph{a} \\textbf{b} \\texttt{c} \\textsc{d} \\href{https://x.org/?a&b}{e}',
      ),
      '<em>a</em> <strong>b</strong> <code>c</code> <span class="small-caps">d</span> ' +
        '<a href="https://x.org/?a&amp;b">e</a>',
    );
  });

  it('keeps references as such, and makes a link of a formula that is one', () => {
    assert.equal(
      texToInlineHtml('as \\cite{a,b} at $\\href{https://x.org}{Github}$'),
      'as <span class="reference" title="a,b">[…]</span> at <a href="https://x.org">Github</a>',
    );
    assert.doesNotMatch(texToHtml('$\\textbf{\\texttt{a}}$'), /math-error/);
  });

  it('links bare web addresses up to the end of the sentence, and Markdown links', () => {
    const hrefs = (tex: string) =>
      [...texToHtml(tex).matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    assert.deepEqual(hrefs('Code: https://github.com/a/b-c--d_e.'), [
      'https://github.com/a/b-c--d_e',
    ]);
    assert.deepEqual(hrefs('(https://x.org/a_(b)) (see https://x.org/~me/)'), [
      'https://x.org/a_(b)',
      'https://x.org/~me/',
    ]);
    assert.deepEqual(hrefs('https://x.org/a\\_b, [this https URL](https://why.io).'), [
      'https://x.org/a_b',
      'https://why.io',
    ]);
  });

  it('begins a paragraph at an empty line and at an indented line, and nowhere else', () => {
    assert.equal(texToHtml('a\nb\n  c\n\nd'), '<p>a b</p>\n<p>c</p>\n<p>d</p>');
    assert.equal(texToHtml('codes:\n  1) first\n  2) second').match(/<p>/g)?.length, 3);
  });

  it('does not break a display formula at its indented lines', () => {
    const html = texToHtml('so\n  \\[\n  a\n  =b\n  \\]\n  holds');
    assert.equal(html.match(/<p>/g)?.length, 3);
    assert.equal(html.match(/katex-display/g)?.length, 1);
  });

  it('shows a formula that KaTeX refuses as its source with the reason, and renders the rest', () => {
    const html = texToHtml('good $a^2$, bad $\\frac{a$, good $b$');
    assert.equal(html.match(/class="katex"/g)?.length, 2);
    assert.match(html, /<code class="math-error" title="[^"]+">\\frac\{a<\/code>/);
    assert.match(html, /<span class="visually-hidden"> \([^)]+/);
    assertSafe(html);
  });

  it('has MathML for screen readers, and hides the rest of a formula from them', () => {
    const html = texToHtml('$\\frac{a}{b}$ and \\[x\\]');
    assert.equal(html.match(/<span class="katex-mathml"><math [^>]*>/g)?.length, 2);
    assert.equal(html.match(/<span class="katex-html" aria-hidden="true">/g)?.length, 2);
    assert.doesNotMatch(html, /<math[^>]*aria-hidden/);
  });

  it('keeps a formula as its author wrote it, to be copied', () => {
    for (const tex of ['\\begin{eqnarray}a&=&b\\label{c}\\end{eqnarray}', '\\Hull a<b']) {
      const [, kept] = /<annotation[^>]*>([^<]*)</.exec(texToHtml(`\\[${tex}\\]`)) ?? [];
      assert.equal(kept?.replaceAll('&lt;', '<').replaceAll('&amp;', '&'), tex);
    }
  });

  it('shows the macros that a preamble would define by their usual meaning or their name', () => {
    const html = texToHtml(
      '$\\RR^n, \\eps, \\Hull(C), \\mathds{1}, \\bm{x}, \\ce{H2O}, \\cL, \\ket{\\psi}, \\ketbra{a}{b}, \\pdv{f}{x}, \\ie$',
    );
    assert.doesNotMatch(html, /math-error/);
    assert.match(visibleText(html), /ℝ|R.*ε.*Hull/);
  });

  it('renders the same formula the same way after another one redefined a macro', () => {
    const before = texToHtml('$\\alpha\\RR$');
    texToHtml('$\\gdef\\RR{x}\\gdef\\alpha{y}$');
    assert.equal(texToHtml('$\\alpha\\RR$'), before);
  });
});
