import { strict as assert } from 'node:assert';
import { shownPath } from '../../../src/editor/files/shownPath.js';

function shown(fsPath: string): string {
  return shownPath({ scheme: 'file', fsPath });
}

describe('The path in a question', () => {
  it('is the path', () => assert.equal(shown('/home/ada/论文 1.bib'), '/home/ada/论文 1.bib'));

  it('hides nothing, and does not turn around', () => {
    assert.equal(shown('/home/\u202Ebib.x'), '/home/\\u{202e}bib.x');
    assert.equal(shown('/a\nb/\u200Bc'), '/a\\u{a}b/\\u{200b}c');
  });
});
