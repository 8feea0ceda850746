import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { emptyRecord, markOf, withChange } from '../../../src/core/marks/paperRecord.js';
import { isStateFile } from '../../../src/core/marks/stateFile.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { marksBytes } from '../../../src/host/marksBytes.js';
import { finished } from '../support/finished.js';
import { read, textOf } from './support.js';

const key: PaperKey = 'arxiv:2602.12257';
const other: PaperKey = 'arxiv:2602.12258';
const now = Date.parse('2026-02-14T09:12:33.120Z');

/** The file after a paper was starred. */
function starred(content: string | Uint8Array, paper: PaperKey = key): Buffer {
  const state = read(content);
  const record = state.records.get(paper) ?? emptyRecord;
  state.records.set(paper, withChange(record, { starred: true }, now));
  return Buffer.concat(finished(marksBytes(state)));
}

describe('What others have written into a file of marks', () => {
  it('stays byte for byte where a line is not UTF-8', () => {
    const line = Buffer.concat([Buffer.from('# caf'), Buffer.of(0xe9, 0xff), Buffer.from(' é\n')]);
    assert.ok(starred(line).includes(line));
    const broken = Buffer.concat([Buffer.from(`{"paper":"${key}","by":"Andr`), Buffer.of(0xe9)]);
    const file = starred(Buffer.concat([broken, Buffer.from('"}\n')]));
    assert.ok(file.includes(broken));
    assert.ok(markOf(read(file).records.get(key) ?? emptyRecord).starred);
  });

  it('stays as it stood where another line is changed', () => {
    const lines = [
      `{ "starred" : true, "paper":"${other}",  "n":12345678901234567890, "m": 1.0, "x":1e400 }`,
      '{"paper":"isbn:1","n":0.10}',
      '  // indented ',
    ];
    const text = starred(lines.join('\r\n')).toString();
    for (const line of lines) assert.ok(text.split('\n').includes(line), line);
  });

  it('keeps its fields as their text has them where its own line is changed', () => {
    const fields = [
      '"n":12345678901234567890',
      '"m": 1.0',
      '"x":[1e400, {"a":"}\\\\\\""}]',
      '"é":-0',
    ];
    const line = `{${[fields[0], `"paper":"${key}"`, ...fields.slice(1)].join(' , ')}}`;
    const [changed] = starred(line).toString().split('\n');
    assert.ok(changed);
    for (const field of fields) assert.ok(changed.includes(field), `${field} in ${changed}`);
    assert.match(changed, /"starred":"2026-02-14T09:12:33.120Z"/);
    assert.ok(JSON.parse(changed));
    assert.equal(textOf(read(changed)), `${changed}\n`);
  });

  it('is kept and not read where a line is longer than 1 MB', () => {
    const long = `{"paper":"${key}","read":true,"x":"${'y'.repeat(1024 * 1024)}"}`;
    const state = read(`${long}\n`);
    assert.equal(state.records.size, 0);
    assert.ok(isStateFile(state));
    const file = starred(`${long}\n`);
    assert.ok(file.includes(long));
    assert.ok(markOf(read(file).records.get(key) ?? emptyRecord).starred);
  });

  it('is kept once where both sides of a merge have it', () => {
    assert.equal(textOf(read('# ours\n# theirs\r\n# ours\n')), '# ours\n# theirs\n');
  });
});
