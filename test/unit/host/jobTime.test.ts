import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { jobTime, usualJobTime } from '../../../src/host/jobTime.js';

describe('The time of a job', () => {
  it('has a second more for each megabyte of text, as bytes or as an editor’s', () => {
    const time = jobTime(1000);
    assert.equal(time({ uri: '', content: new Uint8Array(3_000_000) }), 4000);
    assert.equal(time({ content: 'a'.repeat(3_000_000) }), 4000);
    const encoded = { bytes: new Uint8Array(3_000_000), encoding: 'gbk' };
    assert.equal(time({ content: encoded }), 4000);
    assert.equal(time({ sources: [{ content: encoded }] }), 4005);
    assert.equal(time(null), 1000);
  });

  it('counts a content once that several places share', () => {
    const content = new Uint8Array(2_000_000);
    const time = jobTime(1000);
    assert.equal(time({ sources: [{ content }, { content }] }), 3010);
    assert.equal(time({ papers: [[{ content }], [], [{ content }]] }), 3010);
  });

  it('has more for each paper that is to be written', () => {
    assert.ok(usualJobTime({ cites: Array.from({ length: 10_000 }, () => ({})) }) >= 60_000);
  });
});
