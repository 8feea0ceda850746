import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { Digest, IndexedDocument, SourceText } from '../../../src/core/digest.js';
import type { ReadEntry } from '../../../src/core/formats/format.js';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { indexText } from '../../../src/core/indexText.js';
import { Library } from '../../../src/core/library.js';
import { Lines } from '../../../src/core/lines.js';
import { referenceDigests, seed, type ReferenceDigest } from '../support/shared.js';

const latest = '2026-12';

function index(source: SourceText): IndexedDocument {
  return indexText(`file:///${source.path}`, source, latest);
}

function readEntry(source: SourceText, digest: Digest, text: string): ReadEntry {
  const context = { path: source.path, latest };
  const read = formatNamed(digest.format)?.readEntry(text, digest.labels, context);
  assert.ok(read, `${source.path}: no entry in ${text.slice(0, 80)}`);
  return read;
}

function digestOf(document: IndexedDocument): Digest {
  assert.ok(document.digest, `${document.uri} was not recognised as a digest`);
  return document.digest;
}

describe('the reference digests', () => {
  let digests: { source: ReferenceDigest; document: IndexedDocument; digest: Digest }[];
  before(() => {
    digests = referenceDigests().map((source) => {
      const document = index(source);
      return { source, document, digest: digestOf(document) };
    });
  });

  it('give id, title, authors and category of all 3,886 entries as they are in truth', () => {
    let entries = 0;
    for (const { source, digest } of digests) {
      assert.deepEqual(
        digest.entries.map(({ id, title, authors, category }) => ({
          id,
          title,
          authors,
          category,
        })),
        source.truth.map(({ id, title, authors, categories }) => ({
          id,
          title,
          // Three collaborations carry a lone colon as an author.
          authors: authors.filter((author) => author !== ':'),
          category: categories[0],
        })),
        source.path,
      );
      entries += digest.entries.length;
    }
    assert.equal(entries, 3886);
  });

  it('are dated by their file names', () => {
    for (const { source, digest } of digests) {
      assert.deepEqual(digest.date, {
        value: source.path.slice(0, 10),
        precision: 'day',
        source: 'fileName',
      });
    }
  });

  it('have nothing that cannot be read', () => {
    assert.deepEqual(
      digests.flatMap(({ document }) => document.problems),
      [],
    );
  });

  it('have ranges that hold the entry and select its id', () => {
    for (const { source, digest } of digests) {
      const lines = new Lines(source.text);
      for (const entry of digest.entries) {
        const { nameRange, range } = entry;
        const line = lines.line(nameRange.startLine);
        assert.equal(line.slice(nameRange.startCharacter, nameRange.endCharacter), entry.id);
        assert.ok(lines.startsWith(range.startLine, '### '), `${source.path}:${range.startLine}`);
        assert.equal(lines.line(range.endLine), '</details>', `${source.path}:${range.endLine}`);
        assert.equal(range.endCharacter, '</details>'.length);
      }
    }
  });

  it('give summary, four fields and abstract of every entry, word for word', () => {
    for (const { source, digest } of digests) {
      assert.deepEqual(digest.labels, ['TL;DR', 'Motivation', 'Method', 'Result', 'Conclusion']);
      const lines = new Lines(source.text);
      for (const { id, range } of digest.entries) {
        const text = lines.slice(range.startLine, range.endLine + 1);
        const { key, body } = readEntry(source, digest, text);
        assert.equal(key, `arxiv:${id ?? ''}`);
        const { summary, fields, abstract = '' } = body;
        assert.ok(summary, `${source.path} ${id ?? ''}: no summary`);
        assert.deepEqual(
          fields.map((field) => field.label),
          ['Motivation', 'Method', 'Result', 'Conclusion'],
          `${source.path} ${id ?? ''}`,
        );
        assert.ok(abstract !== '', `${source.path} ${id ?? ''}: no abstract`);
        // The template, filled in again, is the entry: nothing was lost, nothing moved.
        for (const field of [summary, ...fields]) {
          if (!field.failed)
            assert.ok(text.includes(`\n${field.label}: ${field.text}\n`), field.text);
        }
        assert.ok(
          text
            .trimEnd()
            .replace(/\s*<\/details>$/, '')
            .endsWith(`Abstract: ${abstract}`),
        );
      }
    }
  });

  it('never show what the generator writes when it fails as a summary', () => {
    let failures = 0;
    for (const { source, digest } of digests) {
      const lines = new Lines(source.text);
      for (const { range } of digest.entries) {
        const text = lines.slice(range.startLine, range.endLine + 1);
        const body = formatNamed('daily')?.readEntry(text, digest.labels, {
          path: '',
          latest,
        })?.body;
        for (const field of [body?.summary, ...(body?.fields ?? [])]) {
          assert.ok(
            !/generation failed|analysis unavailable|extraction failed/.test(field?.text ?? ''),
          );
          if (field?.failed) failures++;
        }
      }
    }
    assert.ok(failures > 0, 'the corpus holds entries whose generation failed');
  });
});

describe('the five seeds', () => {
  const documents = ['000', '001', '002', '003', '004'].map((number) => index(seed(number)));

  it('have 6, 7, 119, 7 and 168 entries', () => {
    assert.deepEqual(
      documents.map((document) => digestOf(document).entries.length),
      [6, 7, 119, 7, 168],
    );
  });

  it('are 296 papers, since 11 titles stand in both dumps', () => {
    const library = new Library();
    for (const document of documents) library.replace(document);
    assert.equal(library.size, 296);
  });

  it('tell their month by the newest id where no name tells the day', () => {
    assert.deepEqual(
      documents.map((document) => digestOf(document).date?.value),
      ['2025-10', '2026-02', undefined, '2025-09', undefined],
    );
  });

  it('never take an id quoted in an abstract for the entry', () => {
    const dump = documents[4];
    assert.ok(dump);
    assert.ok(digestOf(dump).entries.every((entry) => entry.id === undefined));
    assert.ok(dump.mentions.some((mention) => mention.key === 'arxiv:0912.1061'));
  });
});
