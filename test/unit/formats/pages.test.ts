import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { shownText } from '../../../src/core/shownText.js';
import { ReadDocument } from '../support/reading.js';

describe('jekyll pages of hdShang', () => {
  it('decode what HTML has to write otherwise, and tell of rows that are cut off', () => {
    const cell = (text: string): string => `  <td>${text}</td>\n`;
    const start = '---\ntitle: Papers - cs.GR - 2026-01-02\n---\n\n<table>\n<tbody>\n';
    const whole = `<tr>\n${cell('1')}${cell('<a href="#">A &amp; $x &lt; y$</a>')}${cell('S')}${cell('')}${cell('<button data-arxiv-id="2601.00001v1">☆</button>')}</tr>\n`;
    const digest = new ReadDocument('index.md', `${start}${whole}<tr>\n${cell('2')}${cell('Cut')}`);
    assert.equal(digest.entry(0).title, 'A & $x < y$');
    assert.deepEqual(digest.document.problems, [{ kind: 'entryCutOff', line: 13, args: ['Cut'] }]);
  });
});

describe('newsletters of Hugging Face', () => {
  it('of one tag may hold brackets and links in titles, and no file of a day is another list', () => {
    const row = (title: string, file: string): string =>
      `- [${title}](https://example.org/a/${file}.yaml) / 2026-01-02\n`;
    const text = `${row('A [b](c) d', '2026-01-03+A')}${row('No day', 'A')}${row(']', '2026-01-03+B')}`;
    const list = new ReadDocument('Tag.md', text);
    list.assertRanges();
    assert.deepEqual(
      list.entries.map(({ title, day, nameRange }) => [title, day, nameRange.endCharacter]),
      [
        ['A [b](c) d', '2026-01-02', 13],
        [']', '2026-01-02', 4],
      ],
    );
  });
});

describe('a page in YAML', () => {
  const signs = [
    ...Array.from('aBé图 12:#\'"\\-,[]{}&*!|>%@`~?.\t'),
    'null',
    'true',
    ': ',
    ' #',
    "''",
    'on',
  ];
  const written = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 7 });
  const quotes = fc.constantFrom('', '', '"', "'");

  it('has the title that YAML reads, however it is written', () => {
    let titles = 0;
    fc.assert(
      fc.property(written, quotes, fc.boolean(), (parts, quote, isLast) => {
        const line = `title: ${quote}${parts.join('')}${quote}`;
        const rest = 'link: https://huggingface.co/papers/2601.00001\nsummary: S';
        const text = ['date: a', ...(isLast ? [rest, line] : [line, rest])].join('\n');
        const read = new ReadDocument('page.yaml', text).document.digest?.entries[0]?.title;
        let expected: unknown;
        try {
          ({ title: expected } = parse(line, { logLevel: 'silent' }) as { title?: unknown });
        } catch {
          // Damaged: there is no title.
        }
        const title = typeof expected === 'string' ? expected.replace(/\s+/g, ' ').trim() : '';
        if (title !== '') titles++;
        // Of a title of which nothing can be seen, the paper's id takes the place.
        const shown = shownText(title).trim() || (title === '' ? '' : '2601.00001');
        assert.equal(read?.trim() ?? '', shown, JSON.stringify(line));
      }),
      {
        numRuns: 2000,
        examples: [
          [['null', '\t'], '', false],
          [['\\', 'a'], '"', false],
        ],
      },
    );
    assert.ok(titles > 500, `only ${titles} had a title`);
  });

  it('is read at once where maps are the keys of maps', () => {
    for (const [open, close] of [
      ['? ', ''],
      ['{[', ']}'],
    ] as const) {
      const tags = `summary: S\ntags:\n  ${open.repeat(400)}${close.repeat(400)}\n`;
      const text = `date: 2026-01-02\ntitle: A Title\nlink: https://huggingface.co/papers/2601.00001\n${tags}`;
      const read = new ReadDocument('page.yaml', text);
      assert.equal(read.entry(0).title, 'A Title');
      assert.deepEqual(read.body(0).fields, []);
    }
  });
});

describe('a page is not taken for a digest', () => {
  const others: Readonly<Record<string, string>> = {
    'when it is a blog with a table':
      '---\ntitle: A - cs.CL - 2026-01-02\n---\n<tr>\n<td>1</td>\n</tr>\n',
    'when it is a blog with authors':
      '---\ntitle: A\n---\n\n# A\n\n**作者**: B\n\nhttps://arxiv.org/abs/2601.00001\n',
    'when it has numbered headings': '### 1. Install\n\n**Title:** none\n',
    'when it lists links': '- [A](https://example.org/2026-01-02+A.md) / 2026-01-02\n',
    'when it is a citation file':
      'date: 2026-01-02\ntitle: A\nsummary: B\nlink: https://example.org\n',
    'when it has anchors': '## <a id="install"></a>[Install](https://example.org) [[back]](#toc)\n',
  };
  for (const [name, text] of Object.entries(others)) {
    it(name, () => {
      const { digest } = new ReadDocument('page.md', text).document;
      assert.ok(digest === undefined || digest.entries.length === 0);
      if (!name.includes('numbered')) assert.equal(digest, undefined);
    });
  }
});
