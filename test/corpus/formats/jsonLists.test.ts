import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { siblings } from '../support/siblings.js';

type Values = Readonly<Record<string, unknown>>;

function sample(folder: string, name: string): [string, ReadDocument] {
  const found = siblings(folder).find((file) => file.name === name);
  assert.ok(found, `${folder}/${name} is missing`);
  return [name, new ReadDocument(name, found.text)];
}

function oneLine(text: unknown): string {
  return String(text).split(/\s+/).join(' ').trim();
}

/** Fails unless entries and their texts are what a plain parser finds in the file. */
function assertSame(
  read: ReadDocument,
  count: number,
  papers: readonly Values[],
  id: (paper: Values) => string,
  authors: (paper: Values) => unknown,
): void {
  assert.equal(papers.length, count);
  assert.deepEqual(
    read.entries.map((entry) => [
      (entry.id ?? 'none') + (entry.version === undefined ? '' : `v${entry.version}`),
      entry.title,
      entry.authors,
      entry.category === undefined ? undefined : [entry.category, ...(entry.crossLists ?? [])],
    ]),
    papers.map((paper) => [
      id(paper),
      oneLine(paper['title']),
      authors(paper),
      paper['categories'],
    ]),
  );
  for (const [number, { summary }] of papers.entries()) {
    assert.equal(read.body(number).abstract, String(summary).trim());
  }
  assert.deepEqual(read.document.problems, []);
  assert.deepEqual(read.document.mentions, []);
  read.assertRanges();
}

function lastPart(address: unknown): string {
  return String(address).split('/').at(-1) ?? '';
}

describe('Hugging Face’s daily papers', () => {
  const [name, read] = sample('hf-daily-papers', '2025-08-05.json');
  const [cleanName, clean] = sample('hf-daily-papers', '2025-01-23_HF_deepseek_clean.json');

  it('are read from the answer of its interface, and dated by it', () => {
    const list = JSON.parse(read.lines.text) as { readonly paper: Values }[];
    assertSame(
      read,
      (read.lines.text.match(/^ {4}"paper": \{$/gm) ?? []).length,
      list.map(({ paper }) => paper),
      ({ id }) => String(id),
      ({ authors }) => (authors as Values[]).map((author) => oneLine(author['name'])),
    );
    assert.equal(list.length, 13);
    assert.deepEqual(read.digest.date, {
      value: '2025-08-05',
      precision: 'day',
      source: 'content',
    });
    assert.deepEqual(read.digest.labels, ['AI Summary', 'AI Keywords']);
    for (const [number, { paper }] of list.entries()) {
      assert.equal(read.body(number).summary?.text, paper['ai_summary']);
    }
  });

  it('are the same when nothing parts one line from the next', () => {
    const minified = JSON.stringify(JSON.parse(read.lines.text));
    const one = new ReadDocument('a.json', minified);
    assert.equal(one.lines.count, 1);
    const facts = ({ entries }: ReadDocument): unknown =>
      entries.map((entry) => ({ ...entry, range: undefined, nameRange: undefined }));
    assert.deepEqual(facts(one), facts(read));
    for (const number of read.entries.keys()) assert.deepEqual(one.body(number), read.body(number));
    assert.deepEqual(one.document.mentions, []);
    one.assertRanges();
  });

  it('are read from a newsletter’s own list, with its translations', () => {
    const list = JSON.parse(clean.lines.text) as Values[];
    const marks = (clean.lines.text.match(/^ {4}"arxiv_url": /gm) ?? []).length;
    assertSame(
      clean,
      marks,
      list,
      (paper) => lastPart(paper['arxiv_url']),
      () => [],
    );
    assert.equal(list.length, 5);
    for (const [number, paper] of list.entries()) {
      assert.deepEqual(clean.body(number).fields, [
        { label: 'Translation', text: String(paper['translation']).trim() },
      ]);
    }
  });

  it('are what has been looked through', () =>
    assertGolden('huggingFace', [
      [name, read],
      [cleanName, clean],
    ]));
});

describe('the data of pages about papers', () => {
  const [aigcName, aigc] = sample('json-html-gdyz-R', '2025-05-21.json');
  const [papersName, papers] = sample('jekyll-hdShang', 'arxiv.json');

  it('may be a list with summaries in two languages', () => {
    const list = JSON.parse(aigc.lines.text) as Values[];
    const marks = (aigc.lines.text.match(/^ {8}"url": /gm) ?? []).length;
    assertSame(
      aigc,
      marks,
      list,
      ({ url }) => lastPart(url),
      ({ authors }) => authors,
    );
    assert.equal(list.length, 5);
    assert.deepEqual(aigc.digest.labels, ['TL;DR', 'TL;DR (zh)']);
    for (const [number, paper] of list.entries()) {
      const { summary, fields } = aigc.body(number);
      assert.equal(summary?.text, paper['tldr']);
      assert.equal(fields[0]?.text, paper['tldr_zh']);
    }
  });

  it('may be the list of an object, with comments, DOIs and interests', () => {
    const { papers: list } = JSON.parse(papers.lines.text) as { readonly papers: Values[] };
    const marks = (papers.lines.text.match(/^ {6}"arxiv_id": /gm) ?? []).length;
    const all = list.map((paper) => ({
      ...paper,
      categories: [...new Set([paper['primary_category'], ...(paper['categories'] as string[])])],
    }));
    assertSame(
      papers,
      marks,
      all,
      (paper) => String(paper['arxiv_id']),
      (paper: Values) => paper['authors'],
    );
    assert.equal(list.length, 90);
    for (const [number, paper] of list.entries()) {
      const { comment = '', fields } = papers.body(number);
      assert.equal(comment, oneLine(paper['comment']));
      assert.equal(papers.entry(number).doi ?? '', String(paper['doi']).toLowerCase());
      const interests = (paper['matched_interests'] as Values[]).map(
        (interest) => interest['name'],
      );
      assert.equal(fields[0]?.text ?? '', interests.join(', '));
    }
  });

  it('are what has been looked through', () =>
    assertGolden('jsonLists', [
      [aigcName, aigc],
      [papersName, papers],
    ]));
});
