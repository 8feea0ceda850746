import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { paperOf } from '../citation/paperOf.js';
import { findFrontMatter } from '../../../src/core/notes/frontMatter.js';
import { texToMarkdown } from '../../../src/core/notes/noteText.js';
import { writeNote } from '../../../src/core/notes/writeNote.js';
import { builtIn, facts, factsWith, newNote } from './facts.js';

function frontOf(note: string): unknown {
  const block = findFrontMatter(note);
  assert.ok(block);
  return parse(note.slice(block.start, block.end));
}

describe('A new literature note', () => {
  it('tells what is known of the paper, by the built-in template', () => {
    assert.equal(
      newNote(builtIn),
      `---
title: Attention Is All You Need
authors:
  - Ashish Vaswani
  - Noam Shazeer
  - Niki Parmar
year: 2017
arxiv: "1706.03762"
citekey: vaswani2017attentionneed
category: cs.CL
tags: [paper]
---

# Attention Is All You Need

[arXiv](https://arxiv.org/abs/1706.03762) · [PDF](https://arxiv.org/pdf/1706.03762) · [digest](../../digests/2026-02-12.md#L10)

<!-- preprint:begin summary -->
**TL;DR (AI):** Attention alone will do.

**Abstract:** We propose the Transformer.
<!-- preprint:end summary -->

## Notes

`,
    );
  });

  it('leaves out the lines and keys of which the paper tells nothing', () => {
    const bare = { paper: paperOf({ title: 'T' }), key: 't', digestLabel: 'digest' };
    assert.equal(
      newNote(builtIn, bare),
      `---
title: T
citekey: t
tags: [paper]
---

# T

<!-- preprint:begin summary -->
<!-- preprint:end summary -->

## Notes

`,
    );
  });

  it('keeps the line ends of the template, its comments and its constant keys', () => {
    const template =
      '---\r\n# mine\r\ntitle: "{title}"\r\nstatus: unread # or read\r\n---\r\n{key}\r\n';
    assert.equal(
      newNote(template),
      '---\r\n# mine\r\ntitle: "Attention Is All You Need"\r\nstatus: unread # or read\r\n---\r\nvaswani2017attentionneed\r\n',
    );
  });

  it('splices authors into lists and joins them in texts', () => {
    const template =
      '---\na: [me, "{authors}"]\nb: by {authors}\nc:\n  id: "{arxiv}"\n---\n{authors}';
    const note = newNote(template);
    assert.deepEqual(frontOf(note), {
      a: ['me', 'Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
      b: 'by Ashish Vaswani, Noam Shazeer, Niki Parmar',
      c: { id: '1706.03762' },
    });
    assert.ok(note.endsWith('---\nAshish Vaswani, Noam Shazeer, Niki Parmar'));
  });

  it('takes doubled braces for braces', () => {
    assert.equal(
      newNote('\\cite{{{key}}} {{key}} \\emph{two words} [@{key}]'),
      '\\cite{vaswani2017attentionneed} {key} \\emph{two words} [@vaswani2017attentionneed]',
    );
  });

  it('keeps the paragraphs of an abstract in their quotation', () => {
    const of = factsWith({}, { abstract: 'One.\n\nTwo.' });
    assert.equal(newNote('> {abstract}', of), '> One.\n> \n> Two.');
  });

  for (const [template, kind, line, first] of [
    ['# {title}\n\nby {author}\n', 'unknownField', 2, 'author'],
    ['---\ntitle: x\nby: {who}\n---\n', 'unknownField', 2, 'who'],
    ['---\ntitle: [x\n---\n', 'yaml', 2, undefined],
    ['---\na: 1\n---\n<!-- preprint:begin x -->\n', 'regionOpen', 3, 'x'],
    ['<!-- preprint:begin x -->\n<!-- preprint:end x -->\n'.repeat(2), 'regionTwice', 2, 'x'],
  ] as const) {
    it(`is not made from a template with a fault, whose line is told: ${kind}`, () => {
      const answer = writeNote(template, facts);
      assert.ok(answer.kind === 'problem', answer.kind);
      assert.equal(answer.problem.kind, kind);
      assert.equal(answer.problem.line, line);
      if (first !== undefined) assert.equal(answer.problem.args[0], first);
    });
  }
});

/** Pieces of what a hostile digest may hold. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '-->',
          '<!--',
          '<!-- preprint:end summary -->',
          '\n---\n',
          '\n',
          '\n\n',
          '"',
          "'",
          ': ',
        ],
        ...[
          ' #',
          '[x](command:preprint.showLog)',
          '![x](http://a/b.png)',
          '<img src=x>',
          '<a',
          '`',
        ],
        ...[
          '```\n',
          '$',
          '$x$',
          '$<b>$',
          '$[x](command:y)$',
          '$]($',
          '\\',
          '{',
          '}',
          '{{<',
          '@key',
          '*',
        ],
        ...[
          '_',
          '&lt;',
          '&#60;',
          '<command:x>',
          '[x]: command:y',
          '\\href{command:x}{y}',
          '%',
          '\t',
        ],
        ...[
          '- ',
          '# ',
          '1. ',
          '~~~',
          '|',
          '^',
          '{title}',
          '\uE000title\uE001',
          '\u0000',
          'word',
          ' ',
        ],
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('Foreign text in a literature note', () => {
  it('becomes neither tag, link, picture, code nor block, whatever it is', () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(hostile, (text) => {
        const block = markdown.parse(`# ${texToMarkdown(text).replace(/\s+/g, ' ')}`, {});
        const found = block.flatMap(({ children }) => children ?? []);
        for (const { type, attrs } of found) {
          assert.ok(!['image', 'html_inline', 'code_inline'].includes(type), type);
          if (type === 'link_open') assert.match(String(attrs?.[0]?.[1]), /^https?:/);
        }
        const paragraphs = markdown.parse(texToMarkdown(text), {}).map(({ type }) => type);
        for (const type of paragraphs) assert.match(type, /^(?:paragraph_(?:open|close)|inline)$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays in its YAML value and its region', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const name = title.trim() === '' ? 'A' : title;
        const of = factsWith(
          { title: name, authors: [name, 'B'], category: name },
          { summary: text, abstract: text },
        );
        const note = newNote(builtIn, of);
        const plain = frontOf(note) as Record<string, unknown>;
        assert.deepEqual(
          Object.keys(plain).filter((key) => key !== 'title'),
          ['authors', 'year', 'arxiv', 'citekey', 'category', 'tags'],
        );
        assert.ok(note.endsWith('<!-- preprint:end summary -->\n\n## Notes\n\n'));
        const body = note.slice(findFrontMatter(note)?.bodyStart);
        assert.equal(body.split('<!-- preprint:end summary -->').length, 2);
        assert.equal(body.match(/<!--/g)?.length, 2);
      }),
      { numRuns: 200 },
    );
  });

  it('is percent-encoded inside addresses, tags and comments', () => {
    const of = factsWith({ title: 'command:x" onclick="y --> (z)' });
    const encoded = 'command%3Ax%22%20onclick%3D%22y%20%E2%80%93%3E%20%28z%29';
    for (const template of [
      '[a]({title})',
      '<{title}>',
      '<a href="{title}">',
      '<!-- {title} -->',
    ]) {
      assert.equal(newNote(template, of), template.replace('{title}', encoded));
    }
    assert.equal(newNote('[a]({url})'), '[a](https://arxiv.org/abs/1706.03762)');
  });

  it('begins no block and no tag behind a character that is not printed', () => {
    assert.equal(texToMarkdown('\u0000# a \u0008#b'), '\\# a \\#b');
  });

  it('keeps its formulas and its links', () => {
    assert.equal(
      texToMarkdown(
        'Rate $O(n_1^2)$ for $p<0.5$, 256$\\times$256, \\emph{see} https://a.org/b_c, a_b',
      ),
      'Rate $O(n_1^2)$ for $p<0.5$, 256×256, see <https://a.org/b_c>, a\\_b',
    );
  });
});
