import fc from 'fast-check';
import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAnswers, type DigestAnswers } from '../../../src/worker/answers.js';
import { pack, unpack } from '../../../src/worker/cacheFile.js';
import { IndexCache } from '../../../src/worker/indexCache.js';
import type { CachePlace } from '../../../src/worker/protocol.js';
import { fixtureBytes, fixtureNames } from '../support/fixtures.js';

const latest = '2026-12';
const uri = 'file:///library/2026-02-13.md';
const name = 'sample/digests/2026-02-13.md';
const hour = 3_600_000;

describe('a file of the cache', () => {
  const header = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));

  it('gives back what was written', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 300 }), (head, body) => {
        const file = unpack(pack(head, body));
        assert.deepEqual({ ...file.header }, JSON.parse(JSON.stringify(head)));
        assert.deepEqual([...file.body], [...body]);
      }),
    );
  });

  it('is refused when a byte is another', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (body, at, change) => {
          const bytes = pack({ uri }, body);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ change;
          assert.throws(() => unpack(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused when it is cut anywhere, or goes on', () => {
    const bytes = pack({ uri }, fixtureBytes(name).subarray(0, 50));
    for (let end = 0; end < bytes.length; end++) assert.throws(() => unpack(bytes.slice(0, end)));
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    assert.throws(() => unpack(longer));
  });
});

