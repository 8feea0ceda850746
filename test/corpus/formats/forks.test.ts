import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { EntryBody } from '../../../src/core/paper.js';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { sharedPath, type Truth } from '../support/shared.js';
import { readSiblings } from '../support/siblings.js';

interface ForkTruth extends Truth {
  readonly url?: string;
}

/** Samples with truth beside them: folder, file, name of the truth. */
const withTruth: readonly (readonly [string, string, string?])[] = [
  ['fork-en-materials-Jiayihua2001', '2026-05-03.md'],
  ['fork-en-materials-Jiayihua2001', '2026-05-08.md'],
  ['fork-en-materials-Jiayihua2001', '2026-05-09.md'],
  ['fork-en-pdfurl-linyueqian', '2025-07-03.trimmed.md', '2025-07-03'],
  ['fork-failed-ai-zzhaozeng', '2026-02-21.md'],
  ['fork-failed-ai-zzhaozeng', '2026-03-30.md'],
  ['fork-ko-sanghyun-son', '2025-08-21.trimmed.md', '2025-08-21'],
  ['fork-zh-empty-MYZhangwww', '2026-02-25.md'],
  ['fork-zh-labels-StringsLi', '2026-06-24.md'],
  ['fork-zh-labels-StringsLi', '2026-06-28.md'],
  ['fork-zh-math-peiyade', '2026-03-30.md'],
  ['fork-zh-math-peiyade', '2026-04-04.md'],
  ['fork-zh-physics-phyzyw', '2025-11-10.md'],
  ['fork-zh-physics-phyzyw', '2025-12-25.md'],
  ['fork-zh-physics-phyzyw', '2026-01-15.md'],
  ['fork-zh-physics-phyzyw', '2026-03-10.md'],
  ['fork-zh-physics-phyzyw', '2026-06-02.md'],
  ['legacy-templates-2025', 'v3_2025-06-26.md'],
];

function read(folder: string, name: string): ReadDocument {
  const file = sharedPath('corpus', 'siblings', folder, name);
  return new ReadDocument(name, new Uint8Array(readFileSync(file)));
}

