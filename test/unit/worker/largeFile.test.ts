import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatNamed } from '../../../src/core/formats/registry.js';
import { Library } from '../../../src/core/library.js';
import { Lines } from '../../../src/core/lines.js';
import { wantedCategories } from '../../../src/core/lineFormat.js';
import { noMacros as macros } from '../../../src/core/render/mathMacros.js';
import { createAnswers } from '../../../src/worker/answers.js';
import { readPart, readSlice } from '../../../src/worker/largeFile.js';
import { readLines } from '../../../src/worker/lineReader.js';
import type { EntrySource } from '../../../src/worker/protocol.js';
import { latest, of, allParts, entriesOf } from './largeFileParts.js';

let folder = '';
before(() => (folder = mkdtempSync(path.join(tmpdir(), 'preprint-large-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: string | Uint8Array): string {
  const file = path.join(folder, 'arxiv.json');
  writeFileSync(file, content);
  return file;
}

interface Told {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
}

function linesOf(content: string | Uint8Array, from = { offset: 0, line: 0 }, most = Infinity) {
  const file = openSync(fileOf(content), 'r');
  const lines: Told[] = [];
  try {
    const end = readLines(file, from, ({ bytes, offset, line }) => {
      lines.push({ text: bytes.toString('utf8'), offset, line });
      return lines.length < most;
    });
    return { lines, end };
  } finally {
    closeSync(file);
  }
}

describe('the lines of a file that is never in memory as a whole', () => {
  it('are those of its text, each with its place in bytes', () => {
    const text = fc.array(fc.constantFrom('a', '雪', '\n', '\n\n', '\r\n', '{}', '🜁'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        const { lines, end } = linesOf(whole);
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        assert.deepEqual(
          lines.map((line) => line.text),
          expected,
        );
        const bytes = Buffer.from(whole);
        for (const { text: own, offset, line } of lines) {
          assert.equal(bytes.subarray(offset, offset + Buffer.byteLength(own)).toString(), own);
          assert.equal(line, bytes.subarray(0, offset).toString().split('\n').length - 1);
        }
        assert.ok(end.isEnd);
        assert.equal(end.offset, bytes.length);
      }),
      { numRuns: 200 },
    );
  });

  it('go on where an earlier reading stopped', () => {
    const whole = 'one\ntwo\n\nfour\nfive';
    const first = linesOf(whole, undefined, 2);
    assert.deepEqual(first.end, { offset: 8, line: 2, isEnd: false });
    const second = linesOf(whole, first.end);
    assert.deepEqual(
      second.lines.map(({ text, line }) => [text, line]),
      [
        ['', 2],
        ['four', 3],
        ['five', 4],
      ],
    );
  });

  it('may be longer than what is read at a time, and are passed over when no line is so long', () => {
    const long = 'x'.repeat(9 * 1024 * 1024);
    assert.deepEqual(
      linesOf(`a\n${long}\nb`).lines.map(({ text }) => text.length),
      [1, long.length, 1],
    );
    const monster = Buffer.alloc(70 * 1024 * 1024, 'y');
    const { lines, end } = linesOf(
      Buffer.concat([Buffer.from('a\n'), monster, Buffer.from('\nb\n')]),
    );
    assert.deepEqual(lines, [
      { text: 'a', offset: 0, line: 0 },
      { text: 'b', offset: monster.length + 3, line: 2 },
    ]);
    assert.ok(end.isEnd);
  });

  it('begin behind a byte order mark', () => {
    assert.deepEqual(linesOf('\uFEFFa\nb').lines, [
      { text: 'a', offset: 3, line: 0 },
      { text: 'b', offset: 5, line: 1 },
    ]);
  });
});

function record(number: number, categories: string): string {
  return JSON.stringify({
    id: `0704.${String(number).padStart(4, '0')}`,
    submitter: 'Ada Example',
    authors: 'Ada Example, Ben Sample',
    title: `Ein Titel über ${number} Katzen`,
    comments: `${number} pages`,
    'journal-ref': null,
    doi: null,
    categories,
    abstract: `  We count ${number} cats — 雪 — and cite "categories":"hep-th" as others do.\n`,
    versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
    update_date: '2008-11-26',
    authors_parsed: [
      ['Example', 'Ada', ''],
      ['Sample', 'Ben', ''],
    ],
  });
}

const kinds = ['cs.LG', 'hep-ph hep-th', 'math.CO cs.CG', 'stat.ML cs.LG', 'quant-ph'];
const size = 3001;
const records = Array.from({ length: size }, (_, at) => record(at, kinds[at % kinds.length] ?? ''));

describe('a data file that is too large to be read at once', () => {
  it('gives the papers of the wanted categories, cross-lists among them, in parts', () => {
    const parts = allParts(fileOf(records.join('\n')), ['cs.LG']);
    const expected = records.flatMap((_, at) => (at % 5 === 0 || at % 5 === 3 ? [at] : []));
    const entries = entriesOf(parts);
    assert.deepEqual(
      entries.map((entry) => entry.range.startLine),
      expected,
    );
    assert.ok(parts.length > 1);
    assert.ok(parts.every(({ digest }) => (digest?.entries.length ?? 0) <= 250));
    assert.equal(new Set(parts.map(({ fingerprint }) => fingerprint)).size, parts.length);
  });

  it('tells of each what reading it as a whole tells, and where its bytes are', () => {
    const text = records.join('\n');
    const file = fileOf(text);
    const lines = new Lines(text);
    const whole = formatNamed('kaggle')?.read(lines, { path: 'arxiv.json', latest }).digest.entries;
    const entries = entriesOf(allParts(file, ['cs', 'hep-ph', 'quant-ph', 'math.*']));
    assert.equal(entries.length, size);
    for (const [at, { slice, ...entry }] of entries.entries()) {
      assert.deepEqual(entry, whole?.[at]);
      assert.ok(slice);
      assert.equal(readSlice(file, slice), lines.line(at));
    }
  });

  it('is none for another file, and survives damaged lines', () => {
    const request = { uri: `${of}#0`, of, from: { offset: 0, line: 0 }, size: 1, mtime: 1 };
    for (const text of ['', '{"a": 1}\n{"b": 2}', '[\n{"id": "0704.0001"}\n]', 'plain\ntext']) {
      const file = fileOf(text);
      assert.equal(readPart({ ...request, file, categories: ['cs'], latest }), undefined);
    }
    const damaged = [records[5], records[3]?.slice(0, 420), '', 'no record', records[8]].join('\n');
    const [part, ...others] = allParts(fileOf(damaged), ['cs.LG']);
    assert.equal(others.length, 0);
    assert.deepEqual(
      entriesOf(part ? [part] : []).map((entry) => entry.range.startLine),
      [0, 4],
    );
    assert.ok((part?.problems ?? []).every(({ line }) => line === 1));
  });

  it('is searched and read entry by entry, without the file', () => {
    const file = fileOf(records.join('\n'));
    const library = new Library();
    const answers = createAnswers('test', (line) => assert.fail(line));
    for (const part of allParts(file, ['math.CO'])) {
      library.replace(part);
      const { uri, digest, fingerprint } = part;
      assert.ok(digest && fingerprint !== undefined);
      const bytes = answers.buildShard({ uri, digest, fingerprint, content: { file }, latest });
      assert.ok(bytes);
      answers.setShard({ bytes });
    }
    const { hits } = answers.search({ query: '"count 1002 cats"', typing: false, limit: 5 });
    const paper = library.paper(hits[0]?.key ?? 'title:none');
    assert.equal(paper?.id, '0704.1002');
    assert.deepEqual(
      paper.occurrences.map(({ uri }) => uri),
      [of],
    );
    const sources = paper.occurrences.map((place): EntrySource => ({
      ...place,
      content: { file },
    }));
    const read = answers.describePaper({ paper, sources, latest, macros });
    assert.deepEqual(read.unread, []);
    assert.match(read.value.source ?? '', /^We count 1002 cats — 雪/);
    // Another entry stands there now.
    fileOf(records.toReversed().join('\n'));
    const unread = () => answers.describePaper({ paper, sources, latest, macros }).unread;
    assert.deepEqual(
      unread().map(({ source }) => source),
      [0],
    );
    rmSync(file);
    assert.equal(unread().length, 1);
  });

  it('is kept part by part, for the same file and the same wish alone', () => {
    const file = fileOf(records.join('\n'));
    utimesSync(file, 1000, 1000);
    const answers = createAnswers('test', (line) => assert.fail(line));
    const place = { path: path.join(folder, 'part'), size: 1, mtime: 1, checked: 1_000_000 };
    const request = {
      ...{ uri: `${of}#0`, of, file, from: { offset: 0, line: 0 }, size: 1, mtime: 1, latest },
      categories: ['quant-ph'],
      cache: { ...place, part: 'quant-ph' },
    };
    const first = answers.indexPart(request);
    rmSync(file);
    assert.deepEqual(answers.indexPart(request), first);
    assert.ok(first?.digest?.entries.some(({ slice }) => slice !== undefined));
    for (const cache of [
      { ...request.cache, part: 'cs' },
      { ...request.cache, size: 2 },
      { ...request.cache, mtime: 2 },
    ]) {
      assert.throws(() => answers.indexPart({ ...request, cache }), /ENOENT/);
    }
    // Somebody has told that the bytes are others.
    assert.throws(() => answers.indexPart({ ...request, anew: true }), /ENOENT/);
  });
});

describe('the wish for categories', () => {
  it('is for one, or for an archive, in any case', () => {
    const isWanted = wantedCategories([' CS.lg', 'math', 'stat.*', 'hep-th', '']);
    for (const name of ['cs.LG', 'math.CO', 'math', 'stat.ML', 'hep-th'])
      assert.ok(isWanted(name), name);
    for (const name of ['cs.CL', 'hep-ph', 'math-ph', '', 'cs']) assert.ok(!isWanted(name), name);
  });
});