describe('what the worker keeps', () => {
  let folder: string;
  let notes: string[];
  let answers: DigestAnswers;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-cache-'));
    notes = [];
    answers = createAnswers('this build', (line) => notes.push(line));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const place = (change: Partial<CachePlace> = {}): CachePlace => ({
    path: path.join(folder, 'index', 'a.document'),
    size: 100,
    mtime: 1_000 * hour,
    checked: 1_001 * hour,
    ...change,
  });
  const shardFile = (): string => path.join(folder, 'index', 'a.shard');
  const content = (): Uint8Array => fixtureBytes(name);

  function index(cache: CachePlace, bytes = content()) {
    return answers.index({ uri, path: '2026-02-13.md', content: bytes, latest, cache });
  }

  function buildShard() {
    const { digest, fingerprint } = index(place());
    assert.ok(digest && fingerprint !== undefined);
    const cache = shardFile();
    const request = { uri, digest, fingerprint, content: content(), latest, cache };
    return { fingerprint, request, bytes: answers.buildShard(request) };
  }

  const found = (of: DigestAnswers): readonly string[] =>
    of.search({ query: 'diffusion', typing: false, limit: 100 }).hits.map(({ key }) => key);

  it('is the document, for the same size and time', () => {
    const document = index(place());
    assert.ok(document.digest);
    assert.deepEqual(answers.restore({ uri, cache: place() }), document);
  });

  it('is the document, whatever it holds', () => {
    for (const file of [name, ...fixtureNames('broken').map((fixture) => `broken/${fixture}`)]) {
      const document = index(place(), fixtureBytes(file));
      assert.deepEqual(answers.restore({ uri, cache: place() }), document, file);
    }
  });

  it('is nothing for another size, another time, or another document', () => {
    index(place());
    assert.equal(answers.restore({ uri, cache: place({ size: 101 }) }), undefined);
    assert.equal(answers.restore({ uri, cache: place({ mtime: 999 * hour }) }), undefined);
    assert.equal(answers.restore({ uri: `${uri}x`, cache: place() }), undefined);
  });

  it('is not trusted for a file that was changed as it was read', () => {
    const changed = place({ mtime: 1_001 * hour - 500 });
    index(changed);
    assert.equal(answers.restore({ uri, cache: changed }), undefined);
  });

  it('is trusted again when the content has proved the same', () => {
    index(place());
    const touched = place({ mtime: 1_000 * hour + 5000 });
    assert.equal(answers.restore({ uri, cache: touched }), undefined);
    const document = index(touched);
    assert.deepEqual(answers.restore({ uri, cache: touched }), document);
  });

  it('says that its file can no longer be read, as long as it cannot', () => {
    const document = index(place());
    const file = path.join(folder, 'a.md');
    // Permissions do not keep root out, but what is not there nobody can read.
    const kept = answers.restore({ uri, cache: place(), file });
    assert.deepEqual(kept, {
      ...document,
      problems: [...document.problems, { kind: 'keptAlone', line: 0, args: [] }],
    });
    writeFileSync(file, '');
    assert.deepEqual(answers.restore({ uri, cache: place(), file }), document);
  });

  it('is not reused for another content', () => {
    index(place());
    const { digest } = index(place(), new TextEncoder().encode('A note.\n'));
    assert.equal(digest, undefined);
    assert.equal(answers.restore({ uri, cache: place() })?.digest, undefined);
  });

  it('is not reused for another encoding that the settings name', () => {
    const bytes = new Uint8Array(Buffer.from('Dvo\u00f8\u00e1k 2601.00001\n', 'latin1'));
    const read = (encoding: string) => {
      const cache = place({ encoding });
      const document = answers.index({
        ...{ uri, path: 'note.md', latest, cache },
        content: { bytes, encoding },
      });
      assert.deepEqual(answers.restore({ uri, cache }), document);
      return document.problems;
    };
    assert.deepEqual(read('iso88592')[0]?.args, ['ISO 8859-2']);
    assert.equal(answers.restore({ uri, cache: place({ encoding: 'windows1252' }) }), undefined);
    assert.equal(answers.restore({ uri, cache: place() }), undefined);
    assert.deepEqual(read('windows1252')[0]?.args, ['Windows-1252']);
  });

  it('is not reused for another description of formats', () => {
    const text = new TextEncoder().encode('## A List of One (2601.00001)\nBy: Ada Example\n');
    const read = (description?: object) => {
      const formats = description && JSON.stringify({ own: description });
      const cache = place(formats === undefined ? {} : { formats });
      const request = { uri, path: 'list.md', content: text, latest, cache };
      const document = answers.index({ ...request, ...(formats !== undefined && { formats }) });
      assert.deepEqual(answers.restore({ uri, cache }), document);
      return document;
    };
    const entry = '^## (?<title>.+) \\((?<id>.+)\\)$';
    assert.equal(read().digest, undefined);
    const first = read({ entry });
    assert.equal(first.digest?.entries.length, 1);
    assert.equal(answers.restore({ uri, cache: place() }), undefined);
    const second = read({ entry, authors: '^By:' });
    assert.deepEqual(second.digest?.entries[0]?.authors, ['Ada Example']);
    assert.equal(read().digest, undefined);
    // What is made of the digest is to be made anew, and its content is known all the same.
    assert.notEqual(first.fingerprint, second.fingerprint);
    for (const { digest, fingerprint = '' } of [first, second]) {
      assert.ok(digest);
      const request = { uri, digest, fingerprint, content: text, latest };
      assert.ok(answers.buildShard(request));
      assert.equal(answers.buildShard({ ...request, content: `${text.length}` }), undefined);
    }
  });

  it('is of no use to another build', () => {
    index(place());
    const { fingerprint } = buildShard();
    const other = createAnswers('another build', (line) => assert.fail(line));
    assert.equal(other.restore({ uri, cache: place() }), undefined);
    assert.equal(other.restoreShard({ uri, fingerprint, cache: shardFile() }), false);
  });

  it('is the search index of the digest, for the same content', () => {
    const { fingerprint, bytes } = buildShard();
    assert.ok(bytes);
    const fresh = createAnswers('this build', (line) => assert.fail(line));
    fresh.setShard({ bytes });
    const again = createAnswers('this build', (line) => assert.fail(line));
    assert.ok(again.restoreShard({ uri, fingerprint, cache: shardFile() }));
    assert.ok(found(again).length > 0);
    assert.deepEqual(found(again), found(fresh));
    assert.equal(again.restoreShard({ uri, fingerprint: 'other', cache: shardFile() }), false);
  });

  it('is not built of a content that is not the digest’s any more', () => {
    const { request } = buildShard();
    const changed = new TextEncoder().encode('Something else.\n');
    assert.equal(answers.buildShard({ ...request, content: changed }), undefined);
  });

  it('is left alone when it is damaged, with a line in the log', () => {
    const { fingerprint } = buildShard();
    for (const file of [place().path, shardFile()]) {
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    assert.equal(answers.restore({ uri, cache: place() }), undefined);
    assert.equal(answers.restoreShard({ uri, fingerprint, cache: shardFile() }), false);
    assert.equal(notes.length, 2);
    assert.match(notes[0] ?? '', /a\.document is not used: it is damaged/);
    assert.ok(index(place()).digest, 'it is read again');
    assert.ok(answers.restore({ uri, cache: place() }), 'and kept again');
  });

  it('does without when nothing can be written, and says so once', () => {
    writeFileSync(path.join(folder, 'index'), 'a file where the folder should be');
    assert.ok(index(place()).digest);
    assert.ok(index(place()).digest);
    assert.ok(notes.some((note) => note.startsWith('The index is not kept')));
    assert.equal(notes.filter((note) => note.startsWith('The index is not kept')).length, 1);
  });

  it('leaves no half-written file behind, and prunes what is not asked for', () => {
    buildShard();
    const inFolder = (): string[] => readdirSync(path.join(folder, 'index')).sort();
    assert.deepEqual(inFolder(), ['a.document', 'a.shard']);
    writeFileSync(path.join(folder, 'index', 'gone.document'), 'x');
    writeFileSync(path.join(folder, 'index', 'a.document.0011.tmp'), 'another window writes');
    const abandoned = path.join(folder, 'index', 'a.document.0022.tmp');
    writeFileSync(abandoned, 'another window was killed');
    utimesSync(abandoned, 1, 1);
    answers.pruneCache({ folder: path.join(folder, 'index'), keep: ['a.document'] });
    assert.deepEqual(inFolder(), ['a.document', 'a.document.0011.tmp']);
    answers.pruneCache({ folder: path.join(folder, 'nowhere'), keep: [] });
    assert.equal(existsSync(path.join(folder, 'nowhere')), false);
  });

  it('has a size', () => {
    assert.equal(answers.cacheSize({ folder: path.join(folder, 'index') }), 0);
    buildShard();
    const size = answers.cacheSize({ folder: path.join(folder, 'index') });
    assert.equal(size, readFileSync(place().path).length + readFileSync(shardFile()).length);
  });

  it('cannot be mistaken for a shard when it is a document', () => {
    const cache = new IndexCache('this build', () => undefined);
    index(place());
    assert.throws(() => cache.unpackShard(readFileSync(place().path)));
  });
});
