import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markdownToHtml } from '../../../src/core/render/markdownToHtml.js';
import { assertSafe, visibleText } from './safeHtml.js';

function formulas(source: string): number {
  return markdownToHtml(source).match(/class="katex"/g)?.length ?? 0;
}

describe('Markdown of a model as HTML', () => {
  it('keeps emphasis, lists and line breaks', () => {
    const html = markdownToHtml('**bold** and *so*\n1. one\n2. two\n\nlast\nline');
    assert.match(html, /<strong>bold<\/strong> and <em>so<\/em>/);
    assert.equal(html.match(/<li>/g)?.length, 2);
    assert.match(html, /last<br>\s*line/);
  });

  it('renders formulas that Markdown would tear apart', () => {
    assert.equal(formulas('$a_1 * b_2 * c_3$ and \\(x_i\\) and $\\{a\\}$'), 3);
    assert.equal(formulas('the $^1$H of 256$\\times$256'), 2);
    assert.equal(formulas('\\[\nA\n=\nB\n\\]'), 1);
    assert.equal(formulas('| a |\n|---|\n| $P_{X|Y}$ |'), 1);
  });

  it('renders a fence of math as a display formula', () => {
    const html = markdownToHtml(
      'so\n\n```math\n\\begin{align}\na &= b\n\\end{align}\n```\n\nand on',
    );
    assert.match(html, /class="katex-display"/);
    assert.doesNotMatch(html, /math-error|<code>/);
  });

  it('leaves prices alone', () => {
    assert.equal(
      visibleText(markdownToHtml('from $5 to $10 (MAE = $465.13)')),
      'from $5 to $10 (MAE = $465.13)',
    );
  });

  it('shows tags as text', () => {
    const html = markdownToHtml('emits <search> and <b onclick="x()">b</b>\n\n<script>x</script>');
    assert.match(visibleText(html), /<search> and <b onclick="x\(\)">b<\/b> <script>x<\/script>/);
    assertSafe(html);
  });

  it('makes headings bold paragraphs, so that the page keeps its outline', () => {
    const html = markdownToHtml('# One\n\ntext\n---\n\n## Two $x$');
    assert.doesNotMatch(html, /<h\d/);
    assert.match(html, /<p><strong>One<\/strong><\/p>/);
  });

  it('links only to http and https, and shows no image', () => {
    const html = markdownToHtml(
      '[a](https://ok.org/?a&b) [b](command:x) [c](javascript:x) [d](file:///x) [e](data:x) ![f](https://x.y/z.png) [g](//x.y) [h](x.md)',
    );
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]),
      ['https://ok.org/?a&amp;b', 'https://x.y/z.png'],
    );
    assert.match(visibleText(html), /\[b\]\(command:x\).*\[h\]\(x\.md\)/);
    assertSafe(html);
  });

  it('keeps dollars in code and in addresses as they are', () => {
    const html = markdownToHtml('`$x$` and [y](https://ok.org/$a$)\n```\n$z$\n```');
    assert.match(html, /<code>\$x\$<\/code>/);
    assert.match(html, /href="https:\/\/ok\.org\/\$a\$"/);
    assert.match(html, /<pre><code>\$z\$\n<\/code><\/pre>/);
  });

  it('is not confused by the characters that it uses as marks', () => {
    assert.equal(visibleText(markdownToHtml('a \ue0000\ue001 $x$')), 'a 0 x');
  });
});
