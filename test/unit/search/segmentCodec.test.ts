import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { mergeSegments } from '../../../src/core/search/mergeSegments.js';
import { SegmentBuilder } from '../../../src/core/search/segmentBuilder.js';
import { decodeSegment, encodeSegment } from '../../../src/core/search/segmentCodec.js';
import { someDigests, textOf } from './library.js';

const texts = someDigests.map((digests) =>
  digests.flatMap(({ entries }) => entries.map(({ text }) => text)),
);

describe('a segment', function () {
  this.timeout(60_000);

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const segment = new SegmentBuilder().build(given);
        assert.deepEqual(decodeSegment(encodeSegment(segment)), segment);
      }),
    );
  });

  it('is the same by whatever builder', () => {
    fc.assert(
      fc.property(texts, texts, (before, given) => {
        const builder = new SegmentBuilder();
        builder.build(before);
        assert.deepEqual(builder.build(given), new SegmentBuilder().build(given));
      }),
    );
  });

  it('merged of parts is the one of all their entries', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (given, a, b) => {
        const [from, to] = [Math.min(a, b, given.length), Math.min(Math.max(a, b), given.length)];
        const builder = new SegmentBuilder();
        const whole = builder.build(given);
        const parts = [
          { segment: builder.build(given.slice(0, from)), from: 0, to: from },
          { segment: whole, from, to },
          { segment: whole, from: to, to: given.length },
        ];
        assert.deepEqual(mergeSegments(parts), whole);
        const rest = [
          { segment: whole, from: 0, to: from },
          { segment: whole, from: to, to: given.length },
        ];
        assert.deepEqual(
          mergeSegments(rest),
          builder.build([...given.slice(0, from), ...given.slice(to)]),
        );
      }),
    );
  });

  it('of many entries holds gaps and frequencies of any size', () => {
    const given = Array.from({ length: 20_000 }, (_, at) =>
      textOf({ title: at % 19_999 === 0 ? 'rare common' : 'common' }),
    );
    const builder = new SegmentBuilder();
    const segment = builder.build(given);
    const halves = [builder.build(given.slice(0, 9_000)), builder.build(given.slice(9_000))];
    assert.deepEqual(
      mergeSegments(halves.map((half) => ({ segment: half, from: 0, to: half.entryCount }))),
      segment,
    );
    assert.deepEqual(decodeSegment(encodeSegment(segment)), segment);
  });
});

describe('a written segment', function () {
  this.timeout(60_000);

  const bytes = encodeSegment(
    new SegmentBuilder().build([
      textOf({ title: 'graph learning', abstract: '扩散模型 of GPT-4' }),
      textOf({ title: 'graph' }),
    ]),
  );

  it('is refused when any bit is another', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        assert.throws(() => decodeSegment(damaged), Error, `byte ${at}, bit ${bit}`);
      }
    }
  });

  it('is refused when it is cut off anywhere, or longer', () => {
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeSegment(bytes.slice(0, length)), Error, `${length} bytes`);
      assert.throws(() => decodeSegment(bytes.slice(bytes.length - length)), Error);
    }
    assert.throws(() => decodeSegment(Uint8Array.from([...bytes, 0])), Error);
  });

  it('is read from the middle of other bytes, and does not hold on to them', () => {
    const file = new Uint8Array(bytes.length + 8);
    file.set(bytes, 3);
    const segment = decodeSegment(file.subarray(3, 3 + bytes.length));
    file.fill(0);
    assert.deepEqual(encodeSegment(segment), bytes);
  });

  it('says what is wrong', () => {
    assert.throws(() => decodeSegment(new Uint8Array(3)), /cut off/);
    assert.throws(() => decodeSegment(new Uint8Array(99)), /not a segment/);
    const other = bytes.slice();
    other[4] = 99;
    assert.throws(() => decodeSegment(other), /version 99/);
  });
});
