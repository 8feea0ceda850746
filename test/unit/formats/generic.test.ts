import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const words = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

function id(number: number): string {
  return `2602.${String(number + 1001).padStart(5, '0')}`;
}

function many(count: number, write: (title: string, id: string, number: number) => string): string {
  return Array.from({ length: count }, (_, number) =>
    write(`${words[number % words.length] ?? ''} Title of ${number}`, id(number), number),
  ).join('');
}

const abs = 'https://arxiv.org/abs';

/** Digests of no generator that is known. */
const digests: Readonly<Record<string, { text: string; count: number }>> = {
  'headings that are links': {
    count: 6,
    text: `# Papers\n\n${many(6, (title, paper) => `## [${title}](${abs}/${paper})\n\nMade up.\n\n`)}`,
  },
  'numbered headings with the id in brackets': {
    count: 5,
    text: many(5, (title, paper, n) => `### ${n + 1}. ${title} (arXiv:${paper})\n\nMade up.\n\n`),
  },
  'headings with the link below them, of one form': {
    count: 5,
    text: many(
      5,
      (title, paper) =>
        `## ${title}\n\n- **Authors**: A. One, B. Two\n- **Link**: ${abs}/${paper}\n- **Abstract**: Made up.\n\n`,
    ),
  },
  'dated headings with the link below them': {
    count: 5,
    text: `# Papers of 2026-02-13\n\n${many(5, (title, paper) => `## ${title}\n\n🔗 [arXiv](${abs}/${paper})\n\nMade up.\n\n`)}`,
  },
  'items that are links': {
    count: 10,
    text: many(10, (title, paper) => `- [${title}](${abs}/${paper}) made up\n`),
  },
  'items of a day': {
    count: 5,
    text: `# 2026-02-13\n\n${many(5, (title, paper) => `1. **${title}** [[paper](${abs}/${paper})] [[code](https://example.org)]\n`)}`,
  },
  'items of several lines': {
    count: 10,
    text: many(
      10,
      (title, paper) =>
        `- **${title}**\n  - Authors: A. One\n  - arXiv: [${paper}](${abs}/${paper})\n`,
    ),
  },
  'an awesome list in sections': {
    count: 200,
    text: `# Awesome\n\nPapers.\n\n${many(200, (title, paper, n) => `${n % 20 === 0 ? `\n## Topic ${n}\n\n` : ''}* **${title}**, A. One, [[arXiv](${abs}/${paper})]\n`)}`,
  },
};

describe('a digest of no known format', () => {
  for (const [name, { text, count }] of Object.entries(digests)) {
    it(`is read when it consists of ${name}`, () => {
      const document = new ReadDocument('some.md', text);
      assert.equal(document.digest.format, 'generic');
      document.assertRanges();
      assert.deepEqual(
        document.entries.map((entry) => [entry.id, entry.title]),
        Array.from({ length: count }, (_, n) => [
          id(n),
          `${words[n % words.length] ?? ''} Title of ${n}`,
        ]),
      );
      for (const number of document.entries.keys()) document.body(number);
      assert.deepEqual(document.document.problems, []);
    });
  }

  it('gives the texts under labels as what they are, others as a summary', () => {
    const labelled = digests['headings with the link below them, of one form'];
    const document = new ReadDocument('some.md', labelled?.text ?? '');
    assert.deepEqual(document.entry(0).authors, ['A. One', 'B. Two']);
    assert.deepEqual(document.body(0), { fields: [], abstract: 'Made up.' });
    const linked = new ReadDocument('some.md', digests['headings that are links']?.text ?? '');
    assert.deepEqual(linked.body(0), { summary: { label: 'TL;DR', text: 'Made up.' }, fields: [] });
  });

  it('takes a category from a heading that is one of arXiv', () => {
    const text = `# Day\n\n## cs.CV (5)\n\n${many(5, (title, paper) => `### [${title}](${abs}/${paper})\n\n`)}## Others\n\n### [Last Title](${abs}/2602.09999)\n`;
    const document = new ReadDocument('some.md', text);
    assert.deepEqual(
      document.entries.map(({ category }) => category),
      ['cs.CV', 'cs.CV', 'cs.CV', 'cs.CV', 'cs.CV', undefined],
    );
  });

  it('is dated by its name or heading like any other', () => {
    const { text } = digests['items of a day'] ?? { text: '' };
    assert.equal(new ReadDocument('some.md', text).digest.date?.source, 'heading');
    assert.equal(new ReadDocument('2026-02-14.md', text).digest.date?.value, '2026-02-14');
  });
});

const link = `${abs}/2602.01001`;

const others: Readonly<Record<string, string>> = {
  'a README with references': `# Tool\n\n${'It does things.\n\n'.repeat(12)}## References\n\n${many(10, (title, paper) => `- [${title}](${abs}/${paper})\n`)}`,
  'four headings': many(4, (title, paper) => `## [${title}](${abs}/${paper})\n\nMade up.\n\n`),
  'nine items without a date': many(9, (title, paper) => `- [${title}](${abs}/${paper})\n`),
  'a list of papers to read': many(20, (title, paper) => `- [ ] [${title}](${abs}/${paper})\n`),
  'notes on papers with the link below a heading': many(
    8,
    (title, paper) => `## ${title}\n\n${abs}/${paper}\n\nWhat I think of it.\n\n`,
  ),
  'notes whose headings are no papers': many(
    8,
    (title, paper) => `## Idea ${title}\n\nAs in arXiv:${paper} and [this](${abs}/2602.09999).\n\n`,
  ),
  'a list of models': many(20, (_, paper, n) => `- [Net${n}](${abs}/${paper}) is supported\n`),
  'a list that says where ideas are from': many(
    20,
    (title, paper) => `- We use the idea of ${title} here and there, see ${abs}/${paper}\n`,
  ),
  'a change log': `# Changelog\n\n${many(30, (title, paper, n) => `## 1.${n}.0\n\n- Fix ${title}\n- Add a layer ([paper](${abs}/${paper}))\n- Fix another\n\n`)}`,
  'a thesis': many(
    12,
    (title, paper) =>
      `## Chapter ${title}\n\n${'As is known (arXiv:' + paper + '), things are so.\n\n'.repeat(1)}### A section\n\nText.\n\n`,
  ),
  'a literature note': `---\narxiv: "2602.01001"\n---\n\n# Related\n\n${many(12, (title, paper) => `- [${title}](${abs}/${paper})\n`)}`,
  'a note that Preprint has begun': `<!-- preprint:begin summary -->\n\n${many(12, (title, paper) => `- [${title}](${abs}/${paper})\n`)}`,
  'a program': many(12, (title, paper) => `# [${title}](${abs}/${paper})\nx = 1\n`),
  'an example in a fence': `# How to write\n\n\`\`\`md\n${many(12, (title, paper) => `- [${title}](${abs}/${paper})\n`)}\`\`\`\n`,
  'one paper named again and again': `# Notes\n\n${`- see [Some Title](${link}), [Other Title](${abs}/2602.01002)\n`.repeat(20)}`,
};

describe('a text is not taken for a digest of no known format', () => {
  for (const [name, text] of Object.entries(others)) {
    it(`when it is ${name}`, () =>
      assert.equal(new ReadDocument('notes.md', text).document.digest, undefined));
  }
});
