import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Digest, DigestEntry } from '../../../src/core/digest.js';
import { digestFolds } from '../../../src/core/outline/digestFolds.js';
import { type OutlineNode } from '../../../src/core/outline/digestOutline.js';
import { sameShape } from '../../../src/core/outline/sameShape.js';
import { findSections } from '../../../src/core/outline/sections.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { fixtureNames, readFixture } from '../support/fixtures.js';
import { ReadDocument } from '../support/reading.js';
import { outlineOf, assertNested } from './outlines.js';

/** Each on its line, indented below its section. */
function printed(nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap(({ name, detail, children }) => [
    `${indent}${[name, detail].filter((text) => text !== '').join(' | ')}`,
    ...printed(children, `${indent}  `),
  ]);
}

function entry(line: number, facts: Partial<DigestEntry> = {}): DigestEntry {
  const range = { startLine: line, startCharacter: 0, endLine: line, endCharacter: 9 };
  return {
    key: `title:${line}`,
    title: `Paper ${line}`,
    authors: [],
    range,
    nameRange: range,
    ...facts,
  };
}

/** A digest of another shape: entries are the lines that begin with `*`, whatever the headings. */
function digestOf(text: string, facts: Partial<DigestEntry> = {}): Digest {
  const lines = new Lines(text);
  const entries: DigestEntry[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (!lines.startsWith(line, '*')) continue;
    const title = lines.line(line).slice(2);
    entries.push(entry(line, { title, ...facts }));
  }
  return { format: 'madeUp', labels: [], entries, sections: findSections(lines, entries) };
}

const daily = `<div id=toc></div>

# Table of Contents

- [cs.CL](#cs.CL) [Total: 2]
- [cs.RO](#cs.RO) [Total: 1]


<div id='cs.CL'></div>

# cs.CL [[Back]](#toc)

### [1] [A $\\beta$-Test of \\emph{Words}](https://arxiv.org/abs/2602.01234v2)
*Ada Example*

Main category: cs.CL

### [2] [Second](https://arxiv.org/abs/2602.01235)
*Ben Sample*

Main category: cs.AI


<div id='cs.RO'></div>

# cs.RO [[Back]](#toc)

### [3] [Third](https://arxiv.org/abs/2602.01236)
*Carla Case*

Main category: cs.RO
`;

