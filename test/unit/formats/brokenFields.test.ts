import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readBroken } from '../support/fixtures.js';
import { abstract, assertUsual, fields, ids, summary, usualFields } from '../support/madeUp.js';

/** Every expectation is a line of test/fixtures/README.md. */

describe('the fields of an entry', () => {
  it('may hold blank lines, and titles brackets of every kind', () => {
    const read = readBroken('blank-field.md');
    assert.deepEqual(
      read.entries.map(({ title, authors }) => [title, authors.length]),
      [
        ['A Field With a Blank Line', 2],
        ['Rings Z2[u,v](u2(1+u)) and a ](trap) Inside', 2],
        ['[Starts and Dialog[ue]s End in a Bracket]', 60],
      ],
    );
    assert.deepEqual(read.entry(0).authors, ['Example Team', 'Ada Example']);
    assert.equal(
      read.body(0).fields[1]?.text,
      'Step one.\n\nStep two, after a blank line.\n\n1. a list item',
    );
    assert.ok(read.body(1).abstract?.startsWith('Motivation: this abstract'));
    assert.deepEqual(fields(read.body(1)), usualFields);
  });

  it('do not begin in the middle of an abstract', () => {
    const read = readBroken('label-lines.md');
    assert.equal(read.entries.length, 2);
    assertUsual(read.body(0), {
      abstract: [
        'The first line is harmless.',
        'Conclusion: this line is part of the abstract.',
        'Abstract: so is this one.',
        'TL;DR: and this one.',
      ].join('\n'),
    });
    assertUsual(read.body(1));
  });

  it('are empty where the generator wrote that it failed', () => {
    const read = readBroken('failure-texts.md');
    assert.equal(read.entries.length, 4);
    for (const number of [0, 1]) {
      const { summary: tldr, fields: all } = read.body(number);
      assert.deepEqual(tldr, { label: 'TL;DR', text: '', failed: true });
      assert.deepEqual(
        all,
        usualFields.map(([label]) => ({ label, text: '', failed: true })),
      );
    }
    assert.equal(read.body(2).summary?.failed, true);
    assert.deepEqual(fields(read.body(2)), usualFields);
    assert.match(read.body(3).summary?.text ?? '', /^Error/);
    assert.equal(read.body(3).summary?.failed, undefined);
    assert.equal(read.body(3).abstract, undefined);
  });

  it('may have labels of the generator’s own, in its order', () => {
    const read = readBroken('labels.md');
    assert.deepEqual(
      read.entries.map((_, number) => fields(read.body(number)).map(([label]) => label)),
      [
        ['Motivation', 'Techniques', 'Main Theorems', 'Significance'],
        ['Background', 'Data', 'Motivation'],
        ['来源', '研究问题', '研究动机', '实验 / 验证'],
      ],
    );
    assert.deepEqual(
      read.entries.map((_, number) => read.body(number).summary),
      [
        { label: 'TL;DR', text: summary },
        { label: 'TL;DR', text: summary },
        { label: '一句话结论', text: '这是为测试编写的一句话。' },
      ],
    );
    assert.equal(read.body(1).fields.at(-1)?.text, 'In bold, colon inside.');
    for (const number of [0, 1, 2]) assert.equal(read.body(number).abstract, abstract);
    // The second names no category itself: its section does.
    assert.deepEqual(
      read.entries.map(({ category }) => category),
      ['math.AP', 'math.AP', '数值计算'],
    );
  });

  it('may stand in another order than those of other entries', () => {
    const read = readBroken('crossed-labels.md');
    assert.equal(read.entries.length, 2);
    assert.deepEqual(fields(read.body(0)), [
      ['Result', 'The result comes first.'],
      ['Method', 'Then the method.'],
    ]);
    assert.match(read.body(0).abstract ?? '', /^The abstract comes before the end\./);
    assert.ok(JSON.stringify(read.body(0)).includes('And the conclusion after it.'));
    assert.deepEqual(fields(read.body(1)), usualFields);
    assertUsual(read.body(1));
  });
});

describe('the header of an entry', () => {
  it('may name nobody, or people with stars, backslashes, generations', () => {
    const read = readBroken('no-authors.md');
    assert.deepEqual(
      read.entries.map(({ authors }) => authors),
      [[], ['Mariia Gladsample*', 'Peter St\\"utz', 'John Example, Jr.', '李明']],
    );
    assert.equal(read.body(0).abstract, abstract);
  });

  it('may link a version, a PDF, an old identifier, a DOI or something else', () => {
    const read = readBroken('links.md');
    assert.deepEqual(
      read.entries.map(({ key, version }) => [key, version]),
      [
        ['arxiv:2601.90701', 3],
        ['arxiv:2601.90702', 1],
        ['arxiv:math/0301901', 2],
        ['doi:10.5555/example.90704', undefined],
        ['title:notapaperatall', undefined],
      ],
    );
    assert.deepEqual(
      read.entries.map((entry) => read.name(entry)),
      ['2601.90701v3', '2601.90702v1', 'math.GT/0301901v2', 'A DOI Instead', 'Not a Paper at All'],
    );
    assert.deepEqual(
      read.document.mentions.map(({ key, range }) => [key, range.startLine]),
      [
        ['arxiv:2601.90799', 52],
        ['arxiv:hep-th/9901001', 52],
      ],
    );
    assert.deepEqual(
      read.entries.slice(3).map(({ category }) => category),
      ['Other things & more', '数值计算'],
    );
  });
});

describe('the earlier templates', () => {
  const wrapped =
    'This abstract was made up for a test and is broken into lines of at\n' +
    'most eighty columns, as the old templates had it. Conclusion: there\nis none.';

  it('of 18 to 20 March 2025 hold abstracts alone', () => {
    const read = readBroken('v0.md');
    assert.deepEqual(ids(read), ['2601.90901', '2601.90902']);
    for (const number of [0, 1]) {
      assert.deepEqual(read.body(number), { fields: [], abstract: wrapped });
      assert.equal(read.entry(number).category, undefined);
    }
  });

  it('of 21 March to 14 April 2025 have a task and four fields', () => {
    const read = readBroken('v1.md');
    assert.deepEqual(ids(read), ['2601.90911', '2601.90912']);
    for (const number of [0, 1]) {
      const body = read.body(number);
      assert.deepEqual(fields(body), [['Task', 'A made-up task.'], ...usualFields]);
      assert.equal(body.abstract, wrapped);
    }
  });

  it('of 15 and 16 April 2025 have a summary under TLDR', () => {
    const read = readBroken('v2.md');
    assert.deepEqual(ids(read), ['2601.90921', '2601.90922']);
    for (const number of [0, 1]) {
      const body = read.body(number);
      assert.deepEqual(body.summary, { label: 'TLDR', text: summary });
      assert.deepEqual(fields(body), usualFields);
      assert.equal(body.abstract, wrapped);
    }
  });
});
