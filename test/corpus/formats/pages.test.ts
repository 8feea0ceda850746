import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
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