function truthOf(folder: string, name: string): ForkTruth[] {
  return readFileSync(sharedPath('corpus', 'siblings', folder, `${name}.truth.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ForkTruth);
}

/** What a truth calls a paper, in the library's words: other services' own ids are not in the digest. */
function keyOf({ id, url = '', title }: ForkTruth): string {
  const arxiv = /^(?:https:\/\/arxiv\.org\/abs\/)?(\d{4}\.\d{5})(?:v\d+)?$/;
  const [, number] = arxiv.exec(id) ?? arxiv.exec(url) ?? [];
  if (number !== undefined) return `arxiv:${number}`;
  const doi = /^https:\/\/doi\.org\/(.+)$/.exec(url)?.[1];
  if (doi !== undefined) return `doi:${doi.toLowerCase()}`;
  return `title:${title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')}`;
}

function headers(lines: ReadDocument['lines']): number {
  return (lines.text.match(/^### \[\d+\] \[.*\]\(\S+\)\s*$/gm) ?? []).length;
}

function labelsOf({ summary, fields }: EntryBody): string[] {
  return [...(summary ? [summary] : []), ...fields].map(({ label }) => label);
}

describe('digests of forks', () => {
  let entries = 0;
  for (const [folder, name, truthName = name.replace(/\.md$/, '')] of withTruth) {
    it(`agree in every entry with what their generator knew: ${folder} ${name}`, () => {
      const digest = read(folder, name);
      const truth = truthOf(folder, truthName);
      // This fork's data name a finer class, which its digests never print.
      const ownCategories = folder === 'fork-zh-labels-StringsLi';
      assert.deepEqual(
        digest.entries.map(({ key, title, authors, category }) => ({
          key,
          title,
          authors,
          category,
        })),
        truth.map((paper) => ({
          key: keyOf(paper),
          title: paper.title,
          // A collaboration brings a lone colon as an author.
          authors: paper.authors.filter((author) => author !== ':'),
          category: ownCategories ? '数值计算与科学计算' : paper.categories[0],
        })),
      );
      assert.equal(digest.entries.length, headers(digest.lines));
      digest.assertRanges();
      for (const [number, entry] of digest.entries.entries()) {
        const body = digest.body(number);
        assert.deepEqual(
          labelsOf(body).sort(),
          [...digest.digest.labels].sort(),
          `${name}: ${entry.title}`,
        );
        assert.ok(!/<\/?details>|<\/?summary>/.test(body.abstract ?? ''));
      }
      entries += digest.entries.length;
    });
  }

  it('are 411 entries with truth', () => assert.equal(entries, 411));

  it('without truth hold the facts that were looked through', () => {
    assertGolden('forks', [
      ...readSiblings('fork-astro-Straw674'),
      ...readSiblings('fork-gemini-junle-chen'),
      ...readSiblings('fork-rich-xmkxabc'),
      ...['2025-05-08.trimmed.md', '2025-04-22_no-new-papers.md'].map(
        (name) => [name, read('fork-en-pdfurl-linyueqian', name)] as const,
      ),
      ...readSiblings('fork-zh-empty-MYZhangwww').slice(0, 1),
    ]);
  });

  it('without truth have an entry for each header, with its texts', () => {
    for (const [folder, name, marker] of [
      ['fork-astro-Straw674', '2025-05-05.md', /^### \[\d+\] \[/gm],
      ['fork-astro-Straw674', '2025-08-28.md', /^### \[\d+\] \[/gm],
      ['fork-astro-Straw674', '2026-06-02.trimmed.md', /^## <a id="\d{4}\./gm],
      ['fork-gemini-junle-chen', '2025-06-11_database.md', /^\[\*\*\[PDF\]\*\*\]/gm],
      [
        'fork-gemini-junle-chen',
        '2025-06-18_trajectory_and_large_models.md',
        /^\[\*\*\[PDF\]\*\*\]/gm,
      ],
      ['fork-rich-xmkxabc', '2025-06-27.trimmed.md', /^\*\*Keywords:\*\*/gm],
      ['fork-en-pdfurl-linyueqian', '2025-05-08.trimmed.md', /^Main category:/gm],
    ] as const) {
      const digest = read(folder, name);
      assert.equal(digest.entries.length, digest.lines.text.match(marker)?.length, name);
      digest.assertRanges();
      assert.deepEqual(
        digest.document.mentions.filter(({ key }) => digest.entries.some((e) => e.key === key)),
        [],
        `${name}: no line of an entry is left outside of it`,
      );
      for (const [number, { title }] of digest.entries.entries()) {
        const body = digest.body(number);
        assert.ok(body.summary && !body.summary.failed && body.summary.text !== '', title);
        assert.deepEqual(labelsOf(body).sort(), labelsOf(digest.body(0)).sort(), title);
        assert.ok(body.fields.every(({ text }) => !text.includes('**')) || name > '2026', title);
      }
    }
  });

  it('may name more categories than one, beside the authors or behind the entry', () => {
    const beside = read('fork-rich-xmkxabc', '2025-06-27.trimmed.md');
    const lines = beside.lines.text.match(/\| \*\*Category: .*\*\*$/gm) ?? [];
    assert.equal(lines.length, beside.entries.length);
    for (const [number, line] of lines.entries()) {
      const { category, crossLists = [] } = beside.entry(number);
      const written = line.slice('| **Category: '.length, -2).split(', ');
      assert.equal(category, written[0]);
      // Classes of the MSC and the ACM are none of arXiv's.
      assert.deepEqual(
        crossLists,
        written.slice(1).filter((name) => /^[a-z][a-z-]*\.[A-Za-z-]{2,}$/.test(name)),
      );
    }
    const behind = read('fork-gemini-junle-chen', '2025-06-18_trajectory_and_large_models.md');
    const listed = behind.lines.text.match(/\| \*\*Categories:\*\* .*$/gm) ?? [];
    for (const [number, line] of listed.entries()) {
      const { category = '', crossLists = [] } = behind.entry(number);
      const written = line.slice('| **Categories:** '.length).split(', ');
      const own = written.filter((one) => /^[a-z][a-z-]*(?:\.[A-Za-z-]{2,})?$/.test(one));
      assert.deepEqual([category, ...crossLists].sort(), own.sort());
    }
  });

  it('tell the authors’ comment, but not where there is none', () => {
    const digest = read('fork-rich-xmkxabc', '2025-06-27.trimmed.md');
    const written = digest.lines.text.match(/^\*\*Comment:\*\* +\S.*$/gm) ?? [];
    const comments = digest.entries.map((_, number) => digest.body(number).comment);
    assert.equal(comments.filter((comment) => comment !== undefined).length, written.length);
    assert.ok(comments.every((comment) => !comment?.includes('\n')));
  });

  it('tell the DOI of a paper beside its link to arXiv', () => {
    const digest = read('fork-zh-labels-StringsLi', '2026-06-24.md');
    assert.deepEqual(
      digest.entries.filter(({ doi }) => doi !== undefined).map(({ key, doi }) => [key, doi]),
      [
        ['doi:10.1088/2632-2153/ad13ba', '10.1088/2632-2153/ad13ba'],
        ['arxiv:2409.13470', '10.1088/2632-2153/ae0244'],
      ],
    );
  });
});
