import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../support/reading.js';
import { readSiblings } from '../support/siblings.js';

function samples(folder: string, names: RegExp): [string, ReadDocument][] {
  return readSiblings(folder).filter(([name]) => names.test(name));
}

describe('jekyll pages of hdShang', () => {
  const files = samples('jekyll-hdShang', /\.md$/);
  const index = files.filter(([name]) => name.endsWith('index.md'));
  const page = files.find(([name]) => name.startsWith('2509'))?.[1];

  it('hold the facts that were looked through', () => assertGolden('jekyll', files));

  it('have an entry for each button, as many as they count themselves', () => {
    assert.equal(index.length, 2);
    for (const [, digest] of index) {
      const text = digest.lines.text;
      assert.equal(digest.entries.length, text.match(/data-arxiv-id="/g)?.length);
      assert.equal(digest.entries.length, Number(/共 \*\*(\d+)\*\* 篇/.exec(text)?.[1]));
      digest.assertRanges();
      assert.deepEqual(digest.document.mentions, []);
      assert.deepEqual(digest.document.problems, []);
      for (const [number, { title, version, category }] of digest.entries.entries()) {
        assert.ok(version !== undefined && /^cs\.(?:CL|GR)$/.test(category ?? ''), title);
        assert.ok(!/[<>]|&\w+;/.test(title), title);
        const { summary, fields } = digest.body(number);
        assert.equal(summary?.label, '一句话要点');
        assert.ok(summary.text !== '' && !/[<>]/.test(summary.text), title);
        assert.ok(fields.every(({ label, text: tags }) => label === '标签' && !/[<>]/.test(tags)));
      }
    }
  });

  it('of one paper hold its authors, categories and texts', () => {
    assert.ok(page);
    const { authors, category, crossLists, day } = page.entry(0);
    assert.deepEqual(
      [authors[0], category, crossLists, day],
      ['Meituan LongCat Team', 'cs.CL', ['cs.AI', 'cs.DC', 'cs.LG'], '2025-09-01'],
    );
    const { summary, fields, abstract } = page.body(0);
    assert.ok(summary && !summary.text.includes('**'));
    assert.match(abstract ?? '', /^We introduce LongCat-Flash/);
    assert.ok(!/^>/m.test(abstract ?? ''));
    assert.deepEqual(
      fields.map(({ label }) => label),
      ['核心要点', '摘要（中文）', '方法详解', '实验亮点', '应用场景'],
    );
    page.assertRanges();
  });

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
  const files = samples('hf-daily-papers', /\.(?:md|yaml)$/);
  const named = (start: string): ReadDocument => {
    const found = files.find(([name]) => name.startsWith(start))?.[1];
    assert.ok(found);
    return found;
  };

  it('hold the facts that were looked through', () => assertGolden('hfNewsletters', files));

  it('have an entry for each heading, whose abstract ends before the links', () => {
    const digest = named('2025-01-23');
    assert.equal(digest.entries.length, digest.lines.text.match(/^### \d+\. /gm)?.length);
    assert.equal(digest.entries.length, Number(/总论文数：(\d+)/.exec(digest.lines.text)?.[1]));
    digest.assertRanges();
    assert.deepEqual(digest.document.mentions, []);
    for (const number of digest.entries.keys()) {
      const { abstract = '' } = digest.body(number);
      assert.ok(
        abstract.length > 100 &&
          !abstract.includes('**') &&
          !abstract.includes('huggingface.co/papers'),
      );
    }
  });

  it('of one tag hold titles and days', () => {
    const digest = named('Optimization');
    assert.equal(digest.entries.length, digest.lines.text.trim().split('\n').length);
    digest.assertRanges();
    for (const { key, day, range } of digest.entries) {
      assert.ok(key.startsWith('title:') && day !== undefined);
      assert.ok(digest.lines.line(range.startLine).includes(` / ${day}`));
    }
  });

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

  it('of one paper hold its texts, but no opinion that nobody gave', () => {
    const digest = named('2025-12-30');
    assert.deepEqual(digest.digest.date, {
      value: '2025-12-30',
      precision: 'day',
      source: 'content',
    });
    digest.assertRanges();
    const { summary, fields } = digest.body(0);
    assert.ok((summary?.text ?? '').length > 100);
    assert.deepEqual(fields, [
      { label: 'opinion', text: '', failed: true },
      { label: 'tags', text: 'Diffusion Models, Multimodal Reasoning' },
    ]);
  });

  it('of one paper may order and wrap its members, and damage to one is no harm to the others', () => {
    const page = (summary: string): ReadDocument =>
      new ReadDocument(
        'page.yaml',
        `date: 2026-01-02\ntags:\n- One\n- 'title: not'\nsummary: ${summary}\nlink: https://huggingface.co/papers/2601.00001\nauthor: Ada\n  Example\ntitle: "On\n\n  wrapped titles"\n`,
      );
    const whole = page('|\n  title: neither\n\n  S');
    const { title, authors } = whole.entry(0);
    assert.deepEqual([title, authors], ['On wrapped titles', ['Ada Example']]);
    assert.equal(whole.body(0).summary?.text, 'title: neither S');
    assert.deepEqual(whole.body(0).fields, [{ label: 'tags', text: 'One, title: not' }]);
    const damaged = page('"never closed');
    assert.equal(damaged.entry(0).title, 'On wrapped titles');
    assert.deepEqual(damaged.digest.date?.value, '2026-01-02');
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
        assert.equal(read ?? '', title, JSON.stringify(line));
      }),
      { numRuns: 2000, examples: [[['null', '\t'], '', false]] },
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
