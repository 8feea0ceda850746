import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from './support/documents.js';
import { preprint } from './support/library.js';
import { cardsAt, definitionsAt, linksIn } from './support/providers.js';

/** Numbers that only look like ids (digest-formats.md 4, "False positives"). */
const decoys: Readonly<Record<string, readonly string[]>> = {
  'a DOI of another registrant': [
    '10.1111/j.1365-2966.2011.20107.x',
    'https://doi.org/10.1046/j.1365-8711.2003.06897.x',
    'doi = {10.5555/2602.10637},',
  ],
  'a number in prose': [
    'we count 1234.5678 of them',
    'about 0801.1234 in all',
    'it took 2602.10637 seconds',
    'call 0812.3456 at noon',
    '1501.0123 1502.0456 1503.0789',
    '2602.10637 2602.10638 2602.10639',
  ],
  'a price': ['the invoice over $1203.4567', 'the invoice over $1203.45'],
  'a version of software': ['release 1501.12345.0 of the simulator', 'v2602.10637.1'],
  'a date': ['written 2024.1201', 'written 2009.1130'],
  'an impossible month': ['arXiv:2513.01234', 'arXiv:2600.01234', 'math/1234567'],
  'the number zero': ['arXiv:2501.00000', 'arXiv:hep-th/9901000'],
  'a number of the wrong length for its time': ['arXiv:1501.1234', 'arXiv:1412.12345'],
  'a time before the scheme or after it': ['arXiv:0703.1234', 'arXiv:hep-th/0801123'],
  'a time to come': [`arXiv:${monthsFromNow(2)}.01234`, `arXiv:${monthsFromNow(14)}.01234`],
  'no archive': ['and/1234567', 'eprint.iacr.org/2017/1118', 'path/to/cs/0112017/file'],
  'part of a larger number': ['12602.10637', '2602.106371', 'x-2602.10637', 'x=2602.10637'],
};

describe('A number that is no identifier', () => {
  before(preprint);
  afterEach(closeEditors);

  for (const [kind, lines] of Object.entries(decoys)) {
    it(`has no hover, no definition and no link: ${kind}`, async () => {
      const { document } = await openUntitled(lines.join('\n'), 'markdown');
      for (const position of digitsOf(document)) {
        const place = document.lineAt(position).text.slice(0, position.character);
        assert.deepEqual(await cardsAt(document, position), [], place);
      }
      for (let line = 0; line < document.lineCount; line++) {
        const digits = document.lineAt(line).text.search(/\d{4}\.\d|\/\d/);
        const position = new vscode.Position(line, digits + 2);
        assert.deepEqual(await definitionsAt(document, position), [], lines[line]);
      }
      assert.deepEqual(await linksIn(document), []);
    });
  }

  it('is not what these tests take for one: a true id among them is found', async () => {
    const { document } = await openUntitled('call 0812.3456, see arXiv:0812.3456');
    const found: number[] = [];
    for (const position of digitsOf(document)) {
      if ((await cardsAt(document, position)).length > 0) found.push(position.character);
    }
    assert.equal(found[0], 'call 0812.3456, see arXiv:'.length);
  });
});

/** Every second digit: no id is narrower. */
function digitsOf(document: vscode.TextDocument): vscode.Position[] {
  return Array.from(document.getText().matchAll(/\d\d?/g), ({ index }) =>
    document.positionAt(index),
  );
}

/** `2612`. */
function monthsFromNow(count: number): string {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 1));
  return month.toISOString().slice(2, 7).replace('-', '');
}
