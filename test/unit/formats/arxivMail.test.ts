import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const rule = '-'.repeat(78);

interface Made {
  readonly id: string;
  readonly extra?: readonly string[];
  readonly title?: string;
  readonly authors?: string;
  readonly abstract?: string;
}

function record({ id, extra = [], title, authors, abstract }: Made): string {
  const address = `\\\\ ( https://arxiv.org/abs/${id.split(' ')[0] ?? ''} ,  13kb)`;
  return [
    '\\\\',
    `arXiv:${id}`,
    'Date: Thu, 12 Feb 2026 16:35:28 GMT   (13kb)',
    '',
    `Title: ${title ?? 'A Made-up Title'}`,
    `Authors: ${authors ?? 'Ada Example and Ben Sample'}`,
    'Categories: cs.LG stat.ML math.OC',
    ...extra,
    ...(abstract === undefined ? [] : ['\\\\', abstract]),
    address,
    rule,
    '',
  ].join('\n');
}

const received = (from: string, to: string) =>
  `received from  ${from} 19:00:00 GMT  to  ${to} 19:00:00 GMT\n${rule}\n`;
const abstract = '  Made up for a test, with\nline breaks.\n  And a second paragraph.';

function mail(...parts: string[]): ReadDocument {
  return new ReadDocument('mail.txt', `${rule}\n${parts.join('')}`);
}

describe('the mails of arXiv', () => {
  it('join what is wrapped', () => {
    const read = mail(
      record({
        id: '2602.01234',
        title: 'A Title That Goes On\n  Below',
        authors:
          'Ada Example, Ben\n  Sample (1), The Group: Cem Third, Jr., et al. (3 additional\n  authors not shown) ((1) Some Place, (2) Another)',
        extra: ['Comments: 12 pages,\n  one figure', 'DOI: 10.5555/Example.1'],
        abstract,
      }),
    );
    assert.equal(read.digest.format, 'arxivMail');
    const { title, authors, doi, category, crossLists } = read.entry(0);
    assert.equal(title, 'A Title That Goes On Below');
    assert.deepEqual(authors, ['Ada Example', 'Ben Sample', 'The Group', 'Cem Third, Jr.']);
    assert.deepEqual([doi, category], ['10.5555/example.1', 'cs.LG']);
    assert.deepEqual(crossLists, ['stat.ML', 'math.OC']);
    assert.deepEqual(read.body(0), {
      fields: [],
      abstract: abstract.trim(),
      comment: '12 pages, one figure',
    });
  });

  it('are dated by the end of the time that they cover', () => {
    const heads = received('Wed 11 Feb 26', 'Thu 12 Feb 26');
    const read = mail(heads, record({ id: '2602.01234', abstract }));
    assert.deepEqual(read.digest.date, {
      value: '2026-02-12',
      precision: 'day',
      source: 'content',
    });
    assert.equal(read.entry(0).day, undefined);
  });

  it('may stand one behind the other, each with its day', () => {
    const read = mail(
      record({ id: '2602.01230', abstract }),
      received('Wed 11 Feb 26', 'Thu 12 Feb 26'),
      record({ id: '2602.01234', abstract }),
      record({ id: '2602.01235 (*cross-listing*)', abstract }),
      received('Thu 12 Feb 26', 'Fri 13 Feb 26'),
      record({ id: '2602.01236', abstract }),
    );
    assert.equal(read.digest.date?.value, '2026-02-13');
    assert.deepEqual(
      read.entries.map(({ day }) => day),
      [undefined, '2026-02-12', '2026-02-12', '2026-02-13'],
    );
  });

  it('tell where a paper stands twice, is cut off, has no id or no authors', () => {
    const whole = record({ id: '2602.01234', abstract });
    const read = mail(
      whole,
      whole,
      record({ id: '2602.99' }),
      record({ id: '2602.01235', authors: '' }),
      record({ id: '2602.01236', abstract }).replace(/\\\\ \(.*\n/, ''),
      record({ id: '2602.01237', abstract }).replace(/\nline breaks[^]*/, '\n'),
    );
    assert.deepEqual(
      read.document.problems.map(({ kind, args }) => [kind, args[0]]),
      [
        ['duplicateEntry', '2602.01234'],
        ['entryCutOff', '2602.99'],
        ['entryWithoutAuthors', '2602.01235'],
        ['entryCutOff', '2602.01236'],
        ['entryCutOff', '2602.01237'],
      ],
    );
    assert.equal(read.entries.length, 5);
    read.assertRanges();
    for (const number of read.entries.keys()) read.body(number);
  });

  it('keep the next record when the end of one is lost', () => {
    const cut = record({ id: '2602.01234', abstract }).replace(/\n\\\\ \([^]*/, '\n');
    const read = mail(cut, record({ id: '2602.01235', abstract }));
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['2602.01234', '2602.01235'],
    );
    assert.equal(read.body(0).abstract, abstract.trim());
  });

  it('may quote other ids in an abstract, none of which is the paper’s', () => {
    const text = '  As in\narXiv:2401.01234\nand arXiv:2401.01235.';
    const read = mail(record({ id: '2602.01234', abstract: text }));
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['2602.01234'],
    );
    assert.equal(read.body(0).abstract, text.trim());
    assert.equal(read.document.mentions.length, 2);
  });

  it('are none where only some of their signs stand', () => {
    for (const text of [
      `${rule}\narXiv:2602.01234\nTitle: A Title\n`,
      'a = b \\\\\n\\\\\nTitle: A Title\narXiv:2602.01234\n',
      '\\\\\narXiv:2602.01234 is a good read.\n\nMore prose.\n',
      `# Notes\n\nSee arXiv:2602.01234.\n\n\`\`\`\n${rule}\n\\\\\n\`\`\`\n`,
      '\\begin{align}\na \\\\\n\\\\\nb\n\\end{align}\nTitle: x\n',
    ]) {
      assert.equal(new ReadDocument('mail.txt', text).document.digest, undefined, text);
    }
  });
});
