import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { decode, sliceLines } from '../../../src/worker/content.js';

function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  );
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? little : little.swap16());
}

const text = 'Poincaré 多模态 🧪\r\nsecond\rthird\n';

describe('the text of a file', () => {
  it('is that of an open editor as it is', () =>
    assert.deepEqual(decode('\uFEFFas it is\0'), { text: '\uFEFFas it is\0' }));

  it('is read as UTF-8', () => assert.deepEqual(decode(bytes(text)), { text }));

  it('is read without its byte order mark', () => {
    assert.deepEqual(decode(bytes([0xef, 0xbb, 0xbf], text)), { text });
    assert.deepEqual(decode(utf16(text, 'le')), { text });
    assert.deepEqual(decode(utf16(text, 'be')), { text });
  });

  it('keeps a mark that is not its first character', () => {
    const marked = `a\uFEFFb\n\uFEFFc`;
    assert.deepEqual(decode(bytes(marked)), { text: marked });
    assert.equal(sliceLines(bytes(marked), 1, 1), '\uFEFFc');
  });

  it('may be empty, or nothing but a mark', () => {
    for (const content of [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]]) {
      assert.deepEqual(decode(bytes(content)), { text: '' });
    }
  });

  const bad: readonly (readonly [
    string,
    readonly (string | readonly number[])[],
    string,
    number,
  ])[] = [
    ['a lone byte', ['one\ntwo ', [0xff], '\nthree'], 'one\ntwo \uFFFD\nthree', 1],
    ['half a character at the end', ['one\n\n', [0xe4, 0xb8]], 'one\n\n\uFFFD', 2],
    ['half a character at a line end', [[0xc3], '\none'], '\uFFFD\none', 0],
    ['after lone carriage returns', ['1\r2\r\n3 ', [0xc3, 0x28]], '1\r2\r\n3 \uFFFD(', 2],
    [
      'after a replacement character of the file’s own',
      ['a\uFFFDb\n\uFFFD\n', [0xfe], '\uFFFD'],
      'a\uFFFDb\n\uFFFD\n\uFFFD\uFFFD',
      2,
    ],
    ['after a byte order mark', [[0xef, 0xbb, 0xbf], 'é\uFFFD\n', [0x80]], 'é\uFFFD\n\uFFFD', 1],
  ];
  for (const [name, parts, expected, line] of bad) {
    it(`has replacement characters for bad bytes, and a remark on the line: ${name}`, () => {
      assert.deepEqual(decode(bytes(...parts)), {
        text: expected,
        problem: { kind: 'invalidUtf8', line, args: [] },
      });
    });
  }

  it('may hold replacement characters without a remark', () => {
    assert.deepEqual(decode(bytes('a \uFFFD b')), { text: 'a \uFFFD b' });
  });

  it('may be UTF-16 with half a character, which is remarked', () => {
    const content = utf16('one\ntwo \uD83E', 'le');
    assert.equal(decode(content).problem?.kind, 'invalidUtf8');
    assert.equal(decode(content).problem?.line, 1);
    assert.equal(decode(content).text, 'one\ntwo \uFFFD');
    assert.equal(decode(bytes([0xff, 0xfe, 0x61])).problem?.kind, 'invalidUtf8');
  });

  it('is none where the file is binary', () => {
    const picture = bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 0]);
    assert.deepEqual(decode(picture), {
      text: '',
      problem: { kind: 'binary', line: 0, args: [] },
    });
  });

  it('is one in spite of a few control characters and all tabs', () => {
    const few = `${'text '.repeat(40)}\0 \b \f`;
    assert.deepEqual(decode(bytes(few)), { text: few });
    const tabs = '\t\n\r'.repeat(100);
    assert.deepEqual(decode(bytes(tabs)), { text: tabs });
  });
});

const pieces = fc.constantFrom(
  'a',
  'é',
  '多',
  '🧪',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '\u0085',
  ' ',
  '\f',
  '\n',
  '\r',
  '\r\n',
  '\n\r',
);
/** So long that a few form feeds do not make it binary. */
const start = '-'.repeat(1600);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => start + parts.join(''));
/** Bytes that are no UTF-8, or not all of a character. */
const badBytes = fc.constantFrom([0xff], [0xc3], [0xe4, 0xb8], [0xf0, 0x9f]);

describe('lines of a file', () => {
  const contents = fc.oneof(
    texts,
    texts.map((each) => bytes(each)),
    texts.map((each) => bytes([0xef, 0xbb, 0xbf], each)),
    texts.map((each) => utf16(each, 'le')),
    texts.map((each) => utf16(each, 'be')),
    fc.array(fc.oneof(pieces, badBytes), { maxLength: 30 }).map((parts) => bytes(start, ...parts)),
  );

  it('are those of the whole text, decoded and cut', () => {
    fc.assert(
      fc.property(contents, fc.nat(12), fc.nat(12), (content, from, more) => {
        const lines = decode(content).text.split(/\r\n|\r|\n/);
        assert.equal(
          sliceLines(content, from, from + more),
          lines.slice(from, from + more + 1).join('\n'),
        );
      }),
      { numRuns: 800 },
    );
  });

  it('are nothing beyond the end', () => {
    assert.equal(sliceLines(bytes('a\nb\n'), 3, 9), '');
    assert.equal(sliceLines(bytes('a\nb\n'), 1, 9), 'b\n');
    assert.equal(sliceLines(bytes(''), 0, 0), '');
  });
});