describe('the outline of a digest', () => {
  it('holds the papers of each section of a daily digest, and no more', () => {
    const { digest } = new ReadDocument('2026-02-03.md', daily);
    const outline = outlineOf(digest);
    assert.deepEqual(printed(outline), [
      'cs.CL',
      '  A β-Test of Words | 2602.01234v2',
      '  Second | 2602.01235',
      'cs.RO',
      '  Third | 2602.01236',
    ]);
    assertNested(outline);
    assert.deepEqual(
      outline.map(({ range }) => [range.startLine + 1, range.endLine + 1]),
      [
        [11, 21],
        [26, 31],
      ],
    );
  });

  it('folds papers, sections and the table of contents', () => {
    const { digest } = new ReadDocument('2026-02-03.md', daily);
    assert.deepEqual(
      digestFolds(digest).map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`),
      ['3-6', '11-21', '13-16', '18-21', '26-31', '28-31'],
    );
    assert.deepEqual(
      digest.sections?.map(({ title, isContents }) => [title, isContents]),
      [
        ['Table of Contents', true],
        ['cs.CL', undefined],
        ['cs.RO', undefined],
      ],
    );
  });

  it('is the same for lines that end otherwise', () => {
    const { digest } = new ReadDocument('2026-02-03.md', daily.replaceAll('\n', '\r\n'));
    assert.ok(sameShape(digest, new ReadDocument('2026-02-03.md', daily).digest));
  });

  it('keeps headings in one another, but not the title of the digest', () => {
    const digest = digestOf(
      '# Papers of Today\n\nWords.\n\n## 📚 Contents\n\n- a\n\n## Speech\n\n### Synthesis\n\n* One\n\n### Empty\n\n## Vision\n\n* Two\n\n* Three\n\n## Links\n\nMore.\n',
    );
    assert.deepEqual(printed(outlineOf(digest)), [
      'Speech',
      '  Synthesis',
      '    One',
      'Vision',
      '  Two',
      '  Three',
    ]);
    assertNested(outlineOf(digest));
    assert.equal(digest.sections?.find(({ isContents }) => isContents)?.title, '📚 Contents');
  });

  it('keeps the only section when it names the category', () => {
    const text = '# Natural Language [cs.CL]\n\n* One\n';
    assert.deepEqual(printed(outlineOf(digestOf(text, { category: 'cs.CL' }))), [
      'Natural Language [cs.CL]',
      '  One',
    ]);
    assert.deepEqual(printed(outlineOf(digestOf('# Papers\n\n* One\n* Two\n'))), ['One', 'Two']);
  });

  it('takes no heading inside fences, front matter or the level of the entries for a section', () => {
    const text = '---\n# a comment\n---\n```\n# code\n```\n* One\n# Real\n* Two\n';
    assert.deepEqual(
      digestOf(text).sections?.map(({ title }) => title),
      ['Real'],
    );
    const cut = `${daily}\n### [4] [An entry that is cut`;
    const { digest } = new ReadDocument('2026-02-03.md', cut);
    assert.equal(digest.sections?.length, 3);
  });

  it('goes by category where there are no headings', () => {
    const entries = [
      entry(0, { category: 'cs.CL', id: '2602.00001' }),
      entry(1, { category: 'cs.CL', id: '2602.00002', version: 3 }),
      entry(2),
      entry(3, { category: 'cs.RO', doi: '10.1000/x' }),
    ];
    const outline = outlineOf({ format: 'madeUp', labels: [], entries });
    assert.deepEqual(printed(outline), [
      'cs.CL',
      '  Paper 0 | 2602.00001',
      '  Paper 1 | 2602.00002v3',
      'Paper 2',
      'cs.RO',
      '  Paper 3 | 10.1000/x',
    ]);
    assertNested(outline);
  });

  it('lists papers with their categories where these alternate', () => {
    const entries = ['cs.CL', 'cs.RO', 'cs.CL'].map((category, line) => entry(line, { category }));
    assert.deepEqual(printed(outlineOf({ format: 'madeUp', labels: [], entries })), [
      'Paper 0 | cs.CL',
      'Paper 1 | cs.RO',
      'Paper 2 | cs.CL',
    ]);
  });

  it('gives every paper a name, and a place within it', () => {
    const elsewhere = { startLine: 9, startCharacter: 0, endLine: 9, endCharacter: 4 };
    const entries = [entry(0, { title: '', nameRange: elsewhere })];
    const [node] = outlineOf({ format: 'madeUp', labels: [], entries });
    assert.equal(node?.name, 'title:0');
    assert.deepEqual(node.nameRange, {
      startLine: 0,
      startCharacter: 0,
      endLine: 0,
      endCharacter: 0,
    });
    assert.deepEqual(outlineOf({ format: 'madeUp', labels: [], entries: [] }), []);
  });

  it('holds each paper of the sample digests once, in sections that hold them', () => {
    for (const name of fixtureNames('sample/digests')) {
      const { digest } = readFixture(`sample/digests/${name}`);
      const outline = outlineOf(digest);
      assertNested(outline);
      assert.ok(outline.every(({ kind }) => kind === 'section'));
      assert.equal(outline.flatMap(({ children }) => children).length, digest.entries.length);
      assert.equal(digest.sections?.filter(({ isContents }) => isContents).length, 1, name);
    }
  });

  it('costs linear time', () => {
    for (const part of [
      '# a\n',
      '# [[a](#',
      '# a #',
      '#\t# <',
      '###### [](#x)\n',
      '```\n',
      '* a\n# b\n',
    ]) {
      const text = (length: number): string => part.repeat(length / part.length);
      assertLinear(JSON.stringify(part), text, (each) => outlineOf(digestOf(each)));
    }
  });

  it('has no sections where there are more than anybody goes through', () => {
    const sections = (count: number): number =>
      findSections(new Lines('# a\n'.repeat(count)), []).length;
    assert.equal(sections(10_000), 10_000);
    assert.equal(sections(10_001), 0);
  });

  it('is told apart by what it shows', () => {
    const [a, b] = [new ReadDocument('a.md', daily).digest, new ReadDocument('b.md', daily).digest];
    assert.ok(sameShape(a, b));
    for (const changed of [
      daily.replace('Second', 'Other'),
      `\n${daily}`,
      daily.replace('# cs.RO', '# cs.CV'),
    ]) {
      assert.ok(!sameShape(a, new ReadDocument('a.md', changed).digest));
    }
  });
});
