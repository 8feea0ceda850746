import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { exportPapers } from '../../../src/core/citation/export/registry.js';
import { formatReferences, referenceStyleNames } from '../../../src/core/citation/reference.js';
import { texToMarkdown } from '../../../src/core/notes/noteText.js';
import { markdownParagraph, markdownTitle } from '../../../src/core/render/markdownText.js';
import { paperMarkdown } from '../../../src/core/render/paperMarkdown.js';
import { texWithMath } from '../../../src/core/render/texToText.js';
import { attention } from '../citation/paperOf.js';
import { assertInert, viewers } from '../support/markdownJudges.js';

const leak = 'http://127.0.0.1:9/leak';

const tricks: readonly (readonly [what: string, text: string])[] = [
  ['a picture between dollars', `$<img src="${leak}.png">$`],
  ['a picture in a display', `$$<img src="${leak}.png">$$`],
  ['a picture between brackets', `\\(<img src="${leak}.png">\\) \\[<img src=x>\\]`],
  ['a picture in an environment', `\\begin{align}<img src="${leak}.png">\\end{align}`],
  ['a link that pings', `$<a href="https://example.org" ping="${leak}">x</a>$`],
  ['a link of Markdown', `$[y](${leak})$ and a$[y](command:a.b)$b`],
  ['an image of Markdown', `$![y](${leak}.png)$`],
  ['an address in angle brackets', `<javascript:a> <${leak}> $<javascript:a>$`],
  ['the target of links', `[arXiv]: javascript:a\n\n[arXiv]`],
  ['a comment', '$<!--$ <!-- x --> $x<!-- y -->$'],
  ['code that ends elsewhere', '$`$ <img src=x> `$x$` <b>'],
  ['a dollar that is none', 'costs $5 and <img src=x> $x_1$ and \\$6 <b>$'],
  ['bare addresses', `${leak} www.example.org a@example.org`],
  ['a command for engines', '$\\href{javascript:a}{x}$ $\\htmlStyle{position:fixed}{x}$'],
  ['macros for the whole page', '$\\gdef\\frac{x}$ $\\newcommand{\\x}{y}$'],
];

describe('Markdown with foreign text', () => {
  for (const [what, text] of tricks) {
    it(`holds ${what} as text, for all who show it`, () => {
      const paper = { ...attention, title: text, authors: [text], category: text };
      const field = { label: text.slice(0, 20), text };
      const whole = { ...paper, occurrences: [] };
      assertInert(paperMarkdown(whole, { summary: field, fields: [field], abstract: text }));
      for (const cited of [paper, { key: 'title:x' as const, title: text, authors: [text] }]) {
        const cites = [{ key: 'key', paper: { ...cited, abstract: text } }];
        assertInert(exportPapers('markdown', cites, { abstract: true })?.text ?? '');
        for (const style of referenceStyleNames) {
          assertInert(formatReferences(style, [cited], { markup: 'markdown' }).join('\n'));
        }
      }
      assertInert(texToMarkdown(text));
    });
  }

  for (const [tex, kept = tex] of [
    ['x<y', 'x< y'],
    ['0<p<q', '0< p< q'],
    ['a<b>c', 'a< b>c'],
    ['x < y'],
    ['[0,1](x)', '[0,1] (x)'],
    ['\\mathbb{E}[f](x)', '\\mathbb{E}[f] (x)'],
    ['\\text{if } a<b', '\\text{if } a< b'],
    ['\\sqrt[3]{x}'],
    ['x^*_i \\mid y'],
  ] as const) {
    it(`keeps $${tex}$ a formula`, () => {
      for (const write of [copied, texToMarkdown]) {
        const markdown = write(`of $${tex}$ here`);
        assert.equal(markdown, `of $${kept}$ here`);
        const html = viewers["VS Code's preview"]?.(markdown) ?? '';
        assert.match(html, /class="katex"/);
        assert.doesNotMatch(html, /katex-error/);
      }
    });
  }

  it('keeps the address of code a link where it is no part of one', () => {
    const text = 'Code: https://github.com/x/y_z. See [x](https://a.org/b).';
    assert.match(markdownParagraph(text), /^Code: <https:\/\/github.com\/x\/y_z>\. See /);
    assertInert(markdownParagraph(text));
    assert.equal(markdownTitle('https://a.org'), 'https\\://a.org');
  });
});

function copied(text: string): string {
  return markdownParagraph(texWithMath(text));
}
