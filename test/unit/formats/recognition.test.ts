import { globSync } from 'glob';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureNames, readFixture } from '../support/fixtures.js';
import { ReadDocument } from '../support/reading.js';

const url = 'https://arxiv.org/abs/2401.01234';

/** Markdown that speaks of papers and is no digest. */
const others: Readonly<Record<string, string>> = {
  'a README': `# Fast Attention\n\nCode of our [paper](${url}).\n\n### [Paper](${url})\n\nRead it.\n`,
  'a list of awesome papers': [
    '# Awesome Attention',
    '## Papers',
    `### [First Title](${url})`,
    'A short description of it.',
    '### [Second Title](https://arxiv.org/abs/2402.01234)',
    '- code: https://example.org',
  ].join('\n'),
  'a list of awesome papers with venues in bold': [
    `### [First Title](${url})`,
    '**NeurIPS 2024**',
    '### [Second Title](https://arxiv.org/abs/2402.01234)',
    '**ICLR 2025**',
  ].join('\n'),
  'a list with items under its headings': `### [First Title](${url})\n* a note *\n* another *\n`,
  'a heading with a link to elsewhere': '### [Install](https://example.org/x)\n*now or never*\n',
  'a table of contents': '# Table of Contents\n\n- [One](#one)\n- [Two](#two)\n\n# One\n\nText.\n',
  'a page with a table of contents': '# Table of Contents\n\n- [Install](#install) [Total: 3]\n',
  'a README with a list of related work': [
    '# Fast Attention',
    'Code of our paper, and how to run it.',
    '## Install',
    '```sh\nnpm install\n```',
    '## Related work',
    ...['03', '04', '05', '06', '07', '08'].map(
      (month) => `- [Related Work of ${month}](https://arxiv.org/abs/24${month}.01234)`,
    ),
  ].join('\n'),
  'notes on papers, one below the other': ['03', '04', '05', '06', '07', '08']
    .map((month) => `## On the Title of ${month}\n\narXiv:24${month}.01234\n\nI wonder.\n`)
    .join('\n'),
  'a list of what is to be read': Array.from(
    { length: 20 },
    (_, n) =>
      `- [${n % 2 === 0 ? 'x' : ' '}] [Title of ${n}](https://arxiv.org/abs/2402.0${1000 + n})\n`,
  ).join(''),
  'a literature note': `---\narxiv: "2401.01234"\n---\n\n# First Title\n\n[arXiv](${url})\n\nGood.\n`,
  'a note on one paper': `# First Title\n\n**Authors:** A. Author\n\n**Link**: [PDF](${url})\n\nGood.\n`,
  'a bulleted list': `- [First Title](${url}) *A. Author*\n- **2402.01234** Second Title\n`,
  notes: `# Notes\n\nRead arXiv:2401.01234 and [@2402.01234].\n\nAbstract: none.\nTL;DR: nothing.\n`,
  'a quoted digest': `> ### [1] [First Title](${url})\n> *A. Author*\n`,
  'an indented digest': `    ### [1] [First Title](${url})\n    *A. Author*\n`,
  'an empty line': '\n',
};

describe('a text is not taken for a digest', () => {
  for (const [name, text] of Object.entries(others)) {
    it(`when it is ${name}`, () =>
      assert.equal(new ReadDocument('README.md', text).document.digest, undefined));
  }

  it('when it is a note, a bibliography or a program of the sample library', () => {
    for (const folder of ['notes', 'paper', 'scripts', 'thesis']) {
      for (const name of fixtureNames(`sample/${folder}`)) {
        assert.equal(readFixture(`sample/${folder}/${name}`).document.digest, undefined, name);
      }
    }
    assert.equal(readFixture('sample/README.md').document.digest, undefined);
    assert.equal(readFixture('README.md').document.digest, undefined);
  });

  it('when it is a page that comes with a program', () => {
    const root = path.resolve('node_modules');
    const pages = globSync('**/*.{md,markdown,txt}', { cwd: root, nodir: true, follow: false })
      .sort()
      .slice(0, 3000);
    assert.ok(pages.length > 100, `${root} holds only ${pages.length} pages`);
    const digests = pages.filter((page) => {
      const bytes = new Uint8Array(readFileSync(path.join(root, page)));
      return new ReadDocument(page, bytes).document.digest !== undefined;
    });
    assert.deepEqual(digests, []);
  });
});

describe('a format keeps to itself', () => {
  it('when the last resort would take a daily digest as well', () => {
    const entry = (n: number): string =>
      `### [${n}] [Title of ${n}](https://arxiv.org/abs/2401.0${1000 + n})\n*A. Author*\n\nTL;DR: Short.\n\n`;
    const text = [1, 2, 3, 4, 5, 6].map(entry).join('');
    assert.equal(new ReadDocument('any.md', text).digest.format, 'daily');
    const quoted = new ReadDocument('any.md', text.replaceAll('\n*A. Author*', ''));
    assert.equal(quoted.digest.format, 'generic');
  });
});

describe('a text is taken for a digest', () => {
  const entry = `### [1] [First Title](${url})\n*A. Author,B. Author*\n\nMain category: cs.LG\n\nTL;DR: Short.\n`;

  it('by its first entry, whatever stands before', () => {
    for (const before of ['', '# Papers of today\n\n', '\n\n\n', 'Some text.\n'.repeat(300)]) {
      const read = new ReadDocument('any.txt', before + entry);
      assert.equal(read.digest.format, 'daily');
      assert.deepEqual(read.entry(0).authors, ['A. Author', 'B. Author']);
      assert.equal(read.body(0).summary?.text, 'Short.');
    }
  });

  it('when its first title begins like a number', () => {
    const read = new ReadDocument('any.md', entry.replace('First Title', '1'));
    assert.equal(read.entry(0).title, '1');
    assert.ok(read.name(read.entry(0)) === '2401.01234');
    const elsewhere = new ReadDocument(
      'any.md',
      `${entry}\n### [2] [2](https://example.org/a)\n*C. Author*\n\nTL;DR: Short.\n`,
    );
    assert.equal(elsewhere.entry(1).nameRange.startCharacter, '### [2] ['.length);
  });

  it('when it only says that no paper was new', () => {
    for (const text of [
      '# Table of Contents\n',
      '# Table of Contents',
      '# No New Papers Today\n',
    ]) {
      assert.deepEqual(new ReadDocument('2026-02-15.md', text).entries, []);
    }
  });
});
